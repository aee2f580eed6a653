/** A file that is written aside and then moved into place, so that nobody ever reads half of it under its name. */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#model/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there. Make the folder first, or name another',
  ENOTDIR: 'what should be its folder is a file. Name another file with --out',
  EACCES: 'you may not write into its folder. Name a file in a folder of yours',
  EPERM: 'you may not write into its folder. Name a file in a folder of yours',
  EROFS: 'its disk can only be read. Name a file on another disk',
  ENOSPC: 'the disk is full. Make room, or name a file on another disk',
  EDQUOT: 'your share of the disk is full. Make room, or name a file on another disk',
  EFBIG: 'it grew larger than its disk allows. Search for fewer papers, or name a file on another disk',
  ENAMETOOLONG: 'its name is too long. Choose a shorter one',
};

/** @throws AppError `conflict` where something has that name. */
export function refuseToOverwrite(out: string): void {
  if (!existsSync(out)) return;
  throw new AppError(
    'conflict',
    `${out} is there already and was left as it is. Name another file with --out, or take this one away first.`,
  );
}

/** @throws AppError `conflict` where the file appeared meanwhile or the person stopped it, `storage_failed` where it cannot be written. */
export async function writeWhole(out: string, text: AsyncIterable<string>): Promise<void> {
  const aside = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const file = createWriteStream(aside, { flags: 'wx', flush: true });
    await pipeline(Readable.from(text), file, { signal: stopping.signal });
    refuseToOverwrite(out);
    renameSync(aside, out);
  } catch (thrown) {
    if (existsSync(aside)) rmSync(aside);
    throw failure(thrown, out, stopping.signal.aborted);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function failure(thrown: unknown, out: string, isStopped: boolean): unknown {
  if (isStopped) return new AppError('conflict', `The export was stopped, and ${out} was not written.`);
  const { code = '', syscall } = thrown as NodeJS.ErrnoException;
  if (thrown instanceof AppError || syscall === undefined) return thrown;
  const reason = REASONS[code] ?? `the system answers ${code}. Name another file with --out`;
  return new AppError('storage_failed', `${out} cannot be written: ${reason}.`, { cause: thrown });
}
