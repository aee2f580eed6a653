/** An open house: its library and the uses the shells have of it, built once. */
import { join, resolve } from 'node:path';
import { AppError } from '#model/index.ts';
import { relatedTo } from '#app/index.ts';
import type { Config } from '#config/index.ts';
import {
  checkList,
  countsOf,
  exportFound,
  exportPapers,
  find,
  importFiles,
  keptHits,
  lookUp,
  openLibrary,
} from '#library/index.ts';
import type { Library } from '#library/index.ts';
import type { CliHouse } from '#cli/index.ts';
import type { ServerHouse } from '#server/index.ts';
import { isThere, LIBRARY_FILE, makeHouseFolder, readHouseFile } from './house-file.ts';
import type { HouseFile } from './house-file.ts';

export interface OpenHouse extends CliHouse, Omit<ServerHouse, 'id' | 'people' | 'reading' | 'feed'> {
  readonly library: Library;
}

export interface OpenHouseOptions {
  readonly config: Config;
  /** Whether a folder that is no house yet becomes a home. */
  readonly create: boolean;
  /** Queries in a thread of their own, for a server that must not wait. */
  readonly reading: 'worker' | 'here';
  readonly say: (sentence: string) => void;
}

/** @throws AppError `not_found` where there is no house and none is to be made, `storage_failed` where it cannot be opened. */
export async function openHouse(given: string, options: OpenHouseOptions): Promise<OpenHouse> {
  const folder = resolve(given);
  const { kind } = houseFileOf(folder, options);
  const library = await openLibrary(folder, {
    reading: options.reading,
    onRebuild: (papers) =>
      options.say(
        `The words of ${papers.toLocaleString('en')} papers are indexed anew for this version. This happens once.`,
      ),
  });
  const { hideAbstracts, linkResolver } = options.config;
  const display = { hideAbstracts, linkResolver };
  return {
    kind,
    folder,
    library,
    find: (request) => find(library, request, display),
    exportFound: (request) => exportFound(library, request, display),
    exportPapers: (request) => exportPapers(library, request, display),
    counts: (text, filters) => countsOf(library, text, filters),
    lookUp: (text) => lookUp(library, text, display),
    related: (id, limit) => relatedTo(library, id, { limit, display }),
    papers: keptHits(library, display),
    checkList: (text) => checkList(library, text, display),
    recent: (limit) => library.recent(limit),
    state: () => library.state(),
    quarantined: () => library.quarantined(),
    importFiles: (names, told) => importFiles(library, names, { withoutAbstracts: hideAbstracts, ...told }),
    close: () => library.close(),
  };
}

/** A home in which people were set up, but no paper ever brought, is for whoever wants papers as good as none. */
function houseFileOf(folder: string, { create }: OpenHouseOptions): HouseFile {
  const file = readHouseFile(folder);
  if (file !== undefined && (create || file.kind === 'sample' || isThere(join(folder, LIBRARY_FILE)))) return file;
  if (file === undefined && create) return makeHouseFolder(folder, 'home');
  throw new AppError(
    'not_found',
    `There is no library in ${folder} yet. Bring papers with attune import FILE, or look around the sample: attune sample, then --data data/sample.`,
  );
}
