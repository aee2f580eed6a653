/** Bringing papers into a house, as both shells offer it: wishes become jobs, and jobs can be looked at, stopped and taken up again. */
import { randomInt } from 'node:crypto';
import { AppError } from '#model/index.ts';
import { countPapers } from '#library/index.ts';
import type { Ncbi } from '#library/index.ts';
import type { Job, RecordStore } from '#storage/index.ts';
import { LANES, queryOf, requestOf } from './requests.ts';
import type { BringRequest, BringWish, SentFile } from './requests.ts';
import { jobState, keptState } from './views.ts';
import type { JobState, KeptState } from './views.ts';

export interface Bring {
  count(wish: Pick<BringWish, 'query' | 'journal' | 'since'>): Promise<PubmedCount>;
  /** The same wish is one job as long as it is unfinished; one that had stopped or failed goes on. */
  fetch(wish: BringWish & { readonly keepCurrent: boolean }): Promise<JobState>;
  /**
   * A reader's wish: a job that waits until whoever may bring papers lets it go on, or refuses it. The same wish of one reader
   * is one job as long as it is unfinished.
   * @param askedBy the reader's pseudonym.
   */
  wish(wish: BringWish, askedBy: string): Promise<JobState>;
  importFile(file: SentFile): Promise<JobState>;
  jobs(): Promise<{ readonly jobs: JobState[]; readonly kept: KeptState[] }>;
  job(id: number): Promise<JobState>;
  /** A wish that waits is refused by it. @throws AppError `not_found`, or `conflict` where it has ended already. */
  stop(id: number): Promise<JobState>;
  /** @throws AppError `not_found`, or `conflict` where it neither stopped nor failed. */
  resume(id: number): Promise<JobState>;
  endKept(id: number): Promise<void>;
}

export interface PubmedCount {
  readonly total: number;
  readonly translation?: string;
  readonly unknown: readonly string[];
}

const REFUSED = 'The library did not bring these papers. Ask there why.';

export function bringing(store: RecordStore, ncbi: Ncbi): Bring {
  const { jobs, schedules } = store;
  return {
    count: ({ since, ...which }) =>
      countPapers(ncbi, { query: queryOf(which), ...(since ? { since } : {}) }, { urgent: true }),
    async fetch({ keepCurrent, ...wish }) {
      const request = requestOf(wish);
      if (!keepCurrent)
        return jobState(await jobs.add({ kind: 'fetch', lane: LANES.fetch, request, key: fetchKey(request) }));
      const kind = 'keep-current';
      const { id } = await schedules.keep(kind, LANES[kind], request, daily());
      return jobState(await jobs.add({ kind, lane: LANES[kind], request, key: `schedule ${id}`, schedule: id }));
    },
    async wish(wish, askedBy) {
      const request = requestOf(wish);
      // A key of their own: nobody is told what somebody else wished.
      const key = `${fetchKey(request)} ${askedBy}`;
      return jobState(
        await jobs.add({ kind: 'fetch', lane: LANES.fetch, request: { ...request, askedBy }, key, isHeld: true }),
      );
    },
    importFile: async (file) => jobState(await jobs.add({ kind: 'import', lane: LANES.import, request: file })),
    async jobs() {
      const kept: KeptState[] = [];
      for (const schedule of await schedules.list()) kept.push(keptState(schedule, await jobs.lastEnded(schedule.id)));
      return { jobs: (await jobs.list()).map(jobState), kept };
    },
    job: async (id) => jobState(await held(store, id)),
    async stop(id) {
      const stopped = await jobs.stop(id);
      if (stopped !== undefined) return jobState(stopped);
      const job = await held(store, id);
      if (jobState(job).isWish) return jobState((await jobs.refuse(id, REFUSED)) ?? job);
      if (job.status === 'stopped') return jobState(job);
      throw new AppError('conflict', 'This has ended already, so there is nothing to stop.');
    },
    async resume(id) {
      const resumed = await jobs.resume(id);
      if (resumed !== undefined) return jobState(resumed);
      const job = await held(store, id);
      if (job.status === 'running' || job.status === 'waiting') return jobState(job);
      throw new AppError('conflict', 'This is done, so there is nothing to go on with. Bring the papers anew.');
    },
    async endKept(id) {
      if (!(await schedules.end(id)))
        throw new AppError('not_found', `Nothing is kept current under the number ${id}.`);
    },
  };
}

/** The same papers are one job, whoever brings them. */
function fetchKey(request: BringRequest): string {
  return `fetch ${JSON.stringify(request)}`;
}

async function held({ jobs }: RecordStore, id: number): Promise<Job> {
  const job = await jobs.get(id);
  if (job === undefined) throw new AppError('not_found', `There is no job ${id}.`);
  return job;
}

/** Some minute of the early morning: not all houses at once. */
function daily(): string {
  return `${randomInt(60)} ${randomInt(3, 6)} * * *`;
}
