/** Opens the library of a house on SQLite: brings its tables up to date, feeds the index again when `text` makes other words. */
import { join } from 'node:path';
import type { Paper } from '#model/index.ts';
import { inTransaction, migrate, openSqlite } from '#storage/index.ts';
import type { SqliteConnection } from '#storage/index.ts';
import { WORDS_VERSION } from '#text/index.ts';
import type { Library } from '../port.ts';
import { documentOf } from './document.ts';
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

const FILE = 'library.sqlite';
const DEFAULT_BUDGET_MS = 5_000;

/** @throws AppError `storage_failed` where the file cannot be opened or belongs to another version. */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const file = join(folder, FILE);
  const db = openSqlite(file);
  const now = options.now ?? (() => new Date());
  await migrate(db, MIGRATIONS, `The library ${file}`);
  const writer = new SqliteWriter(db, now);
  rebuildIfStale(db, writer, options.onRebuild);
  const reader =
    options.reading === 'worker'
      ? new ReaderPool(file, options.budgetMs ?? DEFAULT_BUDGET_MS)
      : inThread(new SqliteReader(file));
  return {
    ...reader,
    writer: () => writer,
    async close() {
      await reader.close();
      db.close();
    },
  };
}

function inThread(reader: SqliteReader): Omit<Library, 'writer'> {
  return {
    search: async (request) => reader.search(request),
    counts: async (query, filters) => reader.counts(query, filters),
    get: async (id) => reader.get(id),
    resolve: async (keys) => reader.resolve(keys),
    ties: async (id) => reader.ties(id),
    tombstone: async (id) => reader.tombstone(id),
    quarantined: async () => reader.quarantined(),
    state: async () => reader.state(),
    close: async () => reader.close(),
  };
}

/** Words stored by another version of `text` would not be found by this one's. */
function rebuildIfStale(db: SqliteConnection, writer: SqliteWriter, onRebuild?: (papers: number) => void): void {
  const stored = db.prepare("select value from setting where name = 'words_version'").get()?.['value'];
  if (stored === String(WORDS_VERSION)) return;
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
