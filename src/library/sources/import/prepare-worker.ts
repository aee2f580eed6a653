/** A thread that prepares records for the writer, a batch at a time, in the order they come. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PaperSource } from '#model/index.ts';
import { prepare } from './prepare.ts';
import type { RawRecord } from './prepare.ts';

const { withoutAbstracts } = workerData as { withoutAbstracts: readonly PaperSource[] };

parentPort?.on('message', (batch: readonly RawRecord[]) => {
  parentPort?.postMessage(batch.map((record) => prepare(record, withoutAbstracts)));
});
