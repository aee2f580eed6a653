/** The people of a house for the command line, which needs no server and works beside one. */
import { resolve } from 'node:path';
import { AppError } from '#model/index.ts';
import type { CliPeople } from '#cli/index.ts';
import type { Config } from '#config/index.ts';
import { readHouseFile } from './house-file.ts';
import { openHouseRecords } from './house-records.ts';

interface Options {
  readonly config: Config;
  readonly root: string;
  /** Where the house's pages are for whoever gets a link; undefined where nobody has said. */
  readonly linkBase: string | undefined;
}

/** Also of a house without a paper. @throws AppError `not_found` where there is no house. */
export async function openCliPeople(given: string, { linkBase, ...options }: Options): Promise<CliPeople> {
  const folder = resolve(given);
  const file = readHouseFile(folder);
  if (file === undefined)
    throw new AppError(
      'not_found',
      `There is no house in ${folder} yet. Start Attune once with npm start, which makes one, or bring papers with attune import FILE.`,
    );
  const { people, close } = await openHouseRecords(folder, file, options);
  return { people, linkBase, close };
}
