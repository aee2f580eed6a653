/** Bringing a file's tables up to date: numbered steps, forward only, each in a transaction with the mark that it was done. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import { AppError } from '#model/index.ts';
import { storageFailure } from './failure.ts';
import { typedQueries } from './kysely.ts';
import type { SqliteConnection } from './sqlite.ts';

/** Steps by name; names sort in the order they were written: `001-papers`. Shipped steps are never edited. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Applies what is missing. A file written by a newer version of the program is refused, never guessed at.
 * @throws AppError `storage_failed` with the name of the step that could not be applied.
 */
export async function migrate(connection: SqliteConnection, migrations: Migrations, what: string): Promise<void> {
  await migrateRoom(typedQueries<unknown>(connection), 'kysely', migrations, what);
}

/**
 * The steps of one of several rooms in a file: each room has marks of its own, so that a program that does not open a room
 * neither needs its steps nor is put off by them.
 * @param room names the tables of the marks: `people_migration`.
 */
export async function migrateRoom<Tables>(
  db: Kysely<Tables>,
  room: string,
  migrations: Migrations,
  what: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    migrationTableName: `${room}_migration`,
    migrationLockTableName: `${room}_migration_lock`,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failure = storageFailure(error);
  if (failure instanceof AppError) throw failure;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new AppError(
    'storage_failed',
    failed === undefined
      ? `${what} was written by another version of Attune and cannot be used by this one. Start the version that wrote it, or choose another data folder with --data.`
      : `${what} could not be brought up to date at step ${failed}. Nothing was changed.`,
    { cause: error },
  );
}
