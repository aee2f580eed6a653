/** A record store whose clock is the test's own. */
import { join } from 'node:path';
import { openRecordStore } from '#storage/index.ts';
import type { RecordStore } from '#storage/index.ts';
import { JobStore } from '../../src/storage/jobs/job-store.ts';
import { ScheduleStore } from '../../src/storage/jobs/schedule-store.ts';
import { takeTurn } from '../../src/storage/jobs/turns.ts';
import type { JobTables } from '../../src/storage/jobs/tables.ts';
import { typedQueries } from '../../src/storage/kysely.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { temporaryFolder } from '../_server.ts';

export interface Clocked {
  readonly store: RecordStore;
  readonly folder: string;
  /** Jobs over another connection to the same file, by the same clock. */
  readonly others: JobStore;
  /** Moves the database's clock, in milliseconds. */
  move(ms: number): void;
  close(): void;
}

/** `unixepoch` is SQLite's word for its clock; here it is the test's. It begins at noon of 9 March 2026. */
export async function clocked(): Promise<Clocked> {
  const folder = temporaryFolder();
  (await openRecordStore(folder.path)).close();
  let now = Date.parse('2026-03-09T12:00:00Z');
  const connections = [0, 1].map(() => {
    const connection = openSqlite(join(folder.path, 'records.sqlite'));
    connection.function('unixepoch', { varargs: true }, () => now / 1000);
    return connection;
  });
  const [db, other] = connections.map((connection) => typedQueries<JobTables>(connection));
  if (db === undefined || other === undefined) throw new Error('There are two connections.');
  const close = (): void => {
    for (const connection of connections) connection.close();
    folder.remove();
  };
  return {
    store: {
      jobs: new JobStore(db),
      schedules: new ScheduleStore(db),
      takeTurn: (service, everyMs) => takeTurn(db, service, everyMs),
      close: () => undefined,
    },
    folder: folder.path,
    others: new JobStore(other),
    move: (ms) => (now += ms),
    close,
  };
}
