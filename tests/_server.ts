/** The product for tests: the real program as a process of its own, or its application in this one. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { readConfig } from '#config/index.ts';
import type { NcbiSettings } from '#config/index.ts';
import type { Library } from '#library/index.ts';
import type { Paper, PaperSource } from '#model/index.ts';
import { createApp, ensureWebBuilt } from '#server/index.ts';
import { documentOf } from '../src/library/engine/document.ts';
import { bothHouses } from '../src/main/houses.ts';
import type { Houses } from '../src/main/houses.ts';
import { openHouse } from '../src/main/open-house.ts';
import { ensureSample } from '../src/main/sample-house.ts';
import { serverRooms } from '../src/main/server-rooms.ts';
import { packageRoot } from './_package.ts';

const PATIENCE_MS = 30_000;

/** A temporary folder, and the way to take it away. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'attune-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * The folder of the built pages. They are built before any program is started, and by one test file at a time:
 * two builds into one folder would take the files from under each other.
 */
export async function builtWeb(): Promise<string> {
  mkdirSync(join(packageRoot, 'dist'), { recursive: true });
  const lock = new DatabaseSync(join(packageRoot, 'dist', '.building.sqlite'), { timeout: 60_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return await ensureWebBuilt(packageRoot, () => undefined);
  } finally {
    lock.close();
  }
}

type Environment = Readonly<Record<string, string>>;

/** The least a program needs, so that no setting of the machine decides a test; what Node compiles is kept for the next start. */
export function plainEnvironment(more: Environment = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const compiled = join(packageRoot, 'artifacts', 'compiled');
  return { ...(Object.fromEntries(kept) as Record<string, string>), NODE_COMPILE_CACHE: compiled, ...more };
}

export interface Started {
  readonly child: ChildProcess;
  /** Everything it printed so far, on both streams. */
  said(): string;
  /** Its exit code, once it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Programs that run still, so that none is left behind where a test breaks off. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a program in the package's folder. */
export function start(program: string, given: readonly string[], environment: Environment = {}, input = ''): Started {
  const child = spawn(program, given, {
    cwd: packageRoot,
    env: plainEnvironment(environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => undefined).end(input);
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said: () => said, ended };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `attune` with these words to its end. */
export async function attune(
  given: readonly string[],
  environment: Environment = {},
  input = '',
  patienceMs = PATIENCE_MS,
): Promise<Ran> {
  const { child, ended } = start('sh', ['./attune', ...given], environment, input);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => (out += String(chunk)));
  child.stderr?.on('data', (chunk) => (err += String(chunk)));
  const alarm = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const code = await ended;
  clearTimeout(alarm);
  return { code, out, err };
}

export interface Served extends Started {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  /** Ends it as a person would, and waits until it has. @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServeOptions {
  /** The parent of both houses. */
  readonly data: string;
  /** Words behind `serve`. */
  readonly given?: readonly string[];
  readonly environment?: Environment;
  /** What starts it; `npm start` needs its own words. */
  readonly program?: readonly [program: string, ...given: string[]];
}

/** The real server on a free port, ready to be asked. @throws Error with what it said, where it did not come up. */
export async function served({ data, given = [], environment = {}, program }: ServeOptions): Promise<Served> {
  await builtWeb();
  const port = await freePort();
  const [name, ...words] = program ?? ['sh', './attune', 'serve', ...given];
  const started = start(name, words, { ATTUNE_DATA: data, PORT: String(port), ...environment });
  const address = `http://127.0.0.1:${port}`;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    const alarm = setTimeout(() => started.child.kill('SIGKILL'), 10_000);
    started.child.kill(signal);
    const code = await started.ended;
    clearTimeout(alarm);
    return code;
  };
  try {
    await ready(address, started);
  } catch (thrown) {
    await stop('SIGKILL');
    throw thrown;
  }
  return { ...started, address, stop };
}

async function ready(address: string, { child, said }: Started): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(40)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await isReady(address)) return;
  }
  throw new Error(`The server did not come up. It said:\n${said()}`);
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`)).ok;
  } catch {
    return false;
  }
}

export interface AppOptions {
  readonly hideAbstracts?: readonly PaperSource[];
  readonly linkResolver?: string;
  readonly ncbi?: NcbiSettings;
  /** More of the environment, such as PUBLIC_URL. */
  readonly environment?: Environment;
  /** Changes the library of the home before it is served. */
  readonly prepare?: (library: Library) => void;
}

export interface App {
  readonly app: Hono;
  /** The parent of both houses. */
  readonly folder: string;
  readonly houses: Houses;
  /** Asks as a browser at the machine does: by the name of loopback. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks for a change as the page does. */
  post(path: string, body: unknown, more?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The application over real houses in a temporary folder: these papers in the home, the sample beside it. */
export async function appOf(
  papers: readonly Paper[],
  { hideAbstracts = [], linkResolver, ncbi = {}, environment = {}, prepare }: AppOptions = {},
): Promise<App> {
  const folder = temporaryFolder();
  const config = {
    ...readConfig({ ATTUNE_DATA: folder.path, ...environment }, packageRoot),
    hideAbstracts,
    ncbi,
    ...(linkResolver === undefined ? {} : { linkResolver }),
  };
  const say = (): void => undefined;
  const home = await openHouse(join(folder.path, 'home'), { config, say, create: true, reading: 'here' });
  const writer = home.library.writer();
  writer.begin();
  for (const paper of papers) writer.add(documentOf(paper));
  writer.commit();
  prepare?.(home.library);
  await home.close();
  await ensureSample(packageRoot, join(folder.path, 'sample'), new Date(), say);
  const houses = await bothHouses(folder.path, {
    config,
    say,
    root: packageRoot,
    version: '0.0.0',
    doesJobs: false,
    onFailure: (error) => {
      throw error;
    },
  });
  const rooms = serverRooms(houses, {
    config,
    version: '0.0.0',
    address: () => config.publicUrl ?? 'http://127.0.0.1:8080',
  });
  const app = createApp({ rooms, webFolder: await builtWeb(), log: pino({ level: 'silent' }) });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(path, { ...init, headers: { host: '127.0.0.1:8080', ...(init.headers as Record<string, string>) } });
  return {
    app,
    folder: folder.path,
    houses,
    ask,
    post: (path, body, more = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...more },
      }),
    async close() {
      await houses.close();
      folder.remove();
    },
  };
}
