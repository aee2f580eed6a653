/** What people saved, and the labels they gave it. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Desk } from './desk.ts';
import { checkTypedName, keyOf } from './labels.ts';
import { markOf, STATE_COLUMNS } from './mark.ts';
import type { Mark, Noticed } from './mark.ts';
import { applyAct, labelsOf } from './mark-rows.ts';
import { checkPapers, inOrderOf, MOST_AT_ONCE } from './papers.ts';
import type { Tables } from './tables.ts';

/** A longer list than this is shown to nobody. */
const MOST_ROWS = 10_000;

export interface SavedPaper {
  readonly paper: RecordId;
  /** Instant in UTC. */
  readonly savedAt: string;
  readonly labels: readonly string[];
  /** The person's note on it. */
  readonly note?: string;
  readonly mark: Mark;
  /** What was known against it when it was saved; absent where nobody looked. */
  readonly noticed?: readonly string[];
}

export interface SavedCounts {
  readonly total: number;
  /** Those that saved papers have, in the order of the alphabet. */
  readonly labels: readonly { readonly label: string; readonly count: number }[];
}

/** What labelling changed, so that undoing it touches exactly that. */
export interface Labelled {
  /** Papers that have the label now and had it not, or the other way round. */
  readonly changed: readonly RecordId[];
  /** Papers that were saved by it. */
  readonly saved: readonly RecordId[];
}

