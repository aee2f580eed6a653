/** The steps that make the tables of people. Shipped steps are never edited. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { GONE } from '#storage/index.ts';
import type { Migrations } from '#storage/index.ts';
import { wordsOf } from './name-words.ts';

export const PEOPLE_MIGRATIONS: Migrations = {
  'people-001-accounts': { up: accounts },
  'people-002-gone': { up: gone },
  'people-003-names': { up: names },
};

async function accounts(db: Kysely<never>): Promise<void> {
  const steps = [
    `create table account (
       id text primary key, state text not null check (state in ('invited', 'active', 'disabled', 'deleted')),
       created_at integer not null, last_sign_in_at integer) strict, without rowid`,
    `create table identity (
       account text primary key references account, name text not null, email text not null,
       email_match text not null unique) strict, without rowid`,
    `create table password (
       account text primary key references account, hash text not null, set_at integer not null) strict, without rowid`,
    `create table link (
       digest blob primary key, kind text not null check (kind in ('set-up', 'invitation', 'reset')),
       account text references account, made_at integer not null, expires_at integer,
       check ((kind = 'set-up') = (account is null))) strict, without rowid`,
    // A new link makes the one before it void, and two that are made at once cannot both stand.
    "create unique index link_one_each on link (kind, coalesce(account, ''))",
    `create table role (
       account text not null references account, role text not null, scope text not null,
       primary key (account, role, scope)) strict, without rowid`,
    `create table session (
       digest blob primary key, id text not null unique, account text not null references account,
       kind text not null check (kind in ('shared', 'own')), created_at integer not null, used_at integer not null,
       confirmed_at integer not null, is_to_rotate integer not null default 0, former_digest blob,
       former_until integer) strict, without rowid`,
    'create index session_account on session (account)',
    'create index session_former on session (former_digest) where former_digest is not null',
    `create table setting (
       key text primary key, value text not null, changed_at integer not null, changed_by text not null) strict, without rowid`,
    'create table throttle (key text primary key, points integer not null, expire integer) strict, without rowid',
    `create table audit (
       sequence integer primary key autoincrement, at integer not null, what text not null, who text, about text,
       detail text not null) strict`,
    'create index audit_who on audit (who, sequence)',
    'create index audit_about on audit (about, sequence)',
    'create index audit_what on audit (what, sequence)',
    ...['update', 'delete'].map(
      (act) =>
        `create trigger audit_no_${act} before ${act} on audit
         begin select raise(abort, 'What the audit log says is never changed.'); end`,
    ),
    // "insert or replace" takes a row away without asking the trigger for deletions.
    `create trigger audit_no_replace before insert on audit
     when exists (select 1 from audit where sequence = new.sequence)
     begin select raise(abort, 'What the audit log says is never changed.'); end`,
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}

/** Who was deleted gets no session and makes no wish any more, however late a request of theirs arrives. */
async function gone(db: Kysely<never>): Promise<void> {
  const isGone = (id: string): string => `exists (select 1 from account where id = ${id} and state = 'deleted')`;
  const asked = "json_extract(request, '$.askedBy')";
  const steps = [
    `delete from session where ${isGone('session.account')}`,
    `create trigger session_not_of_gone before insert on session when ${isGone('new.account')}
     begin select raise(abort, '${GONE}'); end`,
    `delete from job where ${isGone(asked)} and started_at is null and status in ('stopped', 'failed')`,
    `update job set request = json_remove(request, '$.askedBy'), key = null where ${isGone(asked)}`,
    `create trigger job_not_of_gone before insert on job
     when ${isGone("json_extract(new.request, '$.askedBy')")}
     begin select raise(abort, '${GONE}'); end`,
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}

/** The words of names, by which people are looked for. */
async function names(db: Kysely<never>): Promise<void> {
  await sql`alter table identity add column name_match text not null default ''`.execute(db);
  const { rows } = await sql<{ account: string; name: string }>`select account, name from identity`.execute(db);
  for (const { account, name } of rows)
    await sql`update identity set name_match = ${wordsOf(name)} where account = ${account}`.execute(db);
}
