/** A service elsewhere, as a test wants it to behave: a real server of loopback, and the way out that leads to it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createOutside } from '#outside/index.ts';
import type { OutsideOptions, Service, ServiceOptions } from '#outside/index.ts';

export interface Elsewhere {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  readonly requests: { readonly method: string; readonly url: string; readonly atMs: number; readonly body: string }[];
  /** What the nth request gets, from 0. */
  answer: (n: number, request: IncomingMessage, response: ServerResponse) => void;
}

/** Ends with the test. */
export async function elsewhere(t: TestContext, answer: Elsewhere['answer']): Promise<Elsewhere> {
  const requests: Elsewhere['requests'] = [];
  const listener: RequestListener = async (request, response) => {
    const n = requests.length;
    const record = { method: request.method ?? '', url: request.url ?? '', atMs: performance.now(), body: '' };
    requests.push(record);
    for await (const chunk of request) record.body += String(chunk);
    there.answer(n, request, response);
  };
  const server = createServer((request, response) => void listener(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const there: Elsewhere = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer,
  };
  return there;
}

export const wayOut = (different: Partial<OutsideOptions> = {}): ReturnType<typeof createOutside> =>
  createOutside({ hosts: [], named: [], isProxied: () => false, userAgent: 'attune-test', ...different });

/** A service with times short enough for a test; each test says what is different in its own. */
export function serviceAt(address: string, different: Partial<ServiceOptions> = {}): Service {
  return wayOut({ named: [address] }).service({ ...SHORT, ...different });
}

export const SHORT: ServiceOptions = {
  name: 'PubMed',
  perSecond: 100,
  atOnce: 10,
  tries: 3,
  backOff: { firstMs: 10, mostMs: 40 },
  silenceMs: 150,
  wholeMs: 400,
  mostBytes: 100_000,
  breakAfter: 100,
  breakMs: 200,
  instead: 'Import files instead.',
};
