/**
 * The one way from the page to the server. Paths, what is sent and what comes back are typed from the contract, of which
 * nothing but types is imported: its schemas stay out of what a reader has to download.
 */
import type { z } from 'zod';
import type { Problem, RouteName, ROUTES } from '#api/index.ts';
import { CALLS } from './calls.ts';
import { outlivesPage } from './outliving.ts';

type Routes = typeof ROUTES;
type Sent<N extends RouteName> = z.input<Routes[N]['request']>;
type Answer<N extends RouteName> = z.output<Routes[N]['answer']>;

/** Why there is no answer: the server's own sentence, or `unreachable` where nothing usable came back. */
export class CallFailed extends Error {
  readonly code: string;
  readonly at: Problem['error']['at'];
  /** Seconds after which another try is taken, where the server named them. */
  readonly waitS: number | undefined;

  constructor(error: Problem['error'], { waitS, ...options }: { cause?: unknown; waitS?: number | undefined } = {}) {
    super(error.message, options);
    this.name = 'CallFailed';
    this.code = error.code;
    this.at = error.at;
    this.waitS = waitS;
  }
}

/**
 * @param signal ends a request whose answer nobody waits for any more.
 * @param file the body of a call that takes a file; what else it asks stands in the address then.
 * @throws {CallFailed} with the server's problem, or with the code `unreachable`.
 */
export async function call<N extends RouteName>(
  name: N,
  sent: Sent<N>,
  signal?: AbortSignal,
  file?: Blob,
): Promise<Answer<N>> {
  const { method, path } = CALLS[name];
  const { url, rest } = filled(path, sent as Record<string, unknown>);
  const isInAddress = method === 'GET' || file !== undefined;
  const text = JSON.stringify(rest);
  const response = await fetch(isInAddress ? url + asQuery(rest) : url, {
    method,
    headers: { accept: 'application/json', ...(method === 'POST' && { 'content-type': typeOf(file) }) },
    ...(method === 'POST' && { body: file ?? text }),
    ...(signal && { signal }),
    keepalive: method === 'POST' && file === undefined && outlivesPage(path, text),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw unreachable(cause);
  });
  const answer: unknown = await response.json().catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw unreachable(cause);
  });
  if (isProblem(answer)) throw new CallFailed(answer.error, { waitS: waitIn(response) });
  if (!response.ok) throw unreachable(response.status);
  // The server checks its answers against the same contract; checking twice would only cost the reader time.
  return answer as Answer<N>;
}

/** The address of a file to take out, for a plain link: the browser fetches and keeps it itself. */
export function addressOf<N extends RouteName>(name: N, sent: Sent<N>): string {
  const { url, rest } = filled(CALLS[name].path, sent as Record<string, unknown>);
  return url + asQuery(rest);
}

function typeOf(file: Blob | undefined): string {
  return file === undefined ? 'application/json' : 'application/octet-stream';
}

function unreachable(cause: unknown): CallFailed {
  return new CallFailed({ code: 'unreachable', message: 'Attune did not answer.' }, { cause });
}

function waitIn({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'message' in error && 'code' in error;
}

/** Puts `:name` parts into the path; what is left goes into the query or the body. */
function filled(path: string, sent: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...sent };
  const url = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { url, rest };
}

function asQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query}`;
}
