/** Opens the library of a house on SQLite: brings its tables up to date, feeds the index again when `text` makes other words. */
import { constants } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import {
  inTransaction,
  isAllowed,
  migrate,
  openSqlite,
  openUntouched,
  storageFailure,
  versionOf,
} from '#storage/index.ts';
import type { SqliteConnection } from '#storage/index.ts';
import { WORDS_VERSION } from '#text/index.ts';
import type { Library } from '../port.ts';
import { documentOf } from './document.ts';
import { LIBRARY_FILE } from './library-file.ts';
import { MIGRATIONS } from './migrations.ts';
import { SqliteReader } from './reader.ts';
import { ReaderPool } from './reader-pool.ts';
import { SqliteWriter } from './writer.ts';

export interface LibraryOptions {
  /** `worker`: queries run in a thread of their own and are given up when their budget is spent. `here`: in this thread. */
  readonly reading: 'worker' | 'here';
  /** Milliseconds a query may take in a worker. */
  readonly budgetMs?: number;
  readonly now?: () => Date;
  /** Told when the index has to be fed again, which takes a while: how many papers. */
  readonly onRebuild?: (papers: number) => void;
}

const DEFAULT_BUDGET_MS = 5_000;

/**
 * A library in a folder that may not be written, such as a copy on another medium, can be read in this thread for as long as
 * nobody writes to it; its `writer` throws.
 * @throws AppError `storage_failed` where the file cannot be opened or belongs to another version.
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const file = join(folder, LIBRARY_FILE);
  if (options.reading === 'here' && isAllowed(file, constants.R_OK) && !isAllowed(folder, constants.W_OK))
    return openToReadAlone(file);
  const db = openSqlite(file);
  const now = options.now ?? (() => new Date());
  await migrate(db, MIGRATIONS, `The library ${file}`);
  const writer = new SqliteWriter(db, now);
  rebuildIfStale(db, writer, options.onRebuild);
  const reader =
    options.reading === 'worker'
      ? new ReaderPool(file, options.budgetMs ?? DEFAULT_BUDGET_MS)
      : inThread(new SqliteReader(openSqlite(file, { readOnly: true })));
  return {
    ...reader,
    writer: () => writer,
    async close() {
      await reader.close();
      db.close();
    },
  };
}

function openToReadAlone(file: string): Library {
  const db = openUntouched(file);
  try {
    if (versionOf(db, MIGRATIONS) !== 'this' || wordsVersion(db) !== String(WORDS_VERSION))
      throw new AppError(
        'storage_failed',
        `The library ${file} is of another version of Attune, and this account may not write there to bring it up to date. Run this as the account the folder belongs to.`,
      );
  } catch (thrown) {
    db.close();
    throw storageFailure(thrown);
  }
  return {
    ...inThread(new SqliteReader(db)),
    writer() {
      throw new AppError(
        'storage_failed',
        `The library ${file} may not be written by this account. Run this as the account the folder belongs to, and look whether its disk can be written.`,
      );
    },
  };
}

function inThread(reader: SqliteReader): Omit<Library, 'writer'> {
  const told = async <T>(read: () => T): Promise<T> => {
    try {
      return read();
    } catch (thrown) {
      throw storageFailure(thrown);
    }
  };
  return {
    search: (request) => told(() => reader.search(request)),
    counts: (query, filters) => told(() => reader.counts(query, filters)),
    get: (id) => told(() => reader.get(id)),
    resolve: (keys) => told(() => reader.resolve(keys)),
    ties: (id) => told(() => reader.ties(id)),
    df: (stems) => told(() => reader.df(stems)),
    topWeighted: (stems, limit) => told(() => reader.topWeighted(stems, limit)),
    stems: (ids) => told(() => reader.stems(ids)),
    recent: (limit) => told(() => reader.recent(limit)),
    tombstone: (id) => told(() => reader.tombstone(id)),
    quarantined: () => told(() => reader.quarantined()),
    state: () => told(() => reader.state()),
    changedAt: () => told(() => reader.changedAt()),
    close: async () => reader.close(),
  };
}

/** Words stored by another version of `text` would not be found by this one's. */
function rebuildIfStale(db: SqliteConnection, writer: SqliteWriter, onRebuild?: (papers: number) => void): void {
  if (wordsVersion(db) === String(WORDS_VERSION)) return;
  const papers = Number(db.prepare('select count(*) as n from record').get()?.['n']);
  if (papers > 0) onRebuild?.(papers);
  inTransaction(db, () => {
    if (papers > 0) writer.rebuild(storedDocuments(db));
    db.prepare("insert or replace into setting values ('words_version', ?)").run(String(WORDS_VERSION));
  });
}

function* storedDocuments(
  db: SqliteConnection,
): Generator<{ number: number; document: ReturnType<typeof documentOf> }> {
  for (const row of db.prepare('select paper, json from record').iterate())
    yield { number: Number(row['paper']), document: documentOf(JSON.parse(String(row['json'])) as Paper) };
}

/** Of the `text` whose words the index holds. */
export function wordsVersion(db: SqliteConnection): string | undefined {
  return db.prepare("select value from setting where name = 'words_version'").get()?.['value']?.toString();
}
