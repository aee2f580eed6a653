/** Private notes: one a person and paper, as plain text, and a warning before a patient's details are kept in one. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Desk } from './desk.ts';
import type { Mark } from './mark.ts';
import { marksOf, writeHistory } from './mark-rows.ts';
import { markIn } from './marks.ts';
import { checkPaper } from './papers.ts';
import type { Finding } from './patient/finding.ts';
import { lookForPatient } from './patient/look.ts';
import type { Readable } from './tables.ts';
import { markToTidy } from './tidy.ts';

const LONGEST = 10_000;
const NOT_TEXT = /[^\P{Cc}\t\n\r]/u;

export interface Note {
  readonly text: string;
  /** Instant in UTC. */
  readonly changedAt: string;
}

export type NotePut =
  | { readonly kept: true; readonly mark: Mark; readonly changedAt: string }
  /** Nothing was kept: the text seems to tell who a patient is. Ask, and put it again with `isSure`. */
  | { readonly kept: false; readonly findings: readonly Finding[] };

/** What the writer had before them: the note of this instant, or null where there was none. Left out, whatever is there is replaced. */
export type Seen = string | null | undefined;

export class Notes {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Undefined where the person has none on this paper. @throws AppError `bad_request` */
  async get(account: AccountId, paper: RecordId): Promise<Note | undefined> {
    checkPaper(paper);
    const row = await noteOf(this.#desk.records.read, account, paper);
    return row && { text: row.text, changedAt: new Date(row.changed_at).toISOString() };
  }

  /**
   * Keeps a note in place of the one before, of which nothing is kept.
   * @param text at most 10,000 characters, kept as it is.
   * @throws AppError `bad_request`; `conflict` where another note than the one seen stands there.
   */
  async put(
    account: AccountId,
    paper: RecordId,
    text: string,
    { isSure = false, seen }: { readonly isSure?: boolean | undefined; readonly seen?: Seen } = {},
  ): Promise<NotePut> {
    checkPaper(paper);
    checkNote(text);
    const findings = isSure ? [] : lookForPatient(text);
    if (findings.length > 0) return { kept: false, findings };
    const { mark, isToClean, at } = await this.#desk.records.change(async (tables) => {
      const before = await noteOf(tables, account, paper);
      if (before?.text !== text) mustBeSeen(before, seen);
      // Two notes never have one instant, by which they are told apart.
      const at = before === undefined ? this.#desk.now() : Math.max(this.#desk.now(), before.changed_at + 1);
      const isToClean = before !== undefined && before.text !== text && lookForPatient(before.text).length > 0;
      if (before?.text !== text) {
        await tables
          .insertInto('reading_note')
          .values({ account, paper, text, changed_at: at })
          .onConflict((conflict) => conflict.columns(['account', 'paper']).doUpdateSet({ text, changed_at: at }))
          .execute();
        await writeHistory(tables, at, account, [paper], 'note');
      }
      if (isToClean) await markToTidy(tables);
      const mark = markIn(await marksOf(tables, account, [paper]), paper);
      return { mark, isToClean, at: before?.text === text ? before.changed_at : at };
    });
    if (isToClean) await this.#desk.records.emptyJournal();
    return { kept: true, mark, changedAt: new Date(at).toISOString() };
  }

  /**
   * Takes a note away for good. Its text is written over at once, unless somebody was reading an old state of it; what the database
   * may still hold of an earlier place of it is gone with the next night, or the next start.
   * @throws AppError `bad_request`; `conflict` where another note than the one seen stands there.
   */
  async remove(account: AccountId, paper: RecordId, { seen }: { readonly seen?: Seen } = {}): Promise<Mark> {
    checkPaper(paper);
    const { mark, wasThere } = await this.#desk.records.change(async (tables) => {
      const before = await noteOf(tables, account, paper);
      const wasThere = before !== undefined;
      if (wasThere) {
        mustBeSeen(before, seen);
        await tables.deleteFrom('reading_note').where('account', '=', account).where('paper', '=', paper).execute();
        await writeHistory(tables, this.#desk.now(), account, [paper], 'unnote');
        await markToTidy(tables);
      }
      return { mark: markIn(await marksOf(tables, account, [paper]), paper), wasThere };
    });
    if (wasThere) await this.#desk.records.emptyJournal();
    return mark;
  }
}

async function noteOf(tables: Readable, account: AccountId, paper: RecordId) {
  return tables
    .selectFrom('reading_note')
    .select(['text', 'changed_at'])
    .where('account', '=', account)
    .where('paper', '=', paper)
    .executeTakeFirst();
}

/** Where no note is there, none can be lost. @throws AppError `conflict` */
function mustBeSeen(held: { readonly changed_at: number } | undefined, seen: Seen): void {
  if (held === undefined || seen === undefined) return;
  if (seen !== null && Date.parse(seen) === held.changed_at) return;
  throw new AppError(
    'conflict',
    'This note was changed in another window since you opened it, and nothing was overwritten. Copy what you wrote, load the page anew, and put the two together.',
  );
}

function checkNote(text: string): void {
  if (text.trim() === '') throw new AppError('bad_request', 'The note is empty. Write something, or remove the note.');
  const length = [...text].length;
  if (length > LONGEST)
    throw new AppError(
      'bad_request',
      `The note has ${length} characters; ${LONGEST} fit. Shorten it by ${length - LONGEST}.`,
    );
  if (!text.isWellFormed() || NOT_TEXT.test(text))
    throw new AppError('bad_request', 'The note has characters in it that are no text. Type it anew.');
}
