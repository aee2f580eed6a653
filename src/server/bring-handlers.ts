/** What the routes that bring papers do: wishes for PubMed, files, and the jobs they became. */
import { AppError } from '#model/index.ts';
import type { CountAnswer, FetchWish, JobsAnswer, JobView } from '#api/index.ts';
import type { FileBody, ServerRooms } from './house.ts';

export interface BringHandlers {
  countInPubmed(request: Pick<FetchWish, 'query' | 'journal' | 'since'>): Promise<CountAnswer>;
  fetch(request: FetchWish): Promise<{ job: JobView }>;
  importFile(request: { name: string }, file: FileBody): Promise<{ job: JobView }>;
  jobs(): Promise<JobsAnswer>;
  stopJob(request: { id: number }): Promise<{ job: JobView }>;
  resumeJob(request: { id: number }): Promise<{ job: JobView }>;
  endKept(request: { id: number }): Promise<JobsAnswer>;
}

export function bringHandlersOf({ bringing }: ServerRooms): BringHandlers {
  const jobs = async (): Promise<JobsAnswer> => {
    const bring = await bringing.look();
    const { jobs: held, kept } = (await bring?.jobs()) ?? { jobs: [], kept: [] };
    return { jobs: held, kept, papers: await bringing.papers() };
  };
  return {
    async countInPubmed(request) {
      const { total, translation, unknown } = await (await bringing.open()).count(request);
      return { total, unknown: [...unknown], ...(translation === undefined ? {} : { translation }) };
    },
    fetch: async (request) => ({ job: await (await bringing.open()).fetch(request) }),
    async importFile({ name }, file) {
      if (file === null)
        throw new AppError('bad_request', 'There is no file in the request. Choose one and send it again.');
      const bring = await bringing.open();
      return { job: await bring.importFile(await bringing.receive(name, file)) };
    },
    jobs,
    stopJob: async ({ id }) => ({ job: await (await bringing.open()).stop(id) }),
    resumeJob: async ({ id }) => ({ job: await (await bringing.open()).resume(id) }),
    async endKept({ id }) {
      await (await bringing.open()).endKept(id);
      return jobs();
    },
  };
}
