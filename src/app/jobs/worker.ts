/**
 * What does the house's jobs: takes one up, keeps its lease while it runs, writes down how far it is, and ends it once.
 * Whatever ends the program in between, the job is taken up again by the next one that looks.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { toAppError } from '#model/index.ts';
import type { AppError } from '#model/index.ts';
import { LEASE_MS, storageFailure } from '#storage/index.ts';
import type { Job, RecordStore } from '#storage/index.ts';

export interface JobTools {
  /** Aborted when the job is to stop, was lost to another holder, or the program ends. */
  readonly signal: AbortSignal;
  /**
   * How far it is; goes into the job.
   * @param hasGotOn whether something came in since the job was taken up: then earlier failures are forgotten.
   */
  progress(value: object, hasGotOn: boolean): void;
}

export interface Done<T extends object = object> {
  /** Goes into the job. */
  readonly result: T;
  /** Clears away what was needed to go on, once the result stands in the job; it may be left undone by a sudden end. */
  readonly afterwards?: () => Promise<void>;
}

/** Does one kind of job. @throws AppError with the sentence that goes into the job. */
export type JobHandler = (job: Job, tools: JobTools) => Promise<Done>;

export interface WorkerOptions {
  readonly store: RecordStore;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Ends the worker; what runs is given back unfinished. */
  readonly signal: AbortSignal;
  /** Told of what nobody foresaw. */
  readonly onUnexpected: (error: AppError) => void;
  /** Whether a job that failed for want of the network, a lock or room on the disk is tried again by itself. */
  readonly retries: boolean;
}

const LOOK_EVERY_MS = 500;
/** After trouble with the record store itself, such as a full disk. */
const AFTER_TROUBLE_MS = 10_000;
/** Two lanes run beside each other: bringing a file does not wait for PubMed. */
const AT_ONCE = 2;
/** After a failure that time may mend; behind the last one a person has to say so. */
const AGAIN_AFTER_MS = [60_000, 5 * 60_000, 30 * 60_000];
const MENDED_BY_TIME: ReadonlySet<AppError['code']> = new Set(['outside_failed', 'conflict', 'storage_failed']);

/** Why a job's signal was aborted. */
class Ended extends Error {
  readonly why: 'stop' | 'lost' | 'closing';

  constructor(why: 'stop' | 'lost' | 'closing') {
    super(why);
    this.why = why;
  }
}

/** Works until its signal says so. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(options)));
}

async function work(options: WorkerOptions): Promise<void> {
  const { store, handlers, signal } = options;
  const kinds = Object.keys(handlers);
  while (!signal.aborted) {
    try {
      await store.schedules.queueDue();
      const job = await store.jobs.lease(kinds);
      if (job !== undefined) {
        await runJob(job, options);
        continue;
      }
      await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    } catch (thrown) {
      options.onUnexpected(toAppError(storageFailure(thrown)));
      await wait(AFTER_TROUBLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Does one job that the caller has leased, to its end. */
export async function runJob(
  job: Job,
  { store, handlers, signal, onUnexpected, retries }: WorkerOptions,
): Promise<void> {
  const { jobs } = store;
  const ending = new AbortController();
  const close = (): void => ending.abort(new Ended('closing'));
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  const watch = new LeaseWatch(store, job, ending);
  try {
    const handler = handlers[job.kind] as JobHandler;
    const done = await handler(job, {
      signal: ending.signal,
      progress: (value, hasGotOn) => watch.progress(value, hasGotOn),
    });
    await watch.close();
    if (await jobs.finish(job, done.result)) await done.afterwards?.();
  } catch (thrown) {
    await watch.close();
    const { reason } = ending.signal;
    if (ending.signal.aborted && reason instanceof Ended) {
      if (reason.why !== 'lost') await jobs.release(job);
      return;
    }
    const error = toAppError(thrown);
    if (error.code === 'unexpected') onUnexpected(error);
    const again = retries && MENDED_BY_TIME.has(error.code) ? AGAIN_AFTER_MS[job.failures] : undefined;
    await jobs.fail(job, error.message, again);
  } finally {
    signal.removeEventListener('abort', close);
  }
}

/** Keeps the lease, looks whether somebody wants the job to stop, and writes the progress down, never two at a time. */
class LeaseWatch {
  readonly #store: RecordStore;
  readonly #job: Job;
  readonly #ending: AbortController;
  readonly #timer: NodeJS.Timeout;
  #progress: object | undefined;
  #hasGotOn = false;
  #renewedAt = performance.now();
  #looking: Promise<void> | undefined;

  constructor(store: RecordStore, job: Job, ending: AbortController) {
    this.#store = store;
    this.#job = job;
    this.#ending = ending;
    this.#timer = setInterval(() => (this.#looking ??= this.#look()), LOOK_EVERY_MS);
  }

  progress(value: object, hasGotOn: boolean): void {
    this.#progress = value;
    this.#hasGotOn ||= hasGotOn;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    if (this.#progress !== undefined) await this.#renew().catch(() => undefined);
  }

  async #look(): Promise<void> {
    try {
      const isDue = this.#progress !== undefined || performance.now() - this.#renewedAt > LEASE_MS / 3;
      if (isDue) await this.#renew();
      else if ((await this.#store.jobs.get(this.#job.id))?.isToStop === true) this.#ending.abort(new Ended('stop'));
    } catch {
      // A lease that could not be kept for once is still there the next time, or somebody else has it by then.
    } finally {
      this.#looking = undefined;
    }
  }

  async #renew(): Promise<void> {
    const progress = this.#progress;
    this.#progress = undefined;
    this.#renewedAt = performance.now();
    const next = await this.#store.jobs.renew(this.#job, progress, this.#hasGotOn);
    if (next !== 'go on') this.#ending.abort(new Ended(next));
  }
}
