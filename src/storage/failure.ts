/** What SQLite says of the disk and the file, as sentences for people. */
import { AppError } from '#model/index.ts';

/** SQLite's primary result codes that are nobody's mistake in the code. */
const SENTENCES: Readonly<Record<number, string>> = {
  5: 'Another program is writing to the house. Wait until it is done, then try again.',
  6: 'Another program is writing to the house. Wait until it is done, then try again.',
  8: 'The house may not be written by this account. Check the rights of its folder.',
  10: 'The disk could not be read or written. What was committed before is kept. Check the disk, then try again.',
  11: 'A file of the house is damaged. attune doctor says which, and what to do.',
  13: 'The disk is full. What was committed before is kept. Make room, then try again: it goes on where it was.',
  14: 'A file of the house cannot be opened. Check that its folder exists and that this account may use it.',
  26: 'A file of the house is no database. attune doctor says which, and what to do.',
};

const BUSY = 5;
const CONSTRAINT = 19;

/** What a trigger says that refuses a row of somebody who is in the house no more. */
export const GONE = 'This account was deleted, and nothing is kept for it any more. Nothing was changed.';

/** SQLite's primary result code; undefined for what SQLite did not throw. */
export function resultCode(thrown: unknown): number | undefined {
  const code = (thrown as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Whether another connection has the lock that was asked for, be it told by SQLite or already in the house's words. */
export function isBusy(thrown: unknown): boolean {
  return resultCode(thrown) === BUSY || resultCode((thrown as Error | undefined)?.cause) === BUSY;
}

/** The house's error for a failure of disk or file; anything else as it was thrown. */
export function storageFailure(thrown: unknown): unknown {
  const code = resultCode(thrown);
  if (code === CONSTRAINT && (thrown as Error).message === GONE)
    return new AppError('not_found', GONE, { cause: thrown });
  const sentence = code === undefined ? undefined : SENTENCES[code];
  return sentence === undefined ? thrown : new AppError('storage_failed', sentence, { cause: thrown });
}
