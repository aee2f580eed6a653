/**
 * Jobs of the house: each is taken up under a lease, by one process at a time, and its holder is told when it has lost it.
 * What a holder that was away too long still reports is refused by the number of its attempt.
 */
import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { NOW } from './clock.ts';
import { jobOf } from './job.ts';
import type { Job } from './job.ts';
import type { JobTable, JobTables } from './tables.ts';

/** How long a holder may be silent before another takes its job. */
export const LEASE_MS = 30_000;
/** A job that ends its program so often without getting on is given up. */
const MOST_CRASHES = 5;
/** No job is put off longer; one that seems to be is from before the clock was set back. */
const MOST_DELAY_MS = 2 * 3_600_000;
const SHOWN = 100;
const HOLDER = `${hostname()} ${process.pid}`;

export interface NewJob {
  readonly kind: string;
  readonly lane: string;
  readonly request: unknown;
  /** Where an unfinished job has it already, that one goes on and no second is made. */
  readonly key?: string;
  /** The schedule it comes from. */
  readonly schedule?: number;
  /** Only written down: it runs when somebody lets it go on, and does not wake one of the same key. */
  readonly isHeld?: true;
}

/** What a holder shows to prove that the job is still its own. */
export type Lease = Pick<Job, 'id' | 'attempt'>;

export class JobStore {
  readonly #db: Kysely<JobTables>;

  constructor(db: Kysely<JobTables>) {
    this.#db = db;
  }

