/**
 * Leaving nothing of what was deleted in the file. SQLite zeroes what is deleted, but not what an earlier split of a page left behind
 * in the gaps: of several hundred texts one or two stay readable. A table that is emptied whole and filled again leaves none.
 */
import { sql } from 'kysely';
import type { ReadingTables, Tables } from './tables.ts';

/** More rows than this would hold up everybody who writes for seconds. */
const MOST_ROWS = 200_000;
/** A row of these is a whole day's list. */
const MOST_LONG_ROWS = 2_000;
const LONG: ReadonlySet<keyof ReadingTables> = new Set(['reading_today', 'reading_today_change']);

/** What people typed stands here; these are written anew however long they are. */
const TYPED: ReadonlySet<keyof ReadingTables> = new Set([
  'reading_note',
  'reading_label',
  'reading_collection',
  'reading_interest',
  'reading_left_out',
  'reading_stance',
]);

/**
 * Writes tables anew in the transaction that deleted from them; call `emptyJournal` when it is over. Tables of ids and instants alone
 * are left as they are where they have more than 200,000 rows, and kept days where there are more than 2,000: what a gap may still hold there is the id of a paper.
 */
export async function writeAnew(tables: Tables, names: readonly (keyof ReadingTables)[]): Promise<void> {
  // The papers of a collection are without it for a moment.
  await sql.raw('pragma defer_foreign_keys = on').execute(tables);
  for (const name of names) {
    if (!TYPED.has(name) && (await isLong(tables, name))) continue;
    for (const step of [
      `create temp table kept as select * from main.${name}`,
      `delete from main.${name}`,
      `insert into main.${name} select * from temp.kept`,
      'drop table temp.kept',
    ])
      await sql.raw(step).execute(tables);
  }
}

async function isLong(tables: Tables, name: keyof ReadingTables): Promise<boolean> {
  const { rows } = await sql
    .raw(`select 1 from ${name} limit 1 offset ${LONG.has(name) ? MOST_LONG_ROWS : MOST_ROWS}`)
    .execute(tables);
  return rows.length > 0;
}
