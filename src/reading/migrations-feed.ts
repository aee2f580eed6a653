/** The step that makes the tables of the feed, and the indexes by which it finds what somebody thinks of papers. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function feed(db: Kysely<never>): Promise<void> {
  const value = 'value text not null check (length(value) between 1 and 300)';
  const day = "text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')";
  const steps = [
    // Those who like thousands of papers are asked for the newest of them with every page.
    `create index reading_history_judged on reading_history (account, act, sequence, paper)
     where act in ('like', 'less')`,
    `create index reading_history_opinion on reading_history (account, paper, sequence, act)
     where act in ('like', 'less', 'no-opinion')`,
    'create index reading_mark_opinion on reading_mark (account, opinion) where opinion is not null',
    `create table reading_profile (
       account text primary key, places integer not null default 5 check (places between 1 and 12),
       paused_at integer, paused_as integer check (paused_as >= 0),
       started_over_at integer, started_over_as integer check (started_over_as >= 0),
       changes integer not null check (changes > 0),
       check ((paused_at is null) = (paused_as is null)),
       check ((started_over_at is null) = (started_over_as is null))) strict, without rowid`,
    `create table reading_left_out (
       account text not null, what text not null check (what in ('type', 'journal', 'species', 'only-language')),
       position integer not null check (position between 0 and 49), ${value},
       primary key (account, what, position), unique (account, what, value)) strict, without rowid`,
    `create table reading_interest (
       account text not null, position integer not null check (position between 0 and 19),
       kind text not null check (kind in ('topic', 'journal', 'specialty')), ${value},
       primary key (account, position), unique (account, kind, value)) strict, without rowid`,
    `create table reading_stance (
       account text not null, term text not null check (length(term) between 1 and 300),
       stance text not null check (stance in ('more', 'less', 'forget')), at integer not null,
       primary key (account, term)) strict, without rowid`,
    `create table reading_today (
       sequence integer primary key autoincrement, account text not null, day ${day}, opened_at integer not null,
       record text not null check (length(cast(record as blob)) <= 200000 and json_valid(record)),
       unique (account, day)) strict`,
    `create table reading_today_change (
       sequence integer primary key autoincrement, account text not null, day ${day}, at integer not null,
       change text not null check (length(cast(change as blob)) <= 4000 and json_valid(change))) strict`,
    'create index reading_today_change_day on reading_today_change (account, day, sequence)',
    `create table reading_shown (
       account text not null, paper text not null, times integer not null check (times > 0),
       last_day ${day.replaceAll('day ', 'last_day ')}, primary key (account, paper)) strict, without rowid`,
    'create index reading_shown_again on reading_shown (account, times) where times > 1',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
