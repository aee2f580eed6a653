/** How long a session lives. On a shared computer somebody else sits down soon; one's own device is kept for a season, a year at most. */
import type { SessionTable } from './tables.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `shared`: a computer on the ward. `own`: one's own device, chosen at sign-in. */
export type SessionKind = SessionTable['kind'];

const LIVES: Readonly<Record<SessionKind, { readonly idleMs: number; readonly wholeMs: number }>> = {
  shared: { idleMs: 30 * MINUTE_MS, wholeMs: 12 * HOUR_MS },
  own: { idleMs: 90 * DAY_MS, wholeMs: 365 * DAY_MS },
};

/** So long after the password was entered, sensitive acts ask for it no second time. */
const CONFIRMED_FOR_MS = 10 * MINUTE_MS;
/** What lies further ahead was written before the clock was set back; it must not live the longer for it. */
const AHEAD_MS = 5 * MINUTE_MS;

type Times = Pick<SessionTable, 'kind' | 'created_at' | 'used_at' | 'confirmed_at'>;

export function isLive({ kind, created_at, used_at }: Times, now: number): boolean {
  const { idleMs, wholeMs } = LIVES[kind];
  return isWithin(now - used_at, idleMs) && isWithin(now - created_at, wholeMs);
}

export function isConfirmed({ confirmed_at }: Times, now: number): boolean {
  return isWithin(now - confirmed_at, CONFIRMED_FOR_MS);
}

/** Sessions used before this instant are over, whatever else is so. */
export function oldestUse(kind: SessionKind, now: number): number {
  return now - LIVES[kind].idleMs;
}

function isWithin(ageMs: number, lifeMs: number): boolean {
  return ageMs >= -AHEAD_MS && ageMs < lifeMs;
}
