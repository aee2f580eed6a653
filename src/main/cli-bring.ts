/** Bringing papers from the command line: the wish becomes a job of the house, and this process does it unless a server already does. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#model/index.ts';
import { bringing, runJob } from '#app/index.ts';
import type { CliBring } from '#cli/index.ts';
import { openRecordStore } from '#storage/index.ts';
import type { Job } from '#storage/index.ts';
import { houseHandlers } from './house-handlers.ts';
import { houseNcbi } from './ncbi.ts';
import type { HomeJobsOptions } from './home-jobs.ts';
import { openHouse } from './open-house.ts';

const LOOK_EVERY_MS = 200;

type Options = Pick<HomeJobsOptions, 'config' | 'version'> & {
  readonly create: boolean;
  readonly say: (sentence: string) => void;
  readonly onUnexpected: (error: AppError) => void;
};

/** @throws AppError `conflict` where the house is a sample, `not_found` where there is none and none is to be made. */
export async function openCliBring(given: string, options: Options): Promise<CliBring> {
  const { config, version, create, say, onUnexpected } = options;
  const house = await openHouse(given, { config, create, reading: 'here', say });
  const { kind, folder } = house;
  await house.close();
  if (kind === 'sample')
    throw new AppError(
      'conflict',
      `${folder} is a sample house. Real papers go into a house of your own: leave out --data, or name another folder.`,
    );
  const store = await openRecordStore(folder);
  const ncbi = houseNcbi(config, store, version);
  const handlers = houseHandlers(folder, config, store, ncbi);
  const bring = bringing(store, ncbi);
  return {
    bring,
    folder,
    async follow(id, onState, signal) {
      const watch = setInterval(() => void bring.job(id).then(onState, () => undefined), LOOK_EVERY_MS);
      const worker = { store, handlers, signal, onUnexpected, retries: false };
      try {
        for (;;) {
          const job = await store.jobs.lease(Object.keys(handlers), [id]);
          if (job !== undefined) await runJob(job, worker);
          const state = await store.jobs.get(id);
          if (state === undefined || hasEnded(state) || signal.aborted) return await ended(id);
          await wait(LOOK_EVERY_MS);
        }
      } finally {
        clearInterval(watch);
      }
    },
    close: () => store.close(),
  };

  async function ended(id: number): ReturnType<CliBring['follow']> {
    const job = await store.jobs.get(id);
    return { state: await bring.job(id), ...(job?.result === undefined ? {} : { report: job.result as object }) };
  }
}

function hasEnded({ status }: Job): boolean {
  return status === 'done' || status === 'failed' || status === 'stopped';
}
