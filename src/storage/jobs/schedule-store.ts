/** What is done again and again: each time it is due it becomes one job, however often and by whomever it is looked at. */
import { Cron } from 'croner';
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import { NOW } from './clock.ts';
import { instant } from './job.ts';
import type { JobTables, ScheduleTable } from './tables.ts';

export interface Schedule {
  readonly id: number;
  readonly kind: string;
  readonly lane: string;
  readonly request: unknown;
  readonly pattern: string;
  /** Instants in UTC. */
  readonly nextAt: string;
  readonly createdAt: string;
}

export class ScheduleStore {
  readonly #db: Kysely<JobTables>;

  constructor(db: Kysely<JobTables>) {
    this.#db = db;
  }

  /** The same request is kept once. @param pattern as cron writes it, in the machine's zone. */
  async keep(kind: string, lane: string, request: unknown, pattern: string): Promise<Schedule> {
    const text = JSON.stringify(request);
    return this.#db.transaction().execute(async (tx) => {
      const held = await tx
        .selectFrom('schedule')
        .selectAll()
        .where('kind', '=', kind)
        .where('request', '=', text)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (held !== undefined) return scheduleOf(held);
      const next_at = nextAfter(pattern, await now(tx));
      const row = await tx
        .insertInto('schedule')
        .values({ kind, lane, request: text, pattern, next_at, created_at: NOW, ended_at: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      return scheduleOf(row);
    });
  }

  async end(id: number): Promise<boolean> {
    const row = await this.#db
      .updateTable('schedule')
      .set({ ended_at: NOW })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  async list(): Promise<Schedule[]> {
    const rows = await this.#db
      .selectFrom('schedule')
      .selectAll()
      .where('ended_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(scheduleOf);
  }

  /** Turns what is due into jobs; what was missed while nothing ran becomes one job, not many. */
  async queueDue(): Promise<void> {
    // Looked at first without the write lock: nearly always nothing is due.
    const isDue = this.#db
      .selectFrom('schedule')
      .select('id')
      .where('ended_at', 'is', null)
      .where('next_at', '<=', NOW);
    if ((await isDue.executeTakeFirst()) === undefined) return;
    await this.#db.transaction().execute(async (tx) => {
      const due = await tx
        .selectFrom('schedule')
        .selectAll()
        .where('ended_at', 'is', null)
        .where('next_at', '<=', NOW)
        .execute();
      for (const { id, kind, lane, request, pattern } of due) {
        await tx
          .insertInto('job')
          .values({
            kind,
            lane,
            request,
            key: `schedule ${id}`,
            status: 'waiting',
            not_before: NOW,
            created_at: NOW,
            schedule: id,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await sql`
          update job set status = 'waiting', failures = 0, not_before = ${NOW}, ended_at = null
          where key = ${`schedule ${id}`} and status = 'failed'`.execute(tx);
        await tx
          .updateTable('schedule')
          .set({ next_at: nextAfter(pattern, await now(tx)) })
          .where('id', '=', id)
          .execute();
      }
    });
  }
}

function scheduleOf(row: Selectable<ScheduleTable>): Schedule {
  const { id, kind, lane, request, pattern, next_at, created_at } = row;
  return {
    id,
    kind,
    lane,
    request: JSON.parse(request),
    pattern,
    nextAt: instant(next_at),
    createdAt: instant(created_at),
  };
}

function nextAfter(pattern: string, ms: number): number {
  const next = new Cron(pattern).nextRun(new Date(ms));
  if (next === null) throw new Error(`The pattern ${pattern} never comes again.`);
  return next.getTime();
}

async function now(db: Kysely<JobTables>): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${NOW} as now`.execute(db);
  return rows[0]?.now ?? Date.now();
}
