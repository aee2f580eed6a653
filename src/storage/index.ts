/** The files the house keeps its records in: opening, transactions, typed queries, migrations. Knows none of its users. */
export { storageFailure } from './failure.ts';
export { migrate } from './migrate.ts';
export type { Migrations } from './migrate.ts';
export { inSnapshot, inTransaction, openSqlite } from './sqlite.ts';
export type { SqliteConnection } from './sqlite.ts';
