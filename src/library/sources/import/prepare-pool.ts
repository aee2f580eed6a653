/** Worker threads that prepare records while the writer writes; what they give back comes in the order it went in. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PaperSource } from '#model/index.ts';
import type { Prepared, RawRecord } from './prepare.ts';

/** Bounds the memory of a thread, so that an import stays small at any length of file; in MB. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };
const MOST_THREADS = 3;

export class PreparePool {
  readonly #workers: Worker[];
  readonly #waiting: { resolve(done: Prepared[]): void; reject(cause: Error): void }[][];
  #next = 0;

  constructor(withoutAbstracts: readonly PaperSource[]) {
    const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
    this.#workers = Array.from(
      { length: threads },
      () =>
        new Worker(new URL('./prepare-worker.ts', import.meta.url), {
          workerData: { withoutAbstracts },
          resourceLimits: LIMITS,
        }),
    );
    this.#waiting = this.#workers.map(() => []);
    this.#workers.forEach((worker, index) => {
      worker.on('message', (done: Prepared[]) => this.#waiting[index]?.shift()?.resolve(done));
      worker.on('error', (cause) => this.#waiting[index]?.splice(0).forEach((each) => each.reject(cause)));
    });
  }

  /** How many batches should be under way so that no thread waits. */
  get width(): number {
    return this.#workers.length * 2;
  }

  prepare(batch: readonly RawRecord[]): Promise<Prepared[]> {
    const index = this.#next;
    this.#next = (index + 1) % this.#workers.length;
    return new Promise((resolve, reject) => {
      this.#waiting[index]?.push({ resolve, reject });
      this.#workers[index]?.postMessage(batch);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
