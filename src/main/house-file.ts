/** `house.json`, the mark of a folder that is a house of Attune: which kind, which id, and for a sample which making. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#model/index.ts';

export interface HouseFile {
  readonly kind: 'sample' | 'home';
  readonly id: string;
  /** Of the folder's layout; a newer one is refused. */
  readonly format: number;
  /** Of the sample's papers; an older sample is made again. */
  readonly sampleVersion?: number;
}

/** Where the papers are; a house has it from the moment somebody wants papers of it. */
export const LIBRARY_FILE = 'library.sqlite';
const NAME = 'house.json';
const FORMAT = 1;

/** Undefined where the folder is no house. @throws AppError `storage_failed` where it is one this version cannot use. */
export function readHouseFile(folder: string): HouseFile | undefined {
  const path = join(folder, NAME);
  if (!isThere(path)) return undefined;
  const file = parsed(path);
  if (file.format > FORMAT)
    throw new AppError(
      'storage_failed',
      `${folder} was made by a newer version of Attune. Start that version, or name another folder with --data.`,
    );
  return file;
}

/** @throws AppError `storage_failed` where this account may not look. */
export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EACCES') throw closed(path, thrown);
    return false;
  }
}

function closed(path: string, cause: unknown): AppError {
  return new AppError(
    'storage_failed',
    `${path} may not be read by this account. Run this as the account it belongs to.`,
    { cause },
  );
}

/** Makes a house of an absent or empty folder, readable by its owner alone. @throws AppError where it holds other things. */
export function makeHouseFolder(folder: string, kind: HouseFile['kind'], sampleVersion?: number): HouseFile {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const inside = readdirSync(folder);
    if (inside.length > 0)
      throw new AppError(
        'storage_failed',
        `The folder ${folder} holds other things and is no house of Attune. Name an empty or a new folder with --data.`,
      );
    chmodSync(folder, 0o700);
    return writeHouseFile(folder, {
      kind,
      id: randomUUID(),
      format: FORMAT,
      ...(sampleVersion === undefined ? {} : { sampleVersion }),
    });
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError(
      'storage_failed',
      `The folder ${folder} cannot be made: ${reason}. Check its rights and the disk.`,
      { cause: thrown },
    );
  }
}

/** Written aside and moved into place, so that it is never half there. */
function writeHouseFile(folder: string, file: HouseFile): HouseFile {
  const path = join(folder, NAME);
  writeFileSync(`${path}.new`, `${JSON.stringify(file)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return file;
}

function parsed(path: string): HouseFile {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as HouseFile;
    if ((file.kind === 'sample' || file.kind === 'home') && typeof file.format === 'number') return file;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EACCES') throw closed(path, thrown);
    // Falls through: whatever else is wrong with the file, the sentence is the same.
  }
  throw new AppError(
    'storage_failed',
    `${path} is damaged. Put it back from a backup, or name another folder with --data.`,
  );
}
