/**
 * Cleaning up behind notes that were removed. Writing all notes of a house anew takes seconds, in which nobody else can write: so it is
 * marked that it is to be done, and done when the house is opened, or at night.
 */
import { sql } from 'kysely';
import type { RoomRecords } from '#storage/index.ts';
import { writeAnew } from './anew.ts';
import type { Readable, ReadingTables, Tables } from './tables.ts';

/** Part of the transaction that removed a note. SQLite keeps this number for whoever owns the file; 0 is what it begins with. */
export async function markToTidy(tables: Tables): Promise<void> {
  await sql.raw('pragma user_version = 1').execute(tables);
}

/** Where nothing is marked, nothing is written. */
export async function tidy({ read, change, emptyJournal }: RoomRecords<ReadingTables>): Promise<void> {
  if (!(await isMarked(read))) return;
  await change(async (tables) => {
    // Another process may have done it meanwhile.
    if (!(await isMarked(tables))) return;
    await writeAnew(tables, ['reading_note']);
    await sql.raw('pragma user_version = 0').execute(tables);
  });
  await emptyJournal();
}

async function isMarked(tables: Readable | Tables): Promise<boolean> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(tables);
  return rows[0]?.user_version === 1;
}
