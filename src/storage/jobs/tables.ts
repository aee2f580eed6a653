/** The tables of jobs: what is to be done once, and what is to be done again and again. */
import { sql } from 'kysely';
import type { Generated, Kysely } from 'kysely';
import type { Migrations } from '../migrate.ts';

/** Instants are milliseconds since 1970 by the database's clock. */
export interface JobTable {
  readonly id: Generated<number>;
  readonly kind: string;
  /** Of one lane a single job runs at a time. */
  readonly lane: string;
  readonly request: string;
  /** Of two unfinished jobs no two have the same; null for one that may stand there twice. */
  readonly key: string | null;
  readonly status: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  /** How often it was taken up: the fence against a holder that lost it. */
  readonly attempt: Generated<number>;
  /** How often in a row it failed. */
  readonly failures: Generated<number>;
  readonly not_before: number;
  readonly leased_until: number | null;
  /** The machine and the process that has it: `ward-7 4711`. */
  readonly holder: string | null;
  readonly is_to_stop: Generated<number>;
  readonly progress: string | null;
  readonly result: string | null;
  readonly error: string | null;
  readonly schedule: number | null;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly ended_at: number | null;
}

export interface ScheduleTable {
  readonly id: Generated<number>;
  readonly kind: string;
  readonly lane: string;
  readonly request: string;
  /** When, as cron writes it, in the machine's zone. */
  readonly pattern: string;
  readonly next_at: number;
  readonly created_at: number;
  readonly ended_at: number | null;
}

export interface TurnTable {
  readonly service: string;
  readonly at: number;
}

export interface JobTables {
  readonly job: JobTable;
  readonly schedule: ScheduleTable;
  readonly turn: TurnTable;
}

export const JOB_MIGRATIONS: Migrations = { '001-jobs': { up: jobs } };

async function jobs(db: Kysely<never>): Promise<void> {
  const steps = [
    `create table schedule (
       id integer primary key, kind text not null, lane text not null, request text not null, pattern text not null,
       next_at integer not null, created_at integer not null, ended_at integer) strict`,
    `create table job (
       id integer primary key autoincrement, kind text not null, lane text not null, request text not null, key text,
       status text not null check (status in ('waiting', 'running', 'stopped', 'done', 'failed')),
       attempt integer not null default 0, failures integer not null default 0, not_before integer not null,
       leased_until integer, holder text, is_to_stop integer not null default 0, progress text, result text, error text,
       schedule integer references schedule, created_at integer not null, started_at integer, ended_at integer,
       check ((status = 'running') = (leased_until is not null))) strict`,
    `create unique index job_key on job (key) where status in ('waiting', 'running', 'stopped', 'failed')`,
    "create index job_waiting on job (not_before) where status in ('waiting', 'running')",
    'create table turn (service text primary key, at integer not null) strict, without rowid',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
