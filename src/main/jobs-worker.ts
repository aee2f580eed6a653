/** The thread of a server that does the jobs of a house, so that nothing they do holds up a reader. */
import { parentPort, workerData } from 'node:worker_threads';
import { runWorker } from '#app/index.ts';
import { readConfig } from '#config/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { houseHandlers } from './house-handlers.ts';
import { createLog } from './log.ts';
import { houseNcbi } from './ncbi.ts';
import { prepareOutgoing } from './outgoing.ts';

export interface JobsWorkerData {
  readonly root: string;
  readonly version: string;
  readonly folder: string;
}

const { root, version, folder } = workerData as JobsWorkerData;
const config = readConfig(process.env, root);
// Proxy and authorities hold for a thread, not for its parent's.
prepareOutgoing(config.outgoing);
const log = createLog(config.logLevel, process.stdout);
const store = await openRecordStore(folder);
const ending = new AbortController();
parentPort?.once('message', () => ending.abort());

await runWorker({
  store,
  handlers: houseHandlers(folder, config, store, houseNcbi(config, store, version)),
  signal: ending.signal,
  onUnexpected: (error) => log.error({ err: error.cause ?? error }, error.message),
  retries: true,
});
store.close();
parentPort?.close();
