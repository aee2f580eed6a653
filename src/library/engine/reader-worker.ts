/** The thread that reads: one request at a time, answered with a value or the house's error. */
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '#model/index.ts';
import { openSqlite, storageFailure } from '#storage/index.ts';
import { SqliteReader } from './reader.ts';
import type { Ready, ReaderReply, ReaderRequest } from './reader-pool.ts';

const reader = new SqliteReader(openSqlite((workerData as { file: string }).file, { readOnly: true }));

parentPort?.on('message', ({ number, call, parameters }: ReaderRequest) => {
  parentPort?.postMessage(answer(number, call, parameters));
});

const ready: Ready = { isReady: true };
parentPort?.postMessage(ready);

function answer(number: number, call: ReaderRequest['call'], parameters: readonly unknown[]): ReaderReply {
  try {
    // The pool is typed by the library's port, which names the same calls with the same parameters.
    const method = reader[call] as (...given: readonly unknown[]) => unknown;
    return { number, value: method.apply(reader, [...parameters]) };
  } catch (thrown) {
    const { code, message, cause } = toAppError(storageFailure(thrown));
    if (code === 'unexpected') throw cause;
    return { number, error: { code, message } };
  }
}
