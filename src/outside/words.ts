/** The sentences of the way out, for the person who waits for the answer. Pure. */
import type { TryAgain } from './failure.ts';
import type { Gate } from './gate.ts';

/** `20 seconds`, `0.5 seconds`, `2 minutes`. */
export function duration(ms: number): string {
  if (ms >= 120_000) return `${Math.ceil(ms / 60_000)} minutes`;
  const seconds = ms < 10_000 ? Math.ceil(ms / 100) / 10 : Math.ceil(ms / 1000);
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** `2 MB`, `64 kB`. */
export function size(bytes: number): string {
  return bytes >= 1e6 ? `${Math.round(bytes / 1e5) / 10} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}

/** @param instead a whole sentence, as for all of these. */
export function failed(
  name: string,
  why: TryAgain,
  tries: number,
  way: ReturnType<Gate['wayTo']>,
  instead: string,
): string {
  const times = tries === 1 ? '1 try' : `${tries} tries`;
  if (!why.isUnreachable) return `${name} did not answer as it should: it ${why.message} (${times}). ${instead}`;
  const reason = {
    network: 'from this machine (there is no network, or a proxy is needed: HTTPS_PROXY)',
    proxy: 'because the proxy that is set (HTTPS_PROXY) does not answer',
    named: 'because nothing answers at the address that the settings give for it',
  }[way];
  return `${name} cannot be reached ${reason}; ${times}. ${instead}`;
}

/** @param clause of a `Refused`. */
export function refused(name: string, clause: string, instead: string): string {
  return `${name} ${clause}. ${instead}`;
}

/** Asked to wait for longer than anybody should wait without being told. */
export function asksForRest(name: string, untilMs: number, instead: string): string {
  const clock = new Date(untilMs).toISOString().slice(11, 16);
  return `${name} has been asked too much and wants a pause of ${duration(untilMs - Date.now())}: try again after ${clock} UTC. ${instead}`;
}

/** @param last the latest of the failures. */
export function broken(
  name: string,
  last: TryAgain | undefined,
  failures: number,
  untilMs: number,
  instead: string,
): string {
  const why = last === undefined ? '' : ` (it ${last.message})`;
  const pause = duration(Math.max(1_000, untilMs - Date.now()));
  return `${name} failed ${failures} times in a row${why} and is not asked for another ${pause}. ${instead}`;
}
