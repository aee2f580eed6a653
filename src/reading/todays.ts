/** What the feed showed somebody, day by day: the first list of a day is the list of that day, whoever asks again and however often. */
import { AppError } from '#model/index.ts';
import type { CivilDate, RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Desk } from './desk.ts';
import { checkPapers } from './papers.ts';
import type { Readable } from './tables.ts';
import { checkDay, jsonOf, keptToday } from './today.ts';
import type { KeptDay, KeptToday, TodayChange } from './today.ts';
import { countShown, dropOldDays, MOST_DAYS } from './today-rows.ts';

/** Bytes of JSON. */
const LONGEST_RECORD = 200_000;
const LONGEST_CHANGE = 4_000;

export class Todays {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Keeps the list of a day, unless there is one already; and of all days the newest sixty.
   * @param record anything that is JSON, at most 200,000 bytes.
   * @param shown the papers in it: each is counted as shown once more, where this list is the one that is kept.
   * @returns the list that is kept, be it this one or the one that somebody kept a moment before.
   * @throws AppError `bad_request`
   */
  async keep(account: AccountId, day: string, record: unknown, shown: readonly RecordId[]): Promise<KeptToday> {
    const checked = checkDay(day);
    const text = jsonOf(record, LONGEST_RECORD, 'The list of the day');
    const papers = checkPapers(shown);
    return this.#desk.records.change(async (tables) => {
      const kept = await todayOf(tables, account, checked);
      if (kept !== undefined) return kept;
      const row = { account, day: checked, opened_at: this.#desk.now(), record: text };
      await tables.insertInto('reading_today').values(row).execute();
      await countShown(tables, account, checked, papers);
      await dropOldDays(tables, account);
      return keptToday(row);
    });
  }

  /** Undefined where none was kept for that day. @throws AppError `bad_request` */
  async get(account: AccountId, day: string): Promise<KeptToday | undefined> {
    return todayOf(this.#desk.records.read, account, checkDay(day));
  }

  /** The newest first. @param limit from 1 to 60, which is also what it is where nothing is said. @throws AppError `bad_request` */
  async days(account: AccountId, limit = MOST_DAYS): Promise<KeptDay[]> {
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_DAYS)
      throw new AppError('bad_request', `From 1 to ${MOST_DAYS} days can be asked for, not ${limit}. Ask for as many.`);
    const rows = await this.#desk.records.read
      .selectFrom('reading_today')
      .select(['day', 'opened_at'])
      .where('account', '=', account)
      .orderBy('day', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ day, opened_at }) => ({ day, openedAt: new Date(opened_at).toISOString() }));
  }

  /** The newest that was kept for an earlier day. @throws AppError `bad_request` */
  async lastBefore(account: AccountId, day: string): Promise<KeptToday | undefined> {
    const row = await this.#desk.records.read
      .selectFrom('reading_today')
      .select(['day', 'opened_at', 'record'])
      .where('account', '=', account)
      .where('day', '<', checkDay(day))
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && keptToday(row);
  }

  /**
   * Writes down what changed in the list of a day after it was kept.
   * @param change anything that is JSON, at most 4,000 bytes.
   * @throws AppError `bad_request`; `not_found` where nothing was kept for that day.
   */
  async note(account: AccountId, day: string, change: unknown): Promise<TodayChange> {
    const checked = checkDay(day);
    const text = jsonOf(change, LONGEST_CHANGE, 'The change of the day');
    return this.#desk.records.change(async (tables) => {
      if ((await todayOf(tables, account, checked)) === undefined)
        throw new AppError('not_found', `Nothing was kept for ${checked}. Open the list of that day first.`);
      const at = this.#desk.now();
      const { sequence } = await tables
        .insertInto('reading_today_change')
        .values({ account, day: checked, at, change: text })
        .returning('sequence')
        .executeTakeFirstOrThrow();
      return { sequence, at: new Date(at).toISOString(), change: JSON.parse(text) };
    });
  }

  /** In the order in which they came. @throws AppError `bad_request` */
  async changes(account: AccountId, day: string): Promise<TodayChange[]> {
    const rows = await this.#desk.records.read
      .selectFrom('reading_today_change')
      .select(['sequence', 'at', 'change'])
      .where('account', '=', account)
      .where('day', '=', checkDay(day))
      .orderBy('sequence')
      .execute();
    return rows.map(({ sequence, at, change }) => ({
      sequence,
      at: new Date(at).toISOString(),
      change: JSON.parse(change),
    }));
  }

  /** On how many days each paper was in the list, days that are no longer kept included. */
  async shown(account: AccountId): Promise<Map<RecordId, number>> {
    const rows = await this.#desk.records.read
      .selectFrom('reading_shown')
      .select(['paper', 'times'])
      .where('account', '=', account)
      .execute();
    return new Map(rows.map(({ paper, times }) => [paper, times]));
  }

  /** The papers that were in the list on two days or more. */
  async shownTwice(account: AccountId): Promise<Map<RecordId, number>> {
    const rows = await this.#desk.records.read
      .selectFrom('reading_shown')
      .select(['paper', 'times'])
      .where('account', '=', account)
      // As a word of the statement: only so does the database see that the index of these fits.
      .where(({ eb, ref, lit }) => eb(ref('times'), '>', lit(1)))
      .execute();
    return new Map(rows.map(({ paper, times }) => [paper, times]));
  }
}

async function todayOf(tables: Readable, account: AccountId, day: CivilDate): Promise<KeptToday | undefined> {
  const row = await tables
    .selectFrom('reading_today')
    .select(['day', 'opened_at', 'record'])
    .where('account', '=', account)
    .where('day', '=', day)
    .executeTakeFirst();
  return row && keptToday(row);
}
