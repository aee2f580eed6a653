/** The tables of a library file, step by step. A step that has shipped is never edited; the next one is added below. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Migrations } from '#storage/index.ts';
import { COLUMNS } from './document.ts';

/** Signs that stand inside the words `text` makes and inside facts; everything beyond ASCII counts as a letter by itself. */
const WORD_SIGNS = '+.,=_|';

export const MIGRATIONS: Migrations = {
  '001-papers': { up: papers },
  '002-bookmarks': { up: bookmarks },
  '003-entered': { up: entered },
};

async function papers(db: Kysely<never>): Promise<void> {
  const steps = [
    `create table paper (
       number integer primary key, id text not null unique, source text not null, version integer not null,
       year integer, day text not null, revised text, has_abstract integer not null, recorded_at text not null) strict`,
    'create index paper_day on paper (day, number)',
    'create table record (paper integer primary key references paper on delete cascade, json text not null) strict',
    `create table facet (
       paper integer not null references paper on delete cascade, kind text not null, value text not null,
       primary key (paper, kind, value)) strict, without rowid`,
    `create table identifier (
       value text not null, paper integer not null references paper on delete cascade,
       primary key (value, paper)) strict, without rowid`,
    'create index identifier_paper on identifier (paper)',
    `create table relation (
       paper integer not null references paper on delete cascade, type text not null, other text not null,
       primary key (paper, type, other)) strict, without rowid`,
    'create index relation_other on relation (other)',
    'create table tombstone (id text primary key, file text not null, deleted_at text not null) strict, without rowid',
    `create table applied_file (
       digest text primary key, reading integer not null, name text not null, records integer not null, applied_at text not null)
       strict, without rowid`,
    `create table quarantine (
       file text not null, ordinal integer not null, line integer not null, pmid text, reason text not null, excerpt text not null,
       set_aside_at text not null, primary key (file, ordinal)) strict, without rowid`,
    'create table setting (name text primary key, value text not null) strict, without rowid',
    `create virtual table word using fts5 (
       ${COLUMNS.map((column) => column.name).join(', ')},
       content = '', contentless_delete = 1, tokenize = "ascii tokenchars '${WORD_SIGNS}'")`,
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}

async function bookmarks(db: Kysely<never>): Promise<void> {
  await sql.raw('create table bookmark (name text primary key, value text not null) strict, without rowid').execute(db);
}

/** The day a paper entered PubMed, else its earliest other date, and the instant it first came in here. */
async function entered(db: Kysely<never>): Promise<void> {
  const day = (from: string): string =>
    `printf('%04d-%02d-%02d', ${from} ->> '$.year', coalesce(${from} ->> '$.month', 1), coalesce(${from} ->> '$.day', 1))`;
  const steps = [
    "alter table paper add column entered text not null default ''",
    "alter table paper add column arrived_at text not null default ''",
    `update paper set arrived_at = recorded_at, entered = coalesce(
       (select min(${day("each.value -> '$.date'")}) from record, json_each(record.json, '$.history') as each
        where record.paper = number and each.value ->> '$.event' = 'entrez'),
       (select min(day) from (
          select ${day("each.value -> '$.date'")} as day from record, json_each(record.json, '$.history') as each where record.paper = number
          union all select ${day("json -> '$.published'")} from record where record.paper = number and json -> '$.published' is not null
          union all select ${day("json -> '$.publishedOnline'")} from record where record.paper = number and json -> '$.publishedOnline' is not null)),
       '')`,
    'create index paper_entered on paper (entered, number)',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
