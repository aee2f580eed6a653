/** The front of the ranking thread: started when somebody first asks, started again where it ended by itself. */
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '#model/index.ts';
import type { Ranker, RankerState } from './ranker.ts';

type Call = Exclude<keyof Ranker, 'update' | 'refreshOne'>;
type Answer<C extends Call> = Awaited<ReturnType<Ranker[C]>>;

export interface RankerRequest {
  readonly number: number;
  readonly call: Call;
  readonly parameters: readonly unknown[];
}

export interface RankerReply {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: { readonly code: AppError['code']; readonly message: string };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/** A page that finds the window unread waits so long for it before it says so. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 30;

export class RankerThread {
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #numbers = 0;
  #isClosed = false;
  #isReady = false;

  /** @param folder of the house, which holds its library. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws AppError `storage_failed` where the thread ended, and what the call throws. */
  ask<C extends Call>(call: C, ...parameters: Parameters<Ranker[C]>): Promise<Answer<C>> {
    if (this.#isClosed) return Promise.reject(closed());
    this.#numbers += 1;
    const request: RankerRequest = { number: this.#numbers, call, parameters };
    return new Promise<Answer<C>>((resolve, reject) => {
      this.#waiting.set(request.number, { resolve: resolve as (value: unknown) => void, reject });
      this.#thread().postMessage(request);
    });
  }

  /** Waits a moment for the window. @returns how far it is; ready where the caller may go on. */
  async ready(): Promise<RankerState | undefined> {
    if (this.#isReady) return undefined;
    for (const until = performance.now() + PATIENCE_MS; ; await wait(LOOK_EVERY_MS)) {
      const state = await this.ask('state');
      this.#isReady = state.isReady;
      if (state.isReady) return undefined;
      if (performance.now() > until) return state;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#end(closed());
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./ranker-worker.ts', import.meta.url), { workerData: { folder: this.#folder } });
    worker.unref();
    worker.on('message', (reply: RankerReply) => this.#finish(reply));
    worker.on('error', (cause) => this.#gone(worker, cause));
    worker.on('exit', () => this.#gone(worker));
    this.#worker = worker;
    this.#isReady = false;
    return worker;
  }

  #finish({ number, value, error }: RankerReply): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new AppError(error.code, error.message));
  }

  #gone(worker: Worker, cause?: unknown): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#isReady = false;
    this.#end(
      new AppError(
        'storage_failed',
        'The feed stopped in the middle of its work. Open Today again; the log has the details.',
        {
          cause,
        },
      ),
    );
  }

  #end(reason: AppError): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

function closed(): AppError {
  return new AppError('storage_failed', 'The house was closed while the feed was ranked. Open Today again.');
}
