/** The steps that make the tables of reading. Shipped steps are never edited. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Migrations } from '#storage/index.ts';
import { feed } from './migrations-feed.ts';

export const READING_MIGRATIONS: Migrations = { 'reading-001-marks': { up: marks }, 'reading-002-feed': { up: feed } };

async function marks(db: Kysely<never>): Promise<void> {
  const named = "check (length(name) between 1 and 200), key text not null check (key <> '')";
  const steps = [
    `create table reading_mark (
       account text not null, paper text not null, opinion text check (opinion in ('like', 'less')),
       why text check (why in ('not-my-field', 'poor-study', 'known-already')), saved_at integer, saved_as integer,
       saved_noticed text,
       is_read integer not null default 0 check (is_read in (0, 1)),
       is_hidden integer not null default 0 check (is_hidden in (0, 1)),
       primary key (account, paper), check (why is null or opinion is 'less'),
       check ((saved_at is null) = (saved_as is null)),
       check (saved_noticed is null or saved_as is not null)) strict, without rowid`,
    'create unique index reading_mark_saved on reading_mark (account, saved_as) where saved_as is not null',
    `create table reading_history (
       sequence integer primary key autoincrement, at integer not null, account text not null, paper text not null,
       act text not null check (act in ('like', 'less', 'no-opinion', 'save', 'unsave', 'read', 'unread', 'hide', 'show',
       'note', 'unnote')),
       why text check (why in ('not-my-field', 'poor-study', 'known-already')),
       check (why is null or act = 'less')) strict`,
    'create index reading_history_account on reading_history (account, sequence)',
    'create index reading_history_paper on reading_history (account, paper, sequence)',
    `create trigger reading_history_no_update before update on reading_history
     begin select raise(abort, 'What the history says is never changed.'); end`,
    `create trigger reading_history_no_replace before insert on reading_history
     when exists (select 1 from reading_history where sequence = new.sequence)
     begin select raise(abort, 'What the history says is never changed.'); end`,
    `create table reading_note (
       account text not null, paper text not null, text text not null check (length(text) between 1 and 10000),
       changed_at integer not null, primary key (account, paper)) strict, without rowid`,
    `create table reading_label (
       account text not null, paper text not null, name text not null ${named},
       primary key (account, paper, key)) strict, without rowid`,
    'create index reading_label_key on reading_label (account, key)',
    `create table reading_collection (
       id text primary key, owner text not null, name text not null ${named},
       made_at integer not null, unique (owner, key)) strict, without rowid`,
    `create table reading_collection_paper (
       sequence integer primary key autoincrement, collection text not null references reading_collection,
       paper text not null, added_by text, added_at integer not null, unique (collection, paper)) strict`,
    'create index reading_collection_paper_order on reading_collection_paper (collection, sequence)',
    `create index reading_collection_paper_added on reading_collection_paper (added_by, paper)
     where added_by is not null`,
    `create table reading_collection_member (
       collection text not null references reading_collection, account text not null,
       "right" text not null check ("right" in ('read', 'add')), since integer not null,
       primary key (collection, account)) strict, without rowid`,
    'create index reading_collection_member_account on reading_collection_member (account)',
    `create table reading_wish (
       account text primary key, keeps_opened integer not null check (keeps_opened in (0, 1)),
       changed_at integer not null) strict, without rowid`,
    `create table reading_opened (
       sequence integer primary key autoincrement, account text not null, paper text not null,
       opened_at integer not null, times integer not null check (times > 0), unique (account, paper)) strict`,
    'create index reading_opened_account on reading_opened (account, sequence)',
    `create table reading_exported (
       sequence integer primary key autoincrement, account text not null, exported_at integer not null,
       format text not null, papers integer not null check (papers >= 0),
       source text not null check (source in ('paper', 'selection', 'saved', 'search', 'collection'))) strict`,
    'create index reading_exported_account on reading_exported (account, sequence)',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
