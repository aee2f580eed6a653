/** The record store of a house: the small, precious file beside the library, in which everything but papers is kept. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { JobStore } from './jobs/job-store.ts';
import { ScheduleStore } from './jobs/schedule-store.ts';
import { JOB_MIGRATIONS } from './jobs/tables.ts';
import type { JobTables } from './jobs/tables.ts';
import { takeTurn } from './jobs/turns.ts';
import { typedQueries } from './kysely.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

export const RECORD_STORE_FILE = 'records.sqlite';

export interface RecordStore {
  readonly jobs: JobStore;
  readonly schedules: ScheduleStore;
  /** @see takeTurn */
  takeTurn(service: string, everyMs: number): Promise<void>;
  close(): void;
}

/** @throws AppError `storage_failed` where the file cannot be opened or belongs to another version. */
export async function openRecordStore(folder: string): Promise<RecordStore> {
  const file = join(folder, RECORD_STORE_FILE);
  const connection = openSqlite(file);
  await migrate(connection, JOB_MIGRATIONS, `The record store ${file}`);
  const db: Kysely<JobTables> = typedQueries(connection);
  return {
    jobs: new JobStore(db),
    schedules: new ScheduleStore(db),
    takeTurn: (service, everyMs) => takeTurn(db, service, everyMs),
    close: () => connection.close(),
  };
}
