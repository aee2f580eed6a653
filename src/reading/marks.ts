/** What people think of papers: like, less, saved, read, hidden. One row a person and paper, and the history it came from. */
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Desk } from './desk.ts';
import { checkAct } from './mark.ts';
import type { HistoryAct, Mark, MarkAct, Why } from './mark.ts';
import { applyAct, marksOf, usedOf } from './mark-rows.ts';
import type { ActDetail } from './mark-rows.ts';
import { pageOf, pageSize } from './page.ts';
import type { Page, PageQuestion } from './page.ts';
import { checkPaper, checkPapers } from './papers.ts';

/** So many marks can be asked for at once. */
const MOST_ASKED = 200;

export interface HistoryEntry {
  /** Orders the history; no two are the same, and none is given twice. */
  readonly sequence: number;
  /** Instant in UTC. */
  readonly at: string;
  readonly paper: RecordId;
  readonly act: HistoryAct;
  readonly why?: Why;
}

export class Marks {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Of two acts the one that the database takes last stands. An act that changes nothing leaves no trace.
   * @param detail.noticed what is known against the paper, where it is saved: what comes later is new to the person.
   * @returns how the paper stands with the person afterwards.
   * @throws AppError `bad_request`
   */
  async act(account: AccountId, paper: RecordId, act: MarkAct, detail: ActDetail = {}): Promise<Mark> {
    checkPaper(paper);
    checkAct(act, detail.why);
    return this.#desk.records.change(async (tables) => {
      await applyAct(tables, this.#desk.now(), account, [paper], act, detail);
      return markIn(await marksOf(tables, account, [paper]), paper);
    });
  }

  /**
   * One act on up to 1,000 papers, on all or none.
   * @returns those that it changed: what undoing has to touch.
   * @throws AppError `bad_request`
   */
  async actOnAll(
    account: AccountId,
    papers: readonly RecordId[],
    act: MarkAct,
    { noticed }: Pick<ActDetail, 'noticed'> = {},
  ): Promise<RecordId[]> {
    const each = checkPapers(papers);
    checkAct(act, undefined);
    return this.#desk.records.change((tables) => applyAct(tables, this.#desk.now(), account, each, act, { noticed }));
  }

  /** Of up to 200 papers; each has a mark, and be it an empty one. @throws AppError `bad_request` */
  async of(account: AccountId, papers: readonly RecordId[]): Promise<Map<RecordId, Mark>> {
    return marksOf(this.#desk.records.read, account, checkPapers(papers, MOST_ASKED));
  }

  /**
   * Which of up to 1,000 papers the person ever liked, saved, read, wrote a note on, opened (where that is kept) or added to a
   * collection. A retraction of one of these is told, also where the person asked for less of it or hid it.
   * @throws AppError `bad_request`
   */
  async used(account: AccountId, papers: readonly RecordId[]): Promise<Set<RecordId>> {
    return usedOf(this.#desk.records.read, account, checkPapers(papers));
  }

  /** Papers that the person reacted to: liked or less, saved, read, not to be shown again. */
  async dealtWith(account: AccountId): Promise<RecordId[]> {
    const rows = await this.#desk.records.read
      .selectFrom('reading_mark')
      .select('paper')
      .where('account', '=', account)
      .where(({ eb, or }) =>
        or([
          eb('opinion', 'is not', null),
          eb('saved_at', 'is not', null),
          eb('is_read', '=', 1),
          eb('is_hidden', '=', 1),
        ]),
      )
      .execute();
    return rows.map(({ paper }) => paper);
  }

  /** What the person did, the newest first. @throws AppError `bad_request` */
  async history(
    account: AccountId,
    question: PageQuestion & { readonly paper?: RecordId | undefined } = {},
  ): Promise<Page<HistoryEntry>> {
    const { paper, before } = question;
    if (paper !== undefined) checkPaper(paper);
    const size = pageSize(question);
    const rows = await this.#desk.records.read
      .selectFrom('reading_history')
      .select(['sequence', 'at', 'paper', 'act', 'why'])
      .where('account', '=', account)
      .$if(paper !== undefined, (query) => query.where('paper', '=', paper as RecordId))
      .$if(before !== undefined, (query) => query.where('sequence', '<', before as number))
      .orderBy('sequence', 'desc')
      .limit(size + 1)
      .execute();
    return pageOf(rows, size, ({ sequence, at, paper, act, why }) => ({
      sequence,
      at: new Date(at).toISOString(),
      paper,
      act,
      ...(why === null ? {} : { why }),
    }));
  }
}

/** Of the papers asked for each has a mark, so that this one has too. */
export function markIn(marks: ReadonlyMap<RecordId, Mark>, paper: RecordId): Mark {
  const mark = marks.get(paper);
  if (mark === undefined) throw new Error(`The mark of ${paper} was not asked for.`);
  return mark;
}
