/** The sample house: made on the first start, made again when this version brings another sample. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#model/index.ts';
import { makeSample, openLibrary } from '#library/index.ts';
import { makeHouseFolder, readHouseFile } from './house-file.ts';
import type { HouseFile } from './house-file.ts';

/** Raised whenever one of the files changes. */
const SAMPLE_VERSION = 2;

/** Written by hand, and composed from the facts of studies by `sample/compose.ts`. */
const FILES = ['papers.jsonl', 'composed.jsonl'];

export interface MadeSample {
  readonly folder: string;
  readonly papers: number;
  /** False where it stood already. */
  readonly made: boolean;
}

/**
 * @param root the package's folder, which holds the sample's papers.
 * @param say told before a making, and why where an older sample is replaced.
 * @throws AppError where the folder is a house of real papers, or cannot be written.
 */
export async function ensureSample(
  root: string,
  given: string,
  today: Date,
  say: (sentence: string) => void,
): Promise<MadeSample> {
  const folder = resolve(given);
  const house = readHouseFile(folder);
  if (house?.kind === 'home')
    throw new AppError(
      'conflict',
      `${folder} is a house of your own and is not made into a sample. Name another folder with --data.`,
    );
  if (house?.sampleVersion === SAMPLE_VERSION && existsSync(join(folder, 'library.sqlite'))) {
    const papers = await paperCount(folder);
    if (papers > 0) return { folder, papers, made: false };
  }
  say(whyMade(house));
  if (house !== undefined) rmSync(folder, { recursive: true });
  makeHouseFolder(folder, 'sample', SAMPLE_VERSION);
  const paths = FILES.map((file) => join(root, 'sample', file));
  const library = await openLibrary(folder, { reading: 'here' });
  try {
    return { folder, papers: makeSample(library, paths, today), made: true };
  } finally {
    await library.close();
  }
}

function whyMade(house: HouseFile | undefined): string {
  if (house === undefined) return 'Making the sample house …';
  return house.sampleVersion === SAMPLE_VERSION
    ? 'The sample house was not finished: making it anew …'
    : 'This version brings another sample: making the sample house anew …';
}

async function paperCount(folder: string): Promise<number> {
  const library = await openLibrary(folder, { reading: 'here' });
  try {
    return (await library.state()).papers;
  } finally {
    await library.close();
  }
}
