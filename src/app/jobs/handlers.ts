/** How each kind of job that brings papers is done. Each opens a library of its own, so that two lanes can write in turns. */
import { rmSync } from 'node:fs';
import { AppError } from '#model/index.ts';
import type { CivilDate, PaperSource } from '#model/index.ts';
import { fetchPapers, forgetFetch, importFiles } from '#library/index.ts';
import type { FetchReport, ImportReport, Library, Ncbi } from '#library/index.ts';
import { storageFailure } from '#storage/index.ts';
import type { Job, RecordStore } from '#storage/index.ts';
import type { BringRequest, JobKind, SentFile } from './requests.ts';
import type { Done, JobHandler, JobTools } from './worker.ts';

export interface BringRooms {
  readonly store: RecordStore;
  readonly ncbi: Ncbi;
  readonly openLibrary: () => Promise<Library>;
  readonly withoutAbstracts: readonly PaperSource[];
  readonly today: () => CivilDate;
}

/** What is new is taken whole, up to this. */
const MOST_NEW = 20_000;

export function bringHandlers(rooms: BringRooms): Record<JobKind, JobHandler> {
  return {
    fetch: (job, tools) => fetchOnce(rooms, job, job.request as BringRequest, tools),
    'keep-current': async (job, tools) => {
      const request = job.request as BringRequest;
      const last = job.schedule === undefined ? undefined : await rooms.store.jobs.lastDone(job.schedule);
      const since = (last?.result as FetchReport | undefined)?.newestEntrez;
      if (since === undefined) return fetchOnce(rooms, job, request, tools);
      const done = await fetchOnce(rooms, job, newSince(request, since), tools);
      // The next time begins where the papers of this one end, or where those of the time before did.
      return { ...done, result: { ...done.result, newestEntrez: done.result.newestEntrez ?? since } };
    },
    import: (job, tools) => importOnce(rooms, job, tools),
  };
}

function newSince(request: BringRequest, entered: CivilDate): BringRequest {
  return request.kind === 'ids' ? request : { ...request, max: MOST_NEW, entered };
}

async function fetchOnce(
  rooms: BringRooms,
  job: Job,
  request: BringRequest,
  tools: JobTools,
): Promise<Done<FetchReport>> {
  const name = `job ${job.id}`;
  let latest: object = {};
  let doneBefore: number | undefined;
  const result = await withLibrary(rooms, (library) =>
    fetchPapers(library, rooms.ncbi, request, {
      name,
      today: rooms.today(),
      withoutAbstracts: rooms.withoutAbstracts,
      signal: tools.signal,
      onProgress: (progress) => {
        doneBefore ??= progress.done;
        tools.progress((latest = progress), progress.done > doneBefore);
      },
      onRetry: (saying) => tools.progress({ ...latest, saying }, false),
    }),
  );
  return { result, afterwards: () => withLibrary(rooms, (library) => forgetFetch(library, name)) };
}

async function importOnce(rooms: BringRooms, job: Job, tools: JobTools): Promise<Done<ImportReport>> {
  const { path, title } = job.request as SentFile;
  const result = await withLibrary(rooms, (library) =>
    importFiles(library, [path], {
      withoutAbstracts: rooms.withoutAbstracts,
      signal: tools.signal,
      onProgress: ({ bytesDone, bytesTotal, records }) =>
        tools.progress({ done: bytesDone, wanted: bytesTotal, records }, bytesDone > 0),
    }),
  );
  const error = result.files[0]?.error;
  if (error === undefined) return { result, afterwards: async () => rmSync(path, { force: true }) };
  throw new AppError('unreadable_file', error.replaceAll(path, title));
}

async function withLibrary<T>({ openLibrary }: BringRooms, work: (library: Library) => Promise<T>): Promise<T> {
  try {
    const library = await openLibrary();
    try {
      return await work(library);
    } finally {
      await library.close();
    }
  } catch (thrown) {
    throw storageFailure(thrown);
  }
}
