/** `attune bench serve`: how fast a house answers its readers while many ask at once, by real requests on a port of this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SearchAnswer, TodayAnswer } from '#api/index.ts';
import { AppError } from '#model/index.ts';
import type { People } from '#people/index.ts';
import type { Reading } from '#reading/index.ts';
import { cpuSeconds, inWords, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { thisMachine } from './machine.ts';
import { readQueries } from './search-queries.ts';
import { makeReaders } from './serve-readers.ts';
import { writeRecords } from './serve-records.ts';
import { searchPath, SHARES } from './serve-requests.ts';
import type { AskedQuery, RequestKind } from './serve-requests.ts';
import type { LoadOrder, LoadReport, Sent } from './serve-worker.ts';

/** A house that answers on a port of this machine. */
export interface ServingHouse {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly people: People;
  readonly reading: Reading;
  close(): Promise<void>;
}

export interface ServeBench {
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
  /** Papers made. */
  readonly records: number;
  /** Whether each reader has opened Today before the clock runs; otherwise the first openings are measured with the rest. */
  readonly opened: boolean;
  /** The corpus that papers are made of, and a list of searches over them. */
  readonly corpus: string;
  readonly queries: string;
  /** Serves a house made in the folder given of the PubMed file given. */
  readonly open: (folder: string, file: string) => Promise<ServingHouse>;
  readonly say: (sentence: string) => void;
}

const READERS = 200;
const MOST_SECONDS = 600;
/** Far below what the readers together may ask for in a minute: the house's own bound is not what is measured. */
const MOST_RATE = 2_000;
const PREPARING_MS = 300_000;
const LOOK_EVERY_MS = 500;
const ERRORS_SHOWN = 3;

/** @throws AppError `bad_request` for what cannot be measured, `unreadable_file` for the corpus or the queries. */
export async function benchServe(bench: ServeBench): Promise<Measured> {
  const { seconds, rate, records, opened, corpus, queries, open, say } = bench;
  if (seconds > MOST_SECONDS)
    throw new AppError('bad_request', `--seconds goes up to ${MOST_SECONDS}, not ${seconds}.`);
  if (rate > MOST_RATE)
    throw new AppError(
      'bad_request',
      `--rate goes up to ${inWords(MOST_RATE)} requests a second, not ${inWords(rate)}.`,
    );
  const searches = readQueries(queries).filter(({ mode }) => mode === 'and');
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  try {
    say(`Making ${inWords(records)} papers …`);
    const file = join(folder, 'records.xml');
    const written = await writeRecords(corpus, records, file);
    say('Bringing them into a house …');
    const house = await open(join(folder, 'house'), file);
    try {
      say(`Making ${READERS} readers …`);
      const readers = await makeReaders(house, written, READERS);
      const cookie = await walkIn(house);
      await prepared(house, cookie.whole, say);
      const searched: AskedQuery[] = [];
      for (const { request } of searches) searched.push(await look(house, cookie.whole, request.text));
      if (opened)
        for (const { token } of readers) await asked<TodayAnswer>(house, '/api/feed', `${cookie.name}=${token}`);
      say(`${inWords(rate)} requests a second for ${inWords(seconds)} seconds …`);
      const order = { readers, papers: written.ids, queries: searched, address: house.address, cookie: cookie.name };
      return measured({ ...bench, ...(await load({ ...order, seconds, rate })) });
    } finally {
      await house.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somebody of the house who is none of the readers, so that none of their days is opened before the clock runs. */
async function walkIn({ address, people }: ServingHouse): Promise<{ readonly name: string; readonly whole: string }> {
  const [somebody] = (await people.walkIns?.list()) ?? [];
  const answer = await fetch(`${address}/api/walk-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: somebody?.account }),
  });
  const whole = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  if (!answer.ok || whole === '')
    throw new Error(`Nobody can walk into the house: ${answer.status} ${await answer.text()}`);
  return { name: whole.slice(0, whole.indexOf('=')), whole };
}

async function prepared(house: ServingHouse, cookie: string, say: (sentence: string) => void): Promise<void> {
  say('Waiting until the feed has read them …');
  for (const until = performance.now() + PREPARING_MS; performance.now() < until; await wait(LOOK_EVERY_MS)) {
    const today = await asked<TodayAnswer>(house, '/api/feed', cookie);
    if (today.kind !== 'preparing') return;
  }
  throw new AppError(
    'unexpected',
    'The feed had not read the papers after five minutes. Try it with a quieter machine.',
  );
}

async function look(house: ServingHouse, cookie: string, text: string): Promise<AskedQuery> {
  const { total } = await asked<SearchAnswer>(house, searchPath(text), cookie);
  return { text, hasHits: total > 0 };
}

async function asked<Answer>({ address }: ServingHouse, path: string, cookie: string): Promise<Answer> {
  const answer = await fetch(`${address}${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** @throws what ended the thread, where it ended early. */
async function load(order: LoadOrder): Promise<{ readonly report: LoadReport; readonly cpu: number }> {
  const worker = new Worker(new URL('./serve-worker.ts', import.meta.url), { workerData: order });
  try {
    await once(worker, 'message');
    const before = cpuSeconds();
    worker.postMessage('go');
    const [report] = (await once(worker, 'message')) as [LoadReport];
    return { report, cpu: cpuSeconds() - before };
  } finally {
    await worker.terminate();
  }
}

function measured({
  report,
  cpu,
  seconds,
  rate,
  records,
  opened,
  say,
}: ServeBench & { readonly report: LoadReport; readonly cpu: number }): Measured {
  const { sent } = report;
  const failed = sent.filter(({ error }) => error !== undefined);
  for (const { kind, error } of failed.slice(0, ERRORS_SHOWN)) say(`A request (${kind}) ${error}`);
  const whole = figuresOf(sent);
  const kinds = Object.fromEntries(
    (Object.keys(SHARES) as RequestKind[]).map((kind) => [kind, figuresOf(sent.filter((each) => each.kind === kind))]),
  );
  const rps = rounded((sent.length - failed.length) / report.seconds);
  const cpuMsPerRequest = rounded((cpu * 1_000) / sent.length);
  const { p50, p95, p99 } = whole;
  return {
    document: {
      ...thisMachine(),
      records,
      readers: READERS,
      seconds,
      rate,
      opened,
      requests: sent.length,
      rps,
      p50,
      p95,
      p99,
      errors: failed.length,
      cpuMsPerRequest,
      kinds,
    },
    sentences: [
      `${inWords(READERS)} readers of ${inWords(records)} papers; ${inWords(sent.length)} requests, ${inWords(rps)} answered a second, ${inWords(failed.length)} not as they should be.`,
      `All: half within ${inWords(p50)} ms, 95 of 100 within ${inWords(p95)} ms, 99 of 100 within ${inWords(p99)} ms.`,
      ...Object.entries(kinds).map(
        ([kind, { requests, p50: middle, p95: most }]) =>
          `${kind} (${inWords(requests)}): half within ${inWords(middle)} ms, 95 of 100 within ${inWords(most)} ms.`,
      ),
      `CPU time of a request, whoever asks included: ${inWords(cpuMsPerRequest)} ms.`,
    ],
  };
}

function figuresOf(sent: readonly Sent[]): { requests: number; p50: number; p95: number; p99: number } {
  const times = sent.map(({ ms }) => ms).sort((one, other) => one - other);
  const within = (share: number): number => rounded(times[Math.ceil(times.length * share) - 1] ?? 0);
  return { requests: times.length, p50: within(0.5), p95: within(0.95), p99: within(0.99) };
}
