/**
 * Opening SQLite files: one place that knows the pragmas, so that every connection of the house behaves alike.
 * Knows nothing of what the tables mean.
 */
import { chmodSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { AppError } from '#model/index.ts';
import { resultCode } from './failure.ts';
import { isAllowed } from './rights.ts';

export type SqliteConnection = DatabaseSync;

export interface OpenOptions {
  /** A connection that cannot write; the file must exist. */
  readonly readOnly?: boolean;
  /** How long a writer waits for another before it gives up, in milliseconds. */
  readonly patienceMs?: number;
}

const FOR_READING = 'pragma cache_size = -16000; pragma temp_store = memory;';

/**
 * Opens a file in write-ahead mode: readers see whole transactions and never wait for the writer.
 * @throws AppError `storage_failed` where the file cannot be opened or is no database.
 */
export function openSqlite(file: string, options: OpenOptions = {}): SqliteConnection {
  try {
    const connection = new DatabaseSync(file, {
      readOnly: options.readOnly ?? false,
      timeout: options.patienceMs ?? 5_000,
      enableForeignKeyConstraints: true,
    });
    if (options.readOnly !== true) {
      // Its journal takes over the rights: a copy of the folder must not be readable by others.
      chmodSync(file, 0o600);
      connection.exec('pragma journal_mode = wal; pragma synchronous = full;');
    }
    connection.exec(FOR_READING);
    return connection;
  } catch (cause) {
    const folder = dirname(file);
    throw new AppError(
      'storage_failed',
      options.readOnly !== true && existsSync(folder) && !isAllowed(folder, constants.W_OK)
        ? `The database ${file} may not be written by this account. Run this as the account the folder belongs to, and look whether its disk can be written.`
        : `The database ${file} cannot be opened: ${reason(cause)}. ${adviceFor(cause)}`,
      { cause },
    );
  }
}

/**
 * Opens a file to read it and to leave everything as it is: in write-ahead mode even a reader makes files beside it, and cannot
 * where it may not. With a journal beside it, it is read as others do who have it open. Without one nobody has it open, and it
 * is read as a file that does not change: whoever begins to write meanwhile is not seen, or half. So it is for short uses.
 * @throws AppError `storage_failed` where the file cannot be opened or is no database.
 */
export function openUntouched(file: string): SqliteConnection {
  try {
    const address = pathToFileURL(file);
    if (!existsSync(`${file}-wal`)) address.searchParams.set('immutable', '1');
    const connection = new DatabaseSync(address, { readOnly: true, timeout: 5_000 });
    connection.exec(FOR_READING);
    return connection;
  } catch (cause) {
    throw new AppError(
      'storage_failed',
      `The database ${file} cannot be read: ${reason(cause)}. Check that it is there and that you may read it.`,
      { cause },
    );
  }
}

/** A database in memory, gone when it is closed. */
export function openInMemory(): SqliteConnection {
  return new DatabaseSync(':memory:');
}

/** Runs `work` in one transaction that takes the write lock at once, and takes everything back where it throws. */
export function inTransaction<T>(connection: SqliteConnection, work: () => T): T {
  connection.exec('begin immediate');
  try {
    const result = work();
    connection.exec('commit');
    return result;
  } catch (thrown) {
    if (connection.isTransaction) connection.exec('rollback');
    throw thrown;
  }
}

/** Runs `work` on one unchanging state of the file, whatever others write meanwhile. */
export function inSnapshot<T>(connection: SqliteConnection, work: () => T): T {
  connection.exec('begin');
  try {
    return work();
  } finally {
    if (connection.isTransaction) connection.exec('commit');
  }
}

/** What helps against SQLite's primary result codes: a full disk, a file that is broken, or else whatever keeps it closed. */
function adviceFor(cause: unknown): string {
  switch (resultCode(cause)) {
    case 13:
      return 'Make room on the disk, then try again.';
    case 11:
    case 26:
      return 'Put it back from a backup, or name another folder with --data.';
    default:
      return 'Check that the folder exists, that you may write there and that the disk has room.';
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
