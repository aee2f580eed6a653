/**
 * The load of a server: requests sent when they are due, whatever became of those before. It is made in a thread of its own, so that a
 * server that is busy does not hold it up.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { throwsOf } from './dice.ts';
import { nextRequest } from './serve-requests.ts';
import type { Askable, PlannedRequest, RequestKind } from './serve-requests.ts';

export interface LoadOrder extends Askable {
  readonly address: string;
  /** Of the cookie that carries a reader's session. */
  readonly cookie: string;
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
}

/** One request that was due: how long after that moment the whole answer was there. */
export interface Sent {
  readonly kind: RequestKind;
  readonly ms: number;
  /** What was wrong with the answer; absent where it is one. */
  readonly error?: string;
}

export interface LoadReport {
  readonly sent: readonly Sent[];
  /** From the first request's moment to the last answer. */
  readonly seconds: number;
}

/** Longer, nobody waits for a page. */
const PATIENCE_MS = 10_000;
/** So many hold a browser of each reader, which has six; whoever would be one more waits for a free one, and the wait counts. */
const MOST_CONNECTIONS = 1_200;
const SEED = 20_261;

const order = workerData as LoadOrder;
const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });

parentPort?.postMessage('ready');
if (parentPort !== null) await once(parentPort, 'message');
parentPort?.postMessage(await load());
agent.destroy();
parentPort?.close();

async function load(): Promise<LoadReport> {
  const dice = throwsOf(SEED);
  const count = Math.max(1, Math.round(order.seconds * order.rate));
  const began = performance.now();
  const answers: Promise<Sent>[] = [];
  while (answers.length < count) {
    const due = began + (answers.length * 1_000) / order.rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    else answers.push(send(nextRequest(order, dice), due));
  }
  const sent = await Promise.all(answers);
  return { sent, seconds: (performance.now() - began) / 1_000 };
}

async function send(planned: PlannedRequest, due: number): Promise<Sent> {
  const error = await fault(planned, due);
  const ms = performance.now() - due;
  const late = ms > PATIENCE_MS ? 'took longer than ten seconds' : undefined;
  const wrong = error ?? late;
  return { kind: planned.kind, ms, ...(wrong === undefined ? {} : { error: wrong }) };
}

async function fault({ token, path, body, isAnswer }: PlannedRequest, due: number): Promise<string | undefined> {
  try {
    const asked = request(`${order.address}${path}`, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: `${order.cookie}=${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    });
    const alarm = setTimeout(() => asked.destroy(), due + PATIENCE_MS - performance.now());
    try {
      asked.end(body);
      const [answer] = await once(asked, 'response');
      const said = await text(answer);
      if (answer.statusCode !== 200) return `was answered ${answer.statusCode}: ${said.slice(0, 200)}`;
      return isAnswer(JSON.parse(said)) ? undefined : `was answered without what it asked for: ${said.slice(0, 200)}`;
    } finally {
      clearTimeout(alarm);
    }
  } catch (thrown) {
    return `was not answered: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}