export class Saved {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * The newest saved first.
   * @param question.label only papers that have it, however it is written.
   * @param question.limit at most 10,000, which is also what it is where nothing is said.
   * @throws AppError `bad_request`
   */
  async list(
    account: AccountId,
    question: { readonly label?: string | undefined; readonly limit?: number | undefined } = {},
  ): Promise<SavedPaper[]> {
    const { limit = MOST_ROWS } = question;
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS)
      throw new AppError('bad_request', `The list has from 1 to ${MOST_ROWS} papers, not ${limit}. Ask for as many.`);
    const key = question.label === undefined ? undefined : keyOf(checkTypedName(question.label, 'The label'));
    const { read } = this.#desk.records;
    const rows = await read
      .selectFrom('reading_mark as mark')
      .leftJoin('reading_note as note', (join) =>
        join.onRef('note.account', '=', 'mark.account').onRef('note.paper', '=', 'mark.paper'),
      )
      .select(['mark.paper', ...STATE_COLUMNS.map((column) => `mark.${column}` as const), 'note.text as note'])
      .where('mark.account', '=', account)
      .where('mark.saved_as', 'is not', null)
      .$if(key !== undefined, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('reading_label as label')
              .select('label.paper')
              .where('label.account', '=', account)
              .where('label.key', '=', key as string)
              .whereRef('label.paper', '=', 'mark.paper'),
          ),
        ),
      )
      .orderBy('mark.saved_as', 'desc')
      .limit(limit)
      .execute();
    const papers = rows.map(({ paper }) => paper);
    const labels = await labelsOf(read, account, papers.length > MOST_AT_ONCE ? undefined : papers);
    return rows.map(({ paper, note, ...state }) => {
      const own = labels.get(paper) ?? [];
      return {
        paper,
        savedAt: new Date(state.saved_at ?? 0).toISOString(),
        labels: own,
        ...(note === null ? {} : { note }),
        mark: markOf(state, note !== null, own),
        ...(state.saved_noticed === null
          ? {}
          : { noticed: state.saved_noticed.split(',').filter((kind) => kind !== '') }),
      };
    });
  }

  async counts(account: AccountId): Promise<SavedCounts> {
    const { read } = this.#desk.records;
    const { total } = await read
      .selectFrom('reading_mark')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('account', '=', account)
      .where('saved_as', 'is not', null)
      .executeTakeFirstOrThrow();
    const labels = await read
      .selectFrom('reading_label as label')
      .innerJoin('reading_mark as mark', (join) =>
        join.onRef('mark.account', '=', 'label.account').onRef('mark.paper', '=', 'label.paper'),
      )
      .select((eb) => [eb.fn.min('label.name').as('label'), eb.fn.countAll<number>().as('count')])
      .where('label.account', '=', account)
      .where('mark.saved_as', 'is not', null)
      .groupBy('label.key')
      .orderBy('label.key')
      .execute();
    return { total, labels: labels.map(({ label, count }) => ({ label, count })) };
  }

  /**
   * Gives a label to up to 1,000 papers, or takes it from them. A label saves its paper; one that the person has already keeps the
   * way it was first written.
   * @throws AppError `bad_request`
   */
  async label(
    account: AccountId,
    papers: readonly RecordId[],
    label: string,
    on: boolean,
    noticed?: Noticed,
  ): Promise<Labelled> {
    const each = checkPapers(papers);
    const typed = checkTypedName(label, 'The label');
    const key = keyOf(typed);
    if (each.length === 0) return { changed: [], saved: [] };
    return this.#desk.records.change(async (tables) => {
      if (!on) return { changed: await takeLabel(tables, account, key, each), saved: [] };
      const name = (await nameOf(tables, account, key)) ?? typed;
      const saved = await applyAct(tables, this.#desk.now(), account, each, 'save', { noticed });
      const rows = await tables
        .insertInto('reading_label')
        .values(each.map((paper) => ({ account, paper, key, name })))
        .onConflict((conflict) => conflict.doNothing())
        .returning('paper')
        .execute();
      return { changed: inOrderOf(each, rows), saved };
    });
  }

  /**
   * Writes a label differently. Where there is a label of the new name already, the two become one.
   * @returns the papers that have it, saved or not.
   * @throws AppError `bad_request`; `not_found` where the person has no such label.
   */
  async renameLabel(account: AccountId, from: string, to: string): Promise<RecordId[]> {
    const [key, name] = [keyOf(checkTypedName(from, 'The label')), checkTypedName(to, 'The new label')];
    const newKey = keyOf(name);
    return this.#desk.records.change(async (tables) => {
      if ((await nameOf(tables, account, key)) === undefined) throw noSuchLabel();
      const own = tables.updateTable('reading_label').where('account', '=', account);
      if (newKey !== key)
        await tables
          .deleteFrom('reading_label')
          .where('account', '=', account)
          .where('key', '=', key)
          .where('paper', 'in', (eb) =>
            eb.selectFrom('reading_label').select('paper').where('account', '=', account).where('key', '=', newKey),
          )
          .execute();
      await own.set({ key: newKey, name }).where('key', 'in', [key, newKey]).execute();
      const rows = await tables
        .selectFrom('reading_label')
        .select('paper')
        .where('account', '=', account)
        .where('key', '=', newKey)
        .execute();
      return rows.map(({ paper }) => paper);
    });
  }

  /**
   * Takes a label from all papers; they stay saved.
   * @returns the papers that had it.
   * @throws AppError `bad_request`; `not_found` where the person has no such label.
   */
  async dropLabel(account: AccountId, label: string): Promise<RecordId[]> {
    const key = keyOf(checkTypedName(label, 'The label'));
    return this.#desk.records.change(async (tables) => {
      const papers = await takeLabel(tables, account, key);
      if (papers.length === 0) throw noSuchLabel();
      return papers;
    });
  }
}

async function nameOf(tables: Tables, account: AccountId, key: string): Promise<string | undefined> {
  const row = await tables
    .selectFrom('reading_label')
    .select('name')
    .where('account', '=', account)
    .where('key', '=', key)
    .limit(1)
    .executeTakeFirst();
  return row?.name;
}

async function takeLabel(
  tables: Tables,
  account: AccountId,
  key: string,
  papers?: readonly RecordId[],
): Promise<RecordId[]> {
  const rows = await tables
    .deleteFrom('reading_label')
    .where('account', '=', account)
    .where('key', '=', key)
    .$if(papers !== undefined, (query) => query.where('paper', 'in', papers ?? []))
    .returning('paper')
    .execute();
  return papers === undefined ? rows.map(({ paper }) => paper) : inOrderOf(papers, rows);
}

function noSuchLabel(): AppError {
  return new AppError('not_found', 'You have no such label. It may have been renamed or dropped: load the list anew.');
}
