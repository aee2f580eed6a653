/** Bringing papers into a house from a server: its jobs, its way to NCBI and the thread that works, made when they are first needed. */
import { bringing } from '#app/index.ts';
import type { Bring, SentFile } from '#app/index.ts';
import type { Config } from '#config/index.ts';
import type { RecordStore, RoomStore } from '#storage/index.ts';
import { clearInbox } from './inbox.ts';
import { startJobsThread } from './jobs-thread.ts';
import { houseNcbi } from './ncbi.ts';

export interface HomeJobs {
  readonly bring: Bring;
  close(): Promise<void>;
}

export interface HomeJobsOptions {
  readonly root: string;
  readonly version: string;
  readonly config: Config;
  /** Whether this process does the jobs too, or only takes them down. */
  readonly doesJobs: boolean;
  /** Told when the thread fell over. */
  readonly onFailure: (error: Error) => void;
}

/** @param store the house's own, which its opener closes. */
export async function startHomeJobs(
  folder: string,
  store: RecordStore & RoomStore,
  options: HomeJobsOptions,
): Promise<HomeJobs> {
  const { root, version, config, doesJobs, onFailure } = options;
  const unfinished = (await store.jobs.list()).filter(({ kind, status }) => kind === 'import' && status !== 'done');
  clearInbox(folder, new Set(unfinished.map(({ request }) => (request as SentFile).path)));
  const thread = doesJobs ? startJobsThread({ root, version, folder }, onFailure) : undefined;
  return {
    bring: bringing(store, houseNcbi(config, store, version)),
    async close() {
      await thread?.stop();
    },
  };
}
