/**
 * Kysely on `node:sqlite`: typed queries over a connection that somebody else opens and closes.
 * Refuses what `node:sqlite` would misread: an object in first place counts as named parameters there, so a Date would become NULL.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, DialectAdapter, Driver, QueryResult, SqliteDatabase } from 'kysely';
import { AppError } from '#model/index.ts';
import { isBusy, storageFailure } from './failure.ts';
import type { SqliteConnection } from './sqlite.ts';

/** How long to do other work before looking again whether a lock is free. */
export const LOOK_EVERY_MS = 2;

/** Runs a statement on one connection that is this caller's meanwhile. */
type Run = (statement: string) => Promise<QueryResult<Record<string, unknown>>>;

type Scalar = string | number | bigint | Uint8Array | null;

/** Typed queries on an open connection. Do not `destroy()` it: closing the connection is its opener's work. */
export function typedQueries<Tables>(connection: SqliteConnection): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(shim(connection)) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** Takes the write lock when a transaction begins: one that starts as a reader cannot be upgraded beside a second writer. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const run: Run = (statement) => connection.executeQuery(CompiledQuery.raw(statement));
    let busy: unknown;
    const hasBegun = await askAgain(run, async () => {
      try {
        await run('begin immediate');
        return true;
      } catch (thrown) {
        if (!isBusy(thrown)) throw thrown;
        busy = thrown;
        return false;
      }
    });
    if (!hasBegun) throw busy;
  }
}

/**
 * Tries until a lock is free or the connection's patience is at its end, and lets the thread go on with other work between.
 * SQLite's own waiting would hold it up, and in vain where whoever has the lock is on the same thread.
 * @param mostMs where the connection's patience is more than the matter is worth.
 * @returns whether a try succeeded.
 */
export async function askAgain(run: Run, isDone: () => Promise<boolean>, mostMs = Infinity): Promise<boolean> {
  const patienceMs = Number((await run('pragma busy_timeout')).rows[0]?.['timeout'] ?? 0);
  const until = performance.now() + Math.min(patienceMs, mostMs);
  await run('pragma busy_timeout = 0');
  try {
    while (!(await isDone())) {
      if (performance.now() >= until) return false;
      await wait(LOOK_EVERY_MS);
    }
    return true;
  } finally {
    await run(`pragma busy_timeout = ${patienceMs}`);
  }
}

/** SQLite takes back changed tables with the rest of a transaction, so that a failed migration leaves nothing half done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function shim(connection: SqliteConnection): SqliteDatabase {
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = told(() => connection.prepare(sql));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => told(() => statement.all(...parameters.map(scalar))),
        run: (parameters) => told(() => statement.run(...parameters.map(scalar))),
        iterate: (parameters) => statement.iterate(...parameters.map(scalar)) as IterableIterator<unknown>,
      };
    },
  };
}

/** A full disk or a damaged file is told as a sentence to whoever asked, however far away. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw storageFailure(thrown);
  }
}

function scalar(value: unknown): Scalar {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  if (value instanceof Uint8Array) return value;
  throw new AppError(
    'storage_failed',
    `A database parameter must be text, a number, bytes or null, not ${nameOf(value)}.`,
  );
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a Date';
  return Number.isNaN(value) ? 'NaN' : typeof value;
}
