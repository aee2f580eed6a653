/** What does the jobs of a house, for whichever process works: the command line, or the thread of a server. */
import { bringHandlers } from '#app/index.ts';
import type { Config } from '#config/index.ts';
import { openLibrary } from '#library/index.ts';
import type { Ncbi } from '#library/index.ts';
import type { CivilDate } from '#model/index.ts';
import type { RecordStore } from '#storage/index.ts';

export function houseHandlers(
  folder: string,
  { hideAbstracts }: Config,
  store: RecordStore,
  ncbi: Ncbi,
): ReturnType<typeof bringHandlers> {
  return bringHandlers({
    store,
    ncbi,
    openLibrary: () => openLibrary(folder, { reading: 'here' }),
    withoutAbstracts: hideAbstracts,
    today: () => new Date().toISOString().slice(0, 10) as CivilDate,
  });
}
