/** One request and its whole answer, bounded in time and size. Knows no service and tries nothing twice. */
import { once } from 'node:events';
import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { failureOf, Refused, TryAgain } from './failure.ts';
import { duration, size } from './words.ts';

export interface Answer {
  readonly status: number;
  /** By lower-case name; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly body: Buffer;
}

export interface Limits {
  /** No byte for so long: given up. */
  readonly silenceMs: number;
  /** For the whole answer, so that one byte now and then is no way to hold a request for ever. */
  readonly wholeMs: number;
  /** Of the answer, packed as well as unpacked. */
  readonly mostBytes: number;
}

export interface Sending {
  readonly headers: Readonly<Record<string, string>>;
  /** A form is sent by POST; without one it is GET. */
  readonly form: string | undefined;
  readonly lookup: LookupFunction | undefined;
  readonly signal: AbortSignal | undefined;
  /** Called when the request has left the machine. */
  readonly onSent: () => void;
}

/**
 * Redirects are answers here. A body that ends early is a failure, never a short answer.
 * @throws TryAgain, Refused, or the signal's reason.
 */
export async function send(url: URL, sending: Sending, limits: Limits): Promise<Answer> {
  const { headers, form, lookup, signal, onSent } = sending;
  const own = new AbortController();
  const stop = (): void => own.abort(signal?.reason);
  const giveUp = (clause: string): void => own.abort(new TryAgain(clause));
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  const silence = setTimeout(() => giveUp(`sent nothing for ${duration(limits.silenceMs)}`), limits.silenceMs);
  const whole = setTimeout(() => giveUp(`took longer than ${duration(limits.wholeMs)}`), limits.wholeMs);
  let isAnswering = false;
  try {
    own.signal.throwIfAborted();
    // Without an agent of its own, so that the proxy of the process holds.
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(form === undefined ? {} : formHeaders(form)), 'accept-encoding': 'gzip' },
      ...(lookup === undefined ? {} : { lookup }),
      signal: own.signal,
    });
    // It may still fail when its answer is being read, which says so itself.
    request.on('error', () => undefined);
    request.once('finish', onSent);
    request.end(form);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    isAnswering = true;
    silence.refresh();
    const body = await bodyOf(response, limits.mostBytes, own.signal, () => silence.refresh());
    return { status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (thrown) {
    throw own.signal.aborted ? own.signal.reason : failureOf(thrown, isAnswering);
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
    signal?.removeEventListener('abort', stop);
  }
}

function formHeaders(form: string): Record<string, string> {
  return { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(form)) };
}

async function bodyOf(
  response: IncomingMessage,
  most: number,
  signal: AbortSignal,
  onBytes: () => void,
): Promise<Buffer> {
  const tooLarge = (): Refused => new Refused(`sent an answer of more than ${size(most)}, which is not taken`);
  const limited = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of source) {
      onBytes();
      bytes += chunk.length;
      if (bytes > most) throw tooLarge();
      yield chunk;
    }
  };
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of limited(source)) chunks.push(chunk);
  };
  const packing = response.headers['content-encoding'] ?? 'identity';
  if (packing === 'gzip' || packing === 'x-gzip') {
    await pipeline(response, limited, createGunzip(), collect, { signal });
  } else if (packing === 'identity') {
    await pipeline(response, collect, { signal });
  } else {
    response.destroy();
    throw new Refused('sent an answer packed in a way that was not asked for');
  }
  return Buffer.concat(chunks);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}
