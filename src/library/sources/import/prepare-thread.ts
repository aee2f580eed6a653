/**
 * The thread that prepares records while the writer writes; what it gives back comes in the order it went in.
 * One alone: it is about as busy as the writer, and a second one would cost more memory than it saves time.
 */
import { Worker } from 'node:worker_threads';
import type { PaperSource } from '#model/index.ts';
import type { Prepared, RawRecord } from './prepare.ts';

/** Bounds the memory of the thread, so that an import stays small at any length of file; in MB. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

interface Waiting {
  resolve(done: Prepared[]): void;
  reject(cause: Error): void;
}

export class PrepareThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(withoutAbstracts: readonly PaperSource[]) {
    this.#worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
      workerData: { withoutAbstracts },
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (done: Prepared[]) => this.#waiting.shift()?.resolve(done));
    this.#worker.on('error', (cause) => this.#waiting.splice(0).forEach((each) => each.reject(cause)));
  }

  prepare(batch: readonly RawRecord[]): Promise<Prepared[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(batch);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
