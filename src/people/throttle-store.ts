/**
 * rate-limiter-flexible's counters in the record store, so that neither a restart nor a second process forgets them. Its SQLite
 * limiter speaks to the `sqlite3` package's client; this answers in that package's place, through the house's one queue of writes.
 */
import { callbackify } from 'node:util';
import { CompiledQuery } from 'kysely';
import { RateLimiterSQLite } from 'rate-limiter-flexible';
import type { RoomRecords } from '#storage/index.ts';
import type { PeopleTables } from './tables.ts';

type Records = RoomRecords<PeopleTables>;

/** @param durationS after so many seconds from the first point a count begins anew. */
export function storedLimiter(
  records: Records,
  { keyPrefix, points, durationS }: { readonly keyPrefix: string; readonly points: number; readonly durationS: number },
): RateLimiterSQLite {
  return new RateLimiterSQLite({
    storeClient: client(records),
    storeType: 'sqlite3',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix,
    points,
    duration: durationS,
  });
}

/** What of the `sqlite3` client the limiter calls. Whether a deletion found anything is not asked here. */
function client(records: Records) {
  const execute = async (statement: string, parameters: unknown[] = []): Promise<unknown> => {
    // Each statement is a transaction here already.
    if (/savepoint/i.test(statement)) return undefined;
    const query = CompiledQuery.raw(statement, parameters);
    return records.change(async (tables) => (await tables.executeQuery(query)).rows[0]);
  };
  return { serialize: (work: () => void) => work(), run: callbackify(execute), get: callbackify(execute) };
}
