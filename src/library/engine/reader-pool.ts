/**
 * The reader in a thread of its own, so that a slow query never holds up the server. A query that outlives its budget is given up:
 * its caller gets a sentence, its thread is ended, and a fresh one serves the others.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '#model/index.ts';
import type { Library } from '../port.ts';
import type { SqliteReader } from './reader.ts';

type Call = Exclude<keyof SqliteReader, 'close'>;

/** What crosses to the thread and back. */
export interface ReaderRequest {
  readonly number: number;
  readonly call: Call;
  readonly parameters: readonly unknown[];
}

export interface ReaderReply {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: { readonly code: AppError['code']; readonly message: string };
}

/** The thread's first word: it has opened the library. */
export interface Ready {
  readonly isReady: true;
}

interface Waiting {
  readonly request: ReaderRequest;
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

export class ReaderPool implements Omit<Library, 'writer'> {
  readonly #file: string;
  readonly #budgetMs: number;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #running: Waiting | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #isReady = false;
  #numbers = 0;
  #closed = false;

  constructor(file: string, budgetMs: number) {
    this.#file = file;
    this.#budgetMs = budgetMs;
  }

  search: Library['search'] = (request) => this.#ask('search', request);
  counts: Library['counts'] = (query, filters) => this.#ask('counts', query, filters);
  get: Library['get'] = (id) => this.#ask('get', id);
  resolve: Library['resolve'] = (keys) => this.#ask('resolve', keys);
  ties: Library['ties'] = (id) => this.#ask('ties', id);
  df: Library['df'] = (stems) => this.#ask('df', stems);
  topWeighted: Library['topWeighted'] = (stems, limit) => this.#ask('topWeighted', stems, limit);
  stems: Library['stems'] = (ids) => this.#ask('stems', ids);
  recent: Library['recent'] = (limit) => this.#ask('recent', limit);
  tombstone: Library['tombstone'] = (id) => this.#ask('tombstone', id);
  quarantined: Library['quarantined'] = () => this.#ask('quarantined');
  state: Library['state'] = () => this.#ask('state');
  changedAt: Library['changedAt'] = () => this.#ask('changedAt');

  close: Library['close'] = async () => {
    this.#closed = true;
    clearTimeout(this.#alarm);
    const gone = new AppError('storage_failed', 'The house was closed while the search ran. Search again.');
    for (const waiting of [this.#running, ...this.#queue.splice(0)]) waiting?.reject(gone);
    this.#running = undefined;
    await this.#worker?.terminate();
  };

  #ask<T>(call: Call, ...parameters: readonly unknown[]): Promise<T> {
    this.#numbers += 1;
    const request = { number: this.#numbers, call, parameters };
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ request, resolve: resolve as (value: unknown) => void, reject });
      this.#advance();
    });
  }

  #advance(): void {
    if (this.#running !== undefined || this.#closed) return;
    this.#running = this.#queue.shift();
    if (this.#running === undefined) return;
    this.#thread().postMessage(this.#running.request);
    if (this.#isReady) this.#startBudget();
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: { file: this.#file } });
    worker.unref();
    worker.on('message', (reply: ReaderReply | Ready) =>
      'isReady' in reply ? this.#ready(worker) : this.#finish(worker, reply),
    );
    worker.on('error', (cause) => this.#fail(worker, cause));
    this.#worker = worker;
    this.#isReady = false;
    return worker;
  }

  /** The budget is the query's alone: the start of a thread does not count. */
  #ready(worker: Worker): void {
    if (worker !== this.#worker) return;
    this.#isReady = true;
    if (this.#running !== undefined) this.#startBudget();
  }

  #startBudget(): void {
    this.#alarm = setTimeout(() => this.#giveUp(), this.#budgetMs);
  }

  #finish(worker: Worker, reply: ReaderReply): void {
    if (worker !== this.#worker || reply.number !== this.#running?.request.number) return;
    const waiting = this.#settle();
    if (reply.error === undefined) waiting?.resolve(reply.value);
    else waiting?.reject(new AppError(reply.error.code, reply.error.message));
    this.#advance();
  }

  #fail(worker: Worker, cause: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#settle()?.reject(
      new AppError(
        'storage_failed',
        'The library stopped answering in the middle of a search. Search again; the log has the details.',
        { cause },
      ),
    );
    this.#advance();
  }

  #giveUp(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#settle()?.reject(
      new AppError(
        'too_expensive',
        `The search took longer than ${this.#budgetMs / 1000} seconds and was stopped. Make it narrower: longer beginnings before *, fewer very common words.`,
      ),
    );
    this.#advance();
  }

  #settle(): Waiting | undefined {
    clearTimeout(this.#alarm);
    const waiting = this.#running;
    this.#running = undefined;
    return waiting;
  }
}
