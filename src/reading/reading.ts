/** Puts the room together over the record store. */
import type { AccountId } from '#people/index.ts';
import type { RoomStore } from '#storage/index.ts';
import { writeAnew } from './anew.ts';
import { Collections } from './collections.ts';
import type { Desk } from './desk.ts';
import { History } from './history.ts';
import { HOLDINGS } from './holdings.ts';
import { Marks } from './marks.ts';
import { READING_MIGRATIONS } from './migrations.ts';
import { Notes } from './notes.ts';
import { Saved } from './saved.ts';
import type { ReadingTables } from './tables.ts';

/** Everything that the room keeps of a person, table by table. Survives JSON unchanged. */
export type TakenOut = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface Reading {
  readonly marks: Marks;
  readonly notes: Notes;
  readonly saved: Saved;
  readonly collections: Collections;
  /** What people opened and exported. */
  readonly history: History;
  /**
   * Forgets a person. Their collections go, also for those they were shared with; what they added to others' collections stays
   * without a name.
   * @returns false where an old state of the file is still being read; it is gone with the next start then, or the next deletion.
   */
  erase(account: AccountId): Promise<boolean>;
  /** What `erase` would take away or change, for the person themselves: others stand in it by their pseudonyms alone. */
  takeOut(account: AccountId): Promise<TakenOut>;
}

export interface ReadingOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * What the people of a house think of papers, keep and write. Several processes may open it at once.
 * @throws AppError `storage_failed`
 */
export async function openReading(store: RoomStore, { now = () => Date.now() }: ReadingOptions = {}): Promise<Reading> {
  const records = await store.room<ReadingTables>('reading', READING_MIGRATIONS);
  const desk: Desk = { records, now };
  // What a deletion could not take out of the journal, because somebody was reading, goes now.
  await records.emptyJournal();
  return {
    marks: new Marks(desk),
    notes: new Notes(desk),
    saved: new Saved(desk),
    collections: new Collections(desk),
    history: new History(desk),
    async erase(account) {
      await records.change(async (tables) => {
        for (const { erase } of HOLDINGS) await erase(tables, account);
        await writeAnew(
          tables,
          HOLDINGS.map(({ table }) => table),
        );
      });
      return records.emptyJournal();
    },
    // In a transaction, so that all of it is of one moment.
    takeOut: (account) =>
      records.change(async (tables) => {
        const taken: Record<string, TakenOut[string]> = {};
        for (const { table, takeOut } of HOLDINGS)
          taken[table.replace('reading_', '').replaceAll('_', '-')] = await takeOut(tables, account);
        return taken;
      }),
  };
}
