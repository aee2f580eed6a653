/** What every part of the room is handed: the tables, the clock, and how passwords are judged and kept. */
import type { RoomRecords } from '#storage/index.ts';
import type { CheckPassword } from './password-rules.ts';
import type { HashingCost } from './passwords.ts';
import type { PeopleTables } from './tables.ts';

export interface Desk {
  readonly records: RoomRecords<PeopleTables>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly cost: HashingCost;
  /** @throws AppError `bad_request` with a sentence that says what to do. */
  readonly checkPassword: (...asked: Parameters<CheckPassword>) => Promise<void>;
}
