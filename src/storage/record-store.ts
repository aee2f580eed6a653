/** The record store of a house: the small, precious file beside the library, in which everything but papers is kept. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { isBusy, storageFailure } from './failure.ts';
import { JobStore } from './jobs/job-store.ts';
import { ScheduleStore } from './jobs/schedule-store.ts';
import { JOB_MIGRATIONS } from './jobs/tables.ts';
import type { JobTables } from './jobs/tables.ts';
import { takeTurn } from './jobs/turns.ts';
import { askAgain, LOOK_EVERY_MS, told, typedQueries } from './kysely.ts';
import { migrateRoom } from './migrate.ts';
import type { Migrations } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import type { SqliteConnection } from './sqlite.ts';

/** So long a journal's readers are waited for: everything else that writes waits with it. */
const EMPTYING_MS = 1_000;
const OPENING_MS = 5_000;

export const RECORD_STORE_FILE = 'records.sqlite';

export interface RecordStore {
  readonly jobs: JobStore;
  readonly schedules: ScheduleStore;
  /** @see takeTurn */
  takeTurn(service: string, everyMs: number): Promise<void>;
  close(): void;
}

export interface RoomRecords<Tables> {
  /**
   * Runs `work` in one transaction that takes the write lock at once and takes everything back where it throws. What was
   * found in it stays true until it ends, in this process and in others. Use nothing but `tables` inside: everything else
   * of the record store waits until it is over.
   * @throws AppError `storage_failed` where the disk or the file fails.
   */
  change<T>(work: (tables: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** For reading alone, on a connection of its own: never waits for whoever writes, and sees whole transactions. */
  readonly read: Kysely<Tables>;
  /**
   * A statement made ready once, for what is asked with every request. It can only read.
   * @throws AppError `storage_failed` where the disk or the file fails, also when it is asked.
   */
  ready(statement: string): (...parameters: (string | number | Uint8Array)[]) => Record<string, unknown> | undefined;
  /**
   * Takes what was deleted out of the journal too: afterwards its bytes are in no file of the record store.
   * @returns false where somebody was reading an older state; then ask again later.
   */
  emptyJournal(): Promise<boolean>;
}

/** The record store as a room sees it that keeps tables of its own there. */
export interface RoomStore {
  /**
   * Brings the room's tables up to date and gives the way to them. With the first room, what a deletion could not take out of the
   * journal because somebody was reading goes too.
   * @param name in small letters; never changes, because the marks of the steps stand under it.
   * @throws AppError `storage_failed` where a step fails or the tables belong to a newer version.
   */
  room<Tables>(name: string, steps: Migrations): Promise<RoomRecords<Tables>>;
}

/** @throws AppError `storage_failed` where the file cannot be opened or belongs to another version. */
export async function openRecordStore(folder: string): Promise<RecordStore & RoomStore> {
  const file = join(folder, RECORD_STORE_FILE);
  const connection = await openPatiently(file);
  // Of every writer of the file: a single one that leaves deleted bytes behind would break the word of erasure.
  connection.exec('pragma secure_delete = on');
  const db: Kysely<JobTables> = typedQueries(connection);
  await migrateRoom(db, 'kysely', JOB_MIGRATIONS, `The record store ${file}`);
  let reading: SqliteConnection | undefined;
  return {
    jobs: new JobStore(db),
    schedules: new ScheduleStore(db),
    takeTurn: (service, everyMs) => takeTurn(db, service, everyMs),
    async room<Tables>(name: string, steps: Migrations) {
      // One queue for all rooms, of which each sees its own tables: two queues on one thread would wait for each other for ever.
      const own = db as unknown as Kysely<Tables>;
      await migrateRoom(own, name, steps, `The record store ${file}`);
      if (reading === undefined) {
        await emptyJournal(own);
        reading = openSqlite(file, { readOnly: true });
      }
      return roomRecords(own, typedQueries<Tables>(reading), reading);
    },
    close() {
      // The writer last: only it can put the journal away.
      reading?.close();
      connection.close();
    },
  };
}

/** Making the file is the one thing SQLite waits for nobody with: of two processes that open a new house at once one is refused. */
async function openPatiently(file: string): Promise<SqliteConnection> {
  const until = performance.now() + OPENING_MS;
  for (;;) {
    try {
      return openSqlite(file);
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() >= until) throw thrown;
      await wait(LOOK_EVERY_MS);
    }
  }
}

/** @param db the one queue of the writing connection, which all rooms share. */
function roomRecords<Tables>(db: Kysely<Tables>, read: Kysely<Tables>, reading: SqliteConnection): RoomRecords<Tables> {
  return {
    read,
    async change(work) {
      try {
        return await db.transaction().execute(work);
      } catch (thrown) {
        throw storageFailure(thrown);
      }
    },
    ready(statement) {
      const prepared = told(() => reading.prepare(statement));
      return (...parameters) => told(() => prepared.get(...parameters));
    },
    emptyJournal: () => emptyJournal(db),
  };
}

async function emptyJournal<Tables>(db: Kysely<Tables>): Promise<boolean> {
  return db.connection().execute(async (own) => {
    const run = (statement: string) => own.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement));
    return askAgain(
      run,
      async () => (await run('pragma wal_checkpoint(truncate)')).rows[0]?.['busy'] === 0,
      EMPTYING_MS,
    );
  });
}
