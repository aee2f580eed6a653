/**
 * A stand-in for NCBI on loopback: E-utilities' search and fetch, and PMC's id converter, over invented papers.
 * It holds callers to NCBI's rules, and behaves badly when a test says so.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articleSet } from './_ncbi-papers.ts';
import type { NcbiPaper } from './_ncbi-papers.ts';
import { convertIds, fetchError, fetchRecords, json, lostHistory, page, search, searchError } from './_ncbi-answers.ts';
import type { History, NcbiAnswer } from './_ncbi-answers.ts';

export { madeUpPapers } from './_ncbi-papers.ts';
export type { NcbiPaper } from './_ncbi-papers.ts';

/** `cut` declares its length and sends half; `drip` sends a byte each 100 ms; `key invalid` echoes the key, as NCBI does. */
export type Fault =
  | 'status 429'
  | 'status 429 with retry-after'
  | 'status 500'
  | 'drip'
  | 'silence'
  | 'error body'
  | 'html'
  | 'cut'
  | 'empty set'
  | 'expired history'
  | 'raw newline'
  | 'key invalid';

export interface NcbiRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Of the address and of the form. */
  readonly params: Readonly<Record<string, string>>;
  /** Of `performance.now()`. */
  readonly atMs: number;
}

export interface NcbiOptions {
  readonly papers?: readonly NcbiPaper[];
  readonly fault?: FaultHook;
  /** Requests of any second that are answered; else 3, and 10 with a key. False for no limit. */
  readonly perSecond?: number | false;
  /** False where `tool` alone will do. */
  readonly emailNeeded?: boolean;
}

/** @param n which request it is, from 0. */
export type FaultHook = (request: NcbiRequest, n: number) => Fault | undefined;

export interface Ncbi {
  /** `http://127.0.0.1:41234/` */
  readonly address: string;
  /** All of them, those that were turned away too. */
  readonly requests: NcbiRequest[];
  /** What it holds; a test may add to it. */
  readonly papers: NcbiPaper[];
  fault: FaultHook | undefined;
  close(): Promise<void>;
}

const SEARCH = '/entrez/eutils/esearch.fcgi';
const FETCH = '/entrez/eutils/efetch.fcgi';
const CONVERT = '/tools/idconv/api/v1/articles/';
/** Of the first line of a request, in signs. */
const MOST_LINE = 4_000;

export async function startNcbi(options: NcbiOptions = {}): Promise<Ncbi> {
  const history: History = new Map();
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, path, params } = await read(request);
    const asked: NcbiRequest = { path, method, params, atMs: performance.now() };
    const n = ncbi.requests.push(asked) - 1;
    const fault = ncbi.fault?.(asked, n);
    if (fault === 'silence') return;
    const good = turnedAway(request, asked) ?? rightAnswer(asked);
    const { status, type, body } = fault === undefined ? good : (faulty(fault, asked) ?? good);
    const bytes = Buffer.from(body);
    const rest = fault === 'status 429 with retry-after' ? { 'retry-after': '1' } : {};
    response.writeHead(status, { 'content-type': `${type}; charset=UTF-8`, 'content-length': bytes.length, ...rest });
    if (fault === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    else if (fault === 'drip') drip(response, bytes);
    else response.end(bytes);
  }

  function turnedAway(request: IncomingMessage, { params, atMs }: NcbiRequest): NcbiAnswer | undefined {
    if (`${request.method} ${request.url} HTTP/1.1`.length > MOST_LINE) return page('Submitted URI too large!', 414);
    const key = params['api_key'];
    const limit = options.perSecond ?? (key === undefined ? 3 : 10);
    const count = ncbi.requests.filter((each) => each.atMs > atMs - 1_000).length;
    if (limit !== false && count > limit) return tooMany(count, limit, key);
    const isNamed = params['tool'] !== undefined && (options.emailNeeded === false || params['email'] !== undefined);
    return isNamed ? undefined : json({ error: 'The stand-in wants tool and email with every request' }, 400);
  }

  function rightAnswer({ path, params }: NcbiRequest): NcbiAnswer {
    if (path === SEARCH) return search(params, ncbi.papers, history);
    if (path === FETCH) return fetchRecords(params, ncbi.papers, history);
    return path === CONVERT ? convertIds(params, ncbi.papers) : page('Not Found', 404);
  }

  function drip(response: ServerResponse, bytes: Buffer): void {
    let sent = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, (sent += 1)));
      if (sent < bytes.length && !response.destroyed) return;
      clearInterval(timer);
      response.end();
    }, 100);
    timers.add(timer);
  }

  const ncbi: Ncbi = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests: [],
    papers: [...(options.papers ?? [])],
    fault: options.fault,
    async close() {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return ncbi;
}

async function read(request: IncomingMessage): Promise<Omit<NcbiRequest, 'atMs'>> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://ncbi.test');
  let form = '';
  for await (const chunk of request) form += String(chunk);
  const params = Object.fromEntries([...searchParams, ...new URLSearchParams(form)]);
  return { path: pathname, method: request.method === 'POST' ? 'POST' : 'GET', params };
}

function tooMany(count: number, limit: number, key: string | undefined): NcbiAnswer {
  const error = 'API rate limit exceeded';
  return json(
    key === undefined
      ? { error, 'api-key': '192.0.2.1', count: String(count), limit: String(limit) }
      : { error, count: String(count) },
    429,
  );
}

/** @returns undefined where the fault is in the sending, not in the answer. */
function faulty(fault: Fault, { path, params }: NcbiRequest): NcbiAnswer | undefined {
  const wrong = (message: string): NcbiAnswer => (path === FETCH ? fetchError(message) : searchError(message));
  switch (fault) {
    case 'status 429':
    case 'status 429 with retry-after':
      return tooMany(4, 3, params['api_key']);
    case 'status 500':
      return page('Internal Server Error', 500);
    case 'error body':
      return wrong('Search Backend failed: the stand-in was told so');
    case 'expired history':
      return wrong(lostHistory(params['query_key'] ?? '1'));
    case 'html':
      return page('PmFetch response');
    case 'key invalid':
      return json({ error: 'API key invalid', 'api-key': params['api_key'] ?? '' }, 400);
    case 'raw newline':
      return {
        status: 200,
        type: 'application/json',
        body: '{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"ERROR":"Search Backend failed:\nthe stand-in was told so"}}',
      };
    case 'empty set':
      if (path === FETCH) return { status: 200, type: 'text/xml', body: articleSet([]) };
      return json({ header: { type: 'esearch', version: '0.3' }, esearchresult: { count: '0', retmax: '0', retstart: '0', idlist: [] } }); // prettier-ignore
    default:
      return undefined;
  }
}
