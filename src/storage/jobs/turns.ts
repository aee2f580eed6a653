/** Turns at a service elsewhere, shared by all processes of the house, so that together they keep to what the service allows. */
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { NOW } from './clock.ts';
import type { JobTables } from './tables.ts';

/** A turn further ahead than that is from before the clock was set back. */
const MOST_AHEAD_MS = 60_000;

/** Comes back when it is this caller's turn; two turns at a service lie at least `everyMs` apart. */
export async function takeTurn(db: Kysely<JobTables>, service: string, everyMs: number): Promise<void> {
  const { rows } = await sql<{ in_ms: number }>`
    insert into turn (service, at) values (${service}, ${NOW})
    on conflict (service) do update set at = case
      when at > ${NOW} + ${MOST_AHEAD_MS} then ${NOW}
      else max(at + ${everyMs}, ${NOW}) end
    returning at - ${NOW} as in_ms`.execute(db);
  const inMs = rows[0]?.in_ms ?? 0;
  if (inMs > 0) await wait(inMs);
}
