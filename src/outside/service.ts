/** One service elsewhere: its requests wait in one line, are tried again where that helps, and stop where it does not. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  halfJitterGenerator,
  handleType,
  isBrokenCircuitError,
} from 'cockatiel';
import PQueue from 'p-queue';
import { AppError } from '#model/index.ts';
import { Refused, TryAgain } from './failure.ts';
import { follow } from './follow.ts';
import type { Gate } from './gate.ts';
import { createPace, PACE_MS } from './pace.ts';
import type { Answer, Limits } from './send.ts';
import { asksForRest, broken, failed, refused } from './words.ts';

export interface ServiceOptions extends Limits {
  /** As it stands in sentences: `PubMed`. */
  readonly name: string;
  /** So many requests start in any second, retries included. */
  readonly perSecond: number;
  /** So many are under way at a time. */
  readonly atOnce: number;
  /** Takes the house's own turn, shared by all its processes, before each request and each retry. */
  readonly turn?: () => Promise<void>;
  /** In all, for one request. */
  readonly tries: number;
  /** Doubling from the first to the most, less up to a half by chance. */
  readonly backOff: { readonly firstMs: number; readonly mostMs: number };
  /** After so many failed tries in a row, of whatever requests, none is sent. More than `tries`, or one request does it alone. */
  readonly breakAfter: number;
  /** For so long; then one request is the test for all. */
  readonly breakMs: number;
  /** What else the person can do, as a whole sentence: it ends what is said when the service fails. */
  readonly instead: string;
}

export interface OutsideRequest {
  readonly url: string;
  /** Sent by POST when given; without it the request is GET. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the request at once, while it waits as well as under way. */
  readonly signal?: AbortSignal;
  /** Goes before all that wait: a person is looking at the screen. */
  readonly urgent?: boolean;
  /** Throws TryAgain where an answer of status 2xx is none; what else it throws ends the request. */
  readonly check?: (answer: Answer) => void;
  /** @param why a clause with the service as subject. @param tryNumber of the try that comes, from 2. */
  readonly onRetry?: (why: string, inMs: number, tryNumber: number, tries: number) => void;
}

export interface Service {
  /**
   * @returns any answer but those that another try may mend (408, 429, 5xx): the caller knows what a 404 means here.
   * @throws AppError `outside_failed` with a sentence for the person; the signal's reason; whatever `check` throws.
   */
  request(request: OutsideRequest): Promise<Answer>;
}

/** A service that asks for a longer rest is not waited for. */
const MOST_REST_MS = 60_000;
const TRIES_WITHOUT_NETWORK = 3;

export function createService(options: ServiceOptions, gate: Gate, userAgent: string): Service {
  const { name, turn, tries, backOff, breakAfter, breakMs, instead } = options;
  const { perSecond, atOnce } = options;
  // Keeps the line in order; the pace behind it makes up for requests that leave late.
  const queue = new PQueue({ concurrency: atOnce, intervalCap: perSecond, interval: PACE_MS, strict: true });
  const pace = createPace(perSecond);
  // A wish for a rest is heeded by all requests as it is, and no sign of a service that is down.
  const isFailure = ({ restMs }: TryAgain): boolean => restMs === undefined;
  const breaker = circuitBreaker(handleType(TryAgain, isFailure), {
    breaker: new ConsecutiveBreaker(breakAfter),
    halfOpenAfter: breakMs,
  });
  const delays = new ExponentialBackoff({
    generator: halfJitterGenerator,
    initialDelay: backOff.firstMs,
    maxDelay: backOff.mostMs,
  });
  let brokenUntil = 0;
  let restUntil = 0;
  breaker.onBreak(() => {
    brokenUntil = Date.now() + breakMs;
    queue.clear();
  });

  const error = (message: string, cause?: unknown): AppError => new AppError('outside_failed', message, { cause });
  const toldToWait = (): AppError => error(asksForRest(name, restUntil, instead));
  const isBroken = (): boolean => Date.now() < brokenUntil;
  function brokenError(): AppError {
    const last = (breaker.lastFailure as { error?: TryAgain } | undefined)?.error;
    return error(broken(name, last, breakAfter, brokenUntil, instead), last);
  }

  async function oneTry(url: URL, request: OutsideRequest): Promise<Answer> {
    const { signal, check } = request;
    const onSent = await pace.take();
    let answer: Answer;
    try {
      signal?.throwIfAborted();
      await turn?.();
      signal?.throwIfAborted();
      const form = request.form === undefined ? undefined : new URLSearchParams(request.form).toString();
      const asked = { url, form, headers: request.headers ?? {}, userAgent, signal, onSent };
      answer = await follow(asked, gate, options);
    } finally {
      onSent();
    }
    const { status } = answer;
    if (status === 408 || status === 429 || status >= 500) {
      const restMs = askedRestMs(answer) ?? (status === 429 ? backOff.firstMs : undefined);
      // At once, before the next in line begins.
      if (restMs !== undefined) restUntil = Math.max(restUntil, Date.now() + restMs);
      const clause = status === 429 ? 'has been asked too often (status 429)' : `answered with status ${status}`;
      throw new TryAgain(clause, restMs === undefined ? {} : { restMs });
    }
    if (status >= 200 && status < 300) check?.(answer);
    return answer;
  }

  /** @returns undefined where the service asked for a rest while this request waited. */
  async function inLine(url: URL, request: OutsideRequest, attempt: number): Promise<Answer | undefined> {
    const { signal, urgent = false } = request;
    const priority = (urgent ? 2 : 0) + (attempt > 1 ? 1 : 0);
    return queue.add(async () => (Date.now() < restUntil ? undefined : breaker.execute(() => oneTry(url, request))), {
      priority,
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async function request(asked: OutsideRequest): Promise<Answer> {
    const { signal, onRetry } = asked;
    if (!URL.canParse(asked.url)) throw error(refused(name, 'was not asked: its address cannot be read', instead));
    const url = new URL(asked.url);
    for (let attempt = 1, delay = delays.next(); ;) {
      const restMs = restUntil - Date.now();
      if (restMs > MOST_REST_MS) throw toldToWait();
      if (restMs > 0) await pause(restMs, signal);
      if (isBroken()) throw brokenError();
      try {
        const answer = await inLine(url, asked, attempt);
        if (answer !== undefined) return answer;
      } catch (thrown) {
        signal?.throwIfAborted();
        if (thrown instanceof Refused) throw error(refused(name, thrown.message, instead), thrown);
        if (isBrokenCircuitError(thrown) || isCleared(thrown)) throw brokenError();
        if (!(thrown instanceof TryAgain)) throw thrown;
        const most = thrown.isUnreachable ? Math.min(TRIES_WITHOUT_NETWORK, tries) : tries;
        const inMs = Math.max(delay.duration, thrown.restMs ?? 0);
        if ((thrown.restMs ?? 0) > MOST_REST_MS) throw toldToWait();
        if (attempt >= most) throw error(failed(name, thrown, attempt, gate.wayTo(url), instead), thrown);
        attempt += 1;
        onRetry?.(thrown.message, inMs, attempt, most);
        await pause(inMs, signal);
        delay = delay.next(undefined);
      }
    }
  }
  return { request };
}

/** What `queue.clear()` makes of those that wait. */
function isCleared(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  }
}

/** `Retry-After` in seconds or as a date; undefined where it says nothing that can be read. */
function askedRestMs({ headers }: Answer): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
