/** What every part of the room is handed: the tables and the clock. */
import type { RoomRecords } from '#storage/index.ts';
import type { ReadingTables } from './tables.ts';

export interface Desk {
  readonly records: RoomRecords<ReadingTables>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
