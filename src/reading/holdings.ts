/**
 * What the room holds of a person, table by table: how it is taken out for them and how it is erased. Both stand side by side, so
 * that neither can know a table that the other does not.
 */
import type { Kysely, Selectable } from 'kysely';
import type { AccountId } from '#people/index.ts';
import { removeCollections } from './collections.ts';
import type { Readable, ReadingTables, Tables } from './tables.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Holding {
  readonly table: keyof ReadingTables;
  /** As the person reads it: instants in words of ISO 8601, and what is absent is left out. */
  readonly takeOut: (tables: Readable, account: AccountId) => Promise<Rows>;
  readonly erase: (tables: Tables, account: AccountId) => Promise<unknown>;
}

/** The tables in which each row is one person's. */
type OwnTable = Exclude<keyof ReadingTables, `reading_collection${string}`>;

/** In an order in which they can be erased. */
export const HOLDINGS: readonly Holding[] = [
  own('reading_mark'),
  own('reading_history'),
  own('reading_note'),
  own('reading_label'),
  own('reading_wish'),
  own('reading_opened'),
  own('reading_exported'),
  own('reading_profile'),
  own('reading_left_out'),
  own('reading_interest'),
  own('reading_stance'),
  own('reading_today_change'),
  own('reading_today'),
  own('reading_shown'),
  {
    // What they added to others' collections stays there without a name; their own collections go below, and all in them.
    table: 'reading_collection_paper',
    takeOut: async (tables, account) => {
      const rows = await tables
        .selectFrom('reading_collection_paper as paper')
        .innerJoin('reading_collection as collection', 'collection.id', 'paper.collection')
        .select(['paper.collection', 'paper.paper', 'paper.added_by', 'paper.added_at'])
        .where((eb) => eb.or([eb('paper.added_by', '=', account), eb('collection.owner', '=', account)]))
        .orderBy('paper.sequence')
        .execute();
      return rows.map(plain);
    },
    erase: (tables, account) =>
      tables.updateTable('reading_collection_paper').set({ added_by: null }).where('added_by', '=', account).execute(),
  },
  {
    table: 'reading_collection_member',
    takeOut: async (tables, account) => {
      const rows = await tables
        .selectFrom('reading_collection_member as member')
        .innerJoin('reading_collection as collection', 'collection.id', 'member.collection')
        .selectAll('member')
        .where((eb) => eb.or([eb('member.account', '=', account), eb('collection.owner', '=', account)]))
        .execute();
      return rows.map(plain);
    },
    erase: (tables, account) => tables.deleteFrom('reading_collection_member').where('account', '=', account).execute(),
  },
  {
    table: 'reading_collection',
    takeOut: async (tables, account) => {
      const rows = await tables.selectFrom('reading_collection').selectAll().where('owner', '=', account).execute();
      return rows.map(plain);
    },
    erase: async (tables, account) => {
      const rows = await tables.selectFrom('reading_collection').select('id').where('owner', '=', account).execute();
      await removeCollections(
        tables,
        rows.map(({ id }) => id),
      );
    },
  },
];

function own(table: OwnTable): Holding {
  // One table stands for all that have the column: Kysely's types cannot follow a union of them.
  type Any = Kysely<{ readonly any: Pick<Selectable<ReadingTables[OwnTable]>, 'account'> }>;
  const named = table as 'any';
  return {
    table,
    takeOut: async (tables, account) => {
      const rows = await (tables as unknown as Any)
        .selectFrom(named)
        .selectAll()
        .where('account', '=', account)
        .execute();
      return rows.map(plain);
    },
    erase: (tables, account) => (tables as unknown as Any).deleteFrom(named).where('account', '=', account).execute(),
  };
}

const INSTANT = /(?:^|_)(?:at|since)$/;
const CLAIM = /^(?:is|keeps)_/;
const JSON_TEXT = /^(?:record|change)$/;

function plain(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => {
        if (INSTANT.test(column)) return [column, new Date(value as number).toISOString()];
        if (JSON_TEXT.test(column)) return [column, JSON.parse(value as string)];
        return [column, CLAIM.test(column) ? value === 1 : value];
      }),
  );
}