  /** A new job, or the unfinished one of the same key, taken up again where it had stopped or failed. */
  async add(given: NewJob): Promise<Job> {
    const { kind, lane, request, key, schedule, isHeld } = given;
    const row = await this.#db
      .insertInto('job')
      .values({
        kind,
        lane,
        request: JSON.stringify(request),
        key: key ?? null,
        schedule: schedule ?? null,
        status: isHeld === true ? 'stopped' : 'waiting',
        not_before: NOW,
        created_at: NOW,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) return jobOf(row);
    const held = await this.#db
      .selectFrom('job')
      .selectAll()
      .where('key', '=', key ?? null)
      .where('status', '!=', 'done')
      .executeTakeFirst();
    // It was finished between the two statements.
    if (held === undefined) return this.add(given);
    return isHeld === true ? jobOf(held) : ((await this.resume(held.id)) ?? jobOf(held));
  }

  /**
   * The next job that may run, now this caller's. A job whose holder has been silent counts as free; so does one whose lease
   * lies further ahead than any lease can, because the clock was set back.
   * @param only the ids to choose from, where not all will do.
   */
  async lease(kinds: readonly string[], only?: readonly number[]): Promise<Job | undefined> {
    await this.#takeFromTheDead();
    await this.#giveUpCrashing();
    const isFree = sql`(job.leased_until < ${NOW} or job.leased_until > ${NOW} + ${LEASE_MS})`;
    const { rows } = await sql<JobTable & { id: number }>`
      update job set status = 'running', attempt = attempt + 1, leased_until = ${NOW} + ${LEASE_MS}, holder = ${HOLDER}, is_to_stop = 0,
        failures = failures + (status = 'running'), started_at = coalesce(started_at, ${NOW}), error = null
      where id = (
        select id from job
        where kind in (${sql.join(kinds)}) ${only === undefined ? sql`` : sql`and id in (${sql.join(only)})`}
          and ((status = 'waiting' and (not_before <= ${NOW} or not_before > ${NOW} + ${MOST_DELAY_MS})) or (status = 'running' and ${isFree}))
          and not exists (
            select 1 from job as other where other.lane = job.lane and other.id <> job.id and other.status = 'running'
              and other.leased_until between ${NOW} and ${NOW} + ${LEASE_MS})
        order by status, id limit 1)
      returning *`.execute(this.#db);
    return rows[0] && jobOf(rows[0] as never);
  }

  /**
   * Says that the holder is alive and how far it is.
   * @param hasGotOn whether earlier failures are forgotten. @returns what the holder should do next.
   */
  async renew({ id, attempt }: Lease, progress?: unknown, hasGotOn = false): Promise<'go on' | 'stop' | 'lost'> {
    const row = await this.#db
      .updateTable('job')
      .set({
        leased_until: sql`${NOW} + ${LEASE_MS}`,
        ...(progress === undefined ? {} : { progress: JSON.stringify(progress) }),
        ...(hasGotOn ? { failures: 0 } : {}),
      })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('status', '=', 'running')
      .returning('is_to_stop')
      .executeTakeFirst();
    if (row === undefined) return 'lost';
    return row.is_to_stop === 1 ? 'stop' : 'go on';
  }

  /** False where the job is no longer this holder's; true also where it said so before. */
  async finish(lease: Lease, result: unknown): Promise<boolean> {
    if (await this.#end(lease, { status: 'done', result: JSON.stringify(result) })) return true;
    const { status, attempt } = (await this.get(lease.id)) ?? {};
    return status === 'done' && attempt === lease.attempt;
  }

  /** @param againInMs when it is tried again by itself; absent where a person has to say so. */
  async fail(lease: Lease, error: string, againInMs?: number): Promise<boolean> {
    if (againInMs === undefined) return this.#end(lease, { status: 'failed', error });
    const row = await this.#db
      .updateTable('job')
      .set(({ eb }) => ({
        // Somebody asked it to stop just before it failed.
        status: sql<'waiting' | 'stopped'>`case when is_to_stop = 1 then 'stopped' else 'waiting' end`,
        leased_until: null,
        error,
        failures: eb('failures', '+', 1),
        not_before: sql<number>`${NOW} + ${againInMs}`,
      }))
      .where('id', '=', lease.id)
      .where('attempt', '=', lease.attempt)
      .where('status', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Gives a job back unfinished, so that the next who looks takes it up; a person who asked it to stop gets that. */
  async release({ id, attempt }: Lease): Promise<void> {
    await sql`
      update job set status = case when is_to_stop = 1 then 'stopped' else 'waiting' end, leased_until = null
      where id = ${id} and attempt = ${attempt} and status = 'running'`.execute(this.#db);
  }

  /** Stops a job: at once where nobody has it, else as soon as its holder looks. Undefined where it has ended already. */
  async stop(id: number): Promise<Job | undefined> {
    const { rows } = await sql<JobTable & { id: number }>`
      update job set is_to_stop = 1,
        status = case when status = 'running' and leased_until between ${NOW} and ${NOW} + ${LEASE_MS} then 'running' else 'stopped' end,
        leased_until = case when leased_until between ${NOW} and ${NOW} + ${LEASE_MS} then leased_until end
      where id = ${id} and status in ('waiting', 'running') returning *`.execute(this.#db);
    return rows[0] && jobOf(rows[0] as never);
  }

  /** Ends a job that was only written down and never ran. Undefined where there is none of that kind. */
  async refuse(id: number, sentence: string): Promise<Job | undefined> {
    const row = await this.#db
      .updateTable('job')
      .set({ status: 'failed', error: sentence, ended_at: NOW })
      .where('id', '=', id)
      .where('status', '=', 'stopped')
      .where('started_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    return row && jobOf(row);
  }

  /** Puts a job that stopped or failed back in line. Undefined where there is no such job. */
  async resume(id: number): Promise<Job | undefined> {
    const row = await this.#db
      .updateTable('job')
      .set({ status: 'waiting', is_to_stop: 0, failures: 0, not_before: NOW, ended_at: null, error: null })
      .where('id', '=', id)
      .where('status', 'in', ['stopped', 'failed'])
      .returningAll()
      .executeTakeFirst();
    return row && jobOf(row);
  }

  /**
   * Forgets who asked for papers: a wish that never ran goes, one that was refused too, and what ran is nobody's.
   * @param within a room's transaction that this is a part of: all tables are in one file.
   */
  async forgetAsker<Others>(askedBy: string, within?: Transaction<Others>): Promise<void> {
    const db = within === undefined ? this.#db : (within as unknown as Kysely<JobTables>);
    const isTheirs = sql<boolean>`json_extract(request, '$.askedBy') = ${askedBy}`;
    await db
      .deleteFrom('job')
      .where('status', 'in', ['stopped', 'failed'])
      .where('started_at', 'is', null)
      .where(isTheirs)
      .execute();
    await sql`update job set request = json_remove(request, '$.askedBy'), key = null where ${isTheirs}`.execute(db);
  }

  async get(id: number): Promise<Job | undefined> {
    const row = await this.#db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
    return row && jobOf(row);
  }

  /** The newest hundred, those that run or wait first. */
  async list(): Promise<Job[]> {
    const rows = await this.#db
      .selectFrom('job')
      .selectAll()
      .orderBy(sql`status not in ('running', 'waiting')`)
      .orderBy('id', 'desc')
      .limit(SHOWN)
      .execute();
    return rows.map(jobOf);
  }

  /** The last job of a schedule that did what it was to do. */
  lastDone(schedule: number): Promise<Job | undefined> {
    return this.#last(schedule, ['done']);
  }

  /** The last job of a schedule that came to an end, good or bad. */
  lastEnded(schedule: number): Promise<Job | undefined> {
    return this.#last(schedule, ['done', 'failed']);
  }

  async #last(schedule: number, statuses: readonly JobTable['status'][]): Promise<Job | undefined> {
    const row = await this.#db
      .selectFrom('job')
      .selectAll()
      .where('schedule', '=', schedule)
      .where('status', 'in', statuses)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return row && jobOf(row);
  }

  async #end(
    { id, attempt }: Lease,
    set: { status: 'done' | 'failed'; result?: string; error?: string },
  ): Promise<boolean> {
    const row = await this.#db
      .updateTable('job')
      .set({ ...set, leased_until: null, ended_at: NOW })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('status', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The lease of a process of this machine that is no more ends now, not when its time is over. */
  async #takeFromTheDead(): Promise<void> {
    const held = await this.#db
      .selectFrom('job')
      .select(['id', 'attempt', 'holder'])
      .where('status', '=', 'running')
      .where('leased_until', '>=', NOW)
      .execute();
    for (const { id, attempt, holder } of held)
      if (isOfTheDead(holder))
        await this.#db
          .updateTable('job')
          .set({ leased_until: sql`${NOW} - 1` })
          .where('id', '=', id)
          .where('attempt', '=', attempt)
          .where('status', '=', 'running')
          .execute();
  }

  async #giveUpCrashing(): Promise<void> {
    await sql`
      update job set status = 'failed', leased_until = null, ended_at = ${NOW},
        error = 'It ended the program several times without getting on. The log has the details.'
      where status = 'running' and failures >= ${MOST_CRASHES} and leased_until < ${NOW}`.execute(this.#db);
  }
}

function isOfTheDead(holder: string | null): boolean {
  const [host, number] = (holder ?? '').split(' ');
  if (host !== hostname() || Number(number) === process.pid) return false;
  try {
    process.kill(Number(number), 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
