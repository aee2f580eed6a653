/** The files the house keeps its records in: opening, transactions, typed queries, migrations. Knows none of its users. */
export { GONE, isBusy, storageFailure } from './failure.ts';
export { isBeingWritten, lookInto, versionOf } from './health.ts';
export type { Check } from './health.ts';
export { LEASE_MS } from './jobs/job-store.ts';
export type { JobStore, Lease, NewJob } from './jobs/job-store.ts';
export type { Job } from './jobs/job.ts';
export type { Schedule, ScheduleStore } from './jobs/schedule-store.ts';
export { migrate } from './migrate.ts';
export type { Migrations } from './migrate.ts';
export { openRecordStore } from './record-store.ts';
export type { RecordStore, RoomRecords, RoomStore } from './record-store.ts';
export { recordStoreHealth } from './record-store-health.ts';
export { isAllowed } from './rights.ts';
export { inSnapshot, inTransaction, openInMemory, openSqlite, openUntouched } from './sqlite.ts';
export type { SqliteConnection } from './sqlite.ts';
