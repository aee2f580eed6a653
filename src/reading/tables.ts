/**
 * The tables of reading: what each person thinks of papers, keeps of them and writes on them. Papers and people stand here by their
 * ids alone. Instants are milliseconds since 1970 in UTC; where order matters, the sequence of the database decides and not a clock.
 */
import type { Generated, Kysely, Transaction } from 'kysely';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { CollectionId, CollectionRight } from './ids.ts';
import type { HistoryAct, MarkState, Why } from './mark.ts';
import type { FeedTables } from './tables-feed.ts';

/** How a paper stands with a person now. */
interface MarkTable extends MarkState {
  readonly account: AccountId;
  readonly paper: RecordId;
}

/** What a person did with papers, in order; never changed, and gone with the person. */
interface HistoryTable {
  readonly sequence: Generated<number>;
  readonly at: number;
  readonly account: AccountId;
  readonly paper: RecordId;
  readonly act: HistoryAct;
  readonly why: Why | null;
}

interface NoteTable {
  readonly account: AccountId;
  readonly paper: RecordId;
  readonly text: string;
  readonly changed_at: number;
}

/** A row stays when its paper is no longer saved, so that saving it again brings its labels back. */
interface LabelTable {
  readonly account: AccountId;
  readonly paper: RecordId;
  /** The form in which labels are compared. */
  readonly key: string;
  /** As it was typed; the same in all rows of one key. */
  readonly name: string;
}

interface CollectionTable {
  readonly id: CollectionId;
  readonly owner: AccountId;
  readonly name: string;
  /** The form in which names are compared. */
  readonly key: string;
  readonly made_at: number;
}

interface CollectionPaperTable {
  /** The order of adding. */
  readonly sequence: Generated<number>;
  readonly collection: CollectionId;
  readonly paper: RecordId;
  /** Null where whoever added it is nobody any more. */
  readonly added_by: AccountId | null;
  readonly added_at: number;
}

interface CollectionMemberTable {
  readonly collection: CollectionId;
  readonly account: AccountId;
  readonly right: CollectionRight;
  readonly since: number;
}

/** Whether somebody wants it kept what they opened; who has no row does not. */
interface WishTable {
  readonly account: AccountId;
  readonly keeps_opened: 0 | 1;
  readonly changed_at: number;
}

interface OpenedTable {
  /** The order of opening; a paper opened again gets a new one. */
  readonly sequence: Generated<number>;
  readonly account: AccountId;
  readonly paper: RecordId;
  readonly opened_at: number;
  readonly times: number;
}

interface ExportedTable {
  readonly sequence: Generated<number>;
  readonly account: AccountId;
  readonly exported_at: number;
  readonly format: string;
  /** How many. */
  readonly papers: number;
  readonly source: 'paper' | 'selection' | 'saved' | 'search' | 'collection';
}

export interface ReadingTables extends FeedTables {
  readonly reading_mark: MarkTable;
  readonly reading_history: HistoryTable;
  readonly reading_note: NoteTable;
  readonly reading_label: LabelTable;
  readonly reading_collection: CollectionTable;
  readonly reading_collection_paper: CollectionPaperTable;
  readonly reading_collection_member: CollectionMemberTable;
  readonly reading_wish: WishTable;
  readonly reading_opened: OpenedTable;
  readonly reading_exported: ExportedTable;
}

/** The tables inside a transaction that holds the write lock. */
export type Tables = Transaction<ReadingTables>;

/** The tables for looking, inside a transaction or outside. */
export type Readable = Kysely<ReadingTables>;
