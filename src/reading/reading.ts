/** Puts the room together over the record store. */
import type { Transaction } from 'kysely';
import type { AccountId } from '#people/index.ts';
import type { RoomStore } from '#storage/index.ts';
import { writeAnew } from './anew.ts';
import { Collections } from './collections.ts';
import type { Desk } from './desk.ts';
import { refuseTheGone } from './gone.ts';
import { History } from './history.ts';
import { HOLDINGS } from './holdings.ts';
import { Marks } from './marks.ts';
import { READING_MIGRATIONS } from './migrations.ts';
import { Notes } from './notes.ts';
import { Profile } from './profile.ts';
import { Saved } from './saved.ts';
import type { ReadingTables, Tables } from './tables.ts';
import { tidy } from './tidy.ts';
import { Todays } from './todays.ts';

/** Everything that the room keeps of a person, table by table. Survives JSON unchanged. */
export type TakenOut = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface Reading {
  readonly marks: Marks;
  readonly notes: Notes;
  readonly saved: Saved;
  readonly collections: Collections;
  /** What people opened and exported. */
  readonly history: History;
  /** What people ask of the feed, and what it is built on. */
  readonly profile: Profile;
  /** What the feed showed them, day by day. */
  readonly todays: Todays;
  /**
   * Forgets a person. Their collections go, also for those they were shared with; what they added to others' collections stays
   * without a name.
   * @param within another room's transaction that this is a part of; whoever began it empties the journal when it is over.
   * @returns false where an old state of the file is still being read; it is gone with the next start then, or the next deletion.
   */
  erase<Others>(account: AccountId, within?: Transaction<Others>): Promise<boolean>;
  /** What `erase` would take away or change, for the person themselves: others stand in it by their pseudonyms alone. */
  takeOut(account: AccountId): Promise<TakenOut>;
  /** Does what was put off because it takes seconds, for a time at which nobody writes. Where there is nothing to do, nothing is done. */
  tidy(): Promise<void>;
}

export interface ReadingOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * What the people of a house think of papers, keep and write. Several processes may open it at once. In a house with people, open
 * those before: then nothing is kept for somebody who was deleted.
 * @throws AppError `storage_failed`
 */
export async function openReading(store: RoomStore, { now = () => Date.now() }: ReadingOptions = {}): Promise<Reading> {
  const records = await store.room<ReadingTables>('reading', READING_MIGRATIONS);
  const desk: Desk = { records, now };
  await refuseTheGone(records);
  await tidy(records);
  const eraseIn = async (tables: Tables, account: AccountId): Promise<void> => {
    for (const { erase } of HOLDINGS) await erase(tables, account);
    await writeAnew(
      tables,
      HOLDINGS.map(({ table }) => table),
    );
  };
  return {
    marks: new Marks(desk),
    notes: new Notes(desk),
    saved: new Saved(desk),
    collections: new Collections(desk),
    history: new History(desk),
    profile: new Profile(desk),
    todays: new Todays(desk),
    async erase(account, within) {
      // All rooms' tables are in one file: what is a transaction for one is a transaction for this room too.
      if (within !== undefined) await eraseIn(within as unknown as Tables, account);
      else await records.change((tables) => eraseIn(tables, account));
      return within === undefined && records.emptyJournal();
    },
    // In a transaction, so that all of it is of one moment.
    takeOut: (account) =>
      records.change(async (tables) => {
        const taken: Record<string, TakenOut[string]> = {};
        for (const { table, takeOut } of HOLDINGS)
          taken[table.replace('reading_', '').replaceAll('_', '-')] = await takeOut(tables, account);
        return taken;
      }),
    tidy: () => tidy(records),
  };
}
