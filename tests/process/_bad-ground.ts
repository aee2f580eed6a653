/** Bad ground to put a house on: a disk that is small, and an account that may do nothing; and what a program must say there. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../_package.ts';
import { plainEnvironment } from '../_server.ts';
import type { Ran } from '../_server.ts';

const STACK = /^\s+at .+[:(]/m;
const NOBODY = { uid: 65_534, gid: 65_534 };
const PATIENCE_MS = 60_000;
const isRoot = process.getuid?.() === 0;

/** One sentence on standard error, exit 1, nothing of the program's inside. */
export function isOneSentence({ code, out, err }: Ran, sentence: RegExp): void {
  assert.equal(code, 1, out + err);
  assert.equal(err.trim().split('\n').length, 1, err);
  assert.match(err, sentence);
  assert.doesNotMatch(out + err, STACK);
}

export interface SmallDisk {
  readonly path: string;
  grow(size: string): void;
  remove(): void;
}

/**
 * A file system in memory, mounted in a folder of its own.
 * @param size as mount takes it: `9m`.
 * @returns undefined where this account may not mount one.
 */
export function smallDisk(within: string, name: string, size: string): SmallDisk | undefined {
  const path = join(within, name);
  mkdirSync(path);
  const mount = (options: string): boolean =>
    isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status === 0;
  if (!mount(`size=${size},mode=700`)) return undefined;
  const remove = (): void => void spawnSync('umount', ['-l', path]);
  process.once('exit', remove);
  return { path, remove, grow: (more) => assert.ok(mount(`remount,size=${more},mode=700`)) };
}

/** Why it cannot be done here; false where it can. */
export function needsMount(within: string): string | false {
  const disk = smallDisk(within, 'trial', '1m');
  disk?.remove();
  return disk === undefined ? 'needs an account that may mount a small file system' : false;
}

/** Runs `attune` as an account that owns nothing. */
export async function asNobody(given: readonly string[], environment: Record<string, string>): Promise<Ran> {
  const child = spawn('sh', ['./attune', ...given], {
    cwd: packageRoot,
    ...NOBODY,
    env: plainEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const alarm = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(alarm);
  return { code, out, err };
}

/** Why it cannot be done here; false where it can. */
export function needsRoot(): string | false {
  if (!isRoot) return 'needs root, to act as an account that may write nothing';
  const { status } = spawnSync('sh', ['./attune', '--version'], { cwd: packageRoot, ...NOBODY });
  return status === 0 ? false : 'needs a checkout that other accounts may read';
}
