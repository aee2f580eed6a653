/** What people opened, kept only where they want it, and what they exported. Both can be erased for good. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { writeAnew } from './anew.ts';
import type { Desk } from './desk.ts';
import { pageOf, pageSize } from './page.ts';
import type { Page, PageQuestion } from './page.ts';
import { checkPaper } from './papers.ts';
import type { Readable } from './tables.ts';

const SOURCES = ['paper', 'selection', 'saved', 'search', 'collection'] as const;
const FORMAT = /^[a-z0-9][a-z0-9-]{0,39}$/;

export interface Opened {
  readonly sequence: number;
  readonly paper: RecordId;
  /** Instant in UTC of the last time. */
  readonly openedAt: string;
  readonly times: number;
}

export interface Export {
  /** A code: `ris`, `bibtex`. */
  readonly format: string;
  /** How many. */
  readonly papers: number;
  /** What was exported. */
  readonly from: (typeof SOURCES)[number];
}

export interface Exported extends Export {
  readonly sequence: number;
  /** Instant in UTC. */
  readonly exportedAt: string;
}

export class History {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Whether it is kept what the person opens. Nobody's is unless they said so. */
  async wants(account: AccountId): Promise<boolean> {
    return keepsOpened(this.#desk.records.read, account);
  }

  /** From now on. What was kept before stays until it is erased. */
  async keepOpened(account: AccountId, on: boolean): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      if ((await keepsOpened(tables, account)) === on) return;
      const row = { keeps_opened: on ? 1 : 0, changed_at: this.#desk.now() } as const;
      await tables
        .insertInto('reading_wish')
        .values({ account, ...row })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(row))
        .execute();
    });
  }

  /** Writes nothing where the person does not want it. @throws AppError `bad_request` */
  async opened(account: AccountId, paper: RecordId): Promise<void> {
    checkPaper(paper);
    if (!(await this.wants(account))) return;
    await this.#desk.records.change(async (tables) => {
      if (!(await keepsOpened(tables, account))) return;
      const before = await tables
        .deleteFrom('reading_opened')
        .where('account', '=', account)
        .where('paper', '=', paper)
        .returning('times')
        .executeTakeFirst();
      await tables
        .insertInto('reading_opened')
        .values({ account, paper, opened_at: this.#desk.now(), times: (before?.times ?? 0) + 1 })
        .execute();
    });
  }

  /** Each paper once, the last opened first. @throws AppError `bad_request` */
  async listOpened(account: AccountId, question: PageQuestion = {}): Promise<Page<Opened>> {
    const size = pageSize(question);
    const rows = await this.#desk.records.read
      .selectFrom('reading_opened')
      .select(['sequence', 'paper', 'opened_at', 'times'])
      .where('account', '=', account)
      .where('sequence', '<', question.before ?? Number.MAX_SAFE_INTEGER)
      .orderBy('sequence', 'desc')
      .limit(size + 1)
      .execute();
    return pageOf(rows, size, ({ sequence, paper, opened_at, times }) => ({
      sequence,
      paper,
      openedAt: new Date(opened_at).toISOString(),
      times,
    }));
  }

  /** @returns false where an old state of the file is still being read; it is gone with the next start then, or the next deletion. */
  async eraseOpened(account: AccountId): Promise<boolean> {
    return this.#erase('reading_opened', account);
  }

  /** @throws AppError `bad_request` */
  async exported(account: AccountId, { format, papers, from }: Export): Promise<void> {
    if (!FORMAT.test(format))
      throw new AppError('bad_request', 'The format of the export is no code like "ris". Choose one from the list.');
    if (!Number.isSafeInteger(papers) || papers < 0)
      throw new AppError('bad_request', 'The number of exported papers is no whole number. Count them.');
    if (!SOURCES.includes(from))
      throw new AppError('bad_request', `There is no export from "${from}". It is one of: ${SOURCES.join(', ')}.`);
    await this.#desk.records.change((tables) =>
      tables
        .insertInto('reading_exported')
        .values({ account, exported_at: this.#desk.now(), format, papers, source: from })
        .execute(),
    );
  }

  /** The newest first. @throws AppError `bad_request` */
  async listExported(account: AccountId, question: PageQuestion = {}): Promise<Page<Exported>> {
    const size = pageSize(question);
    const rows = await this.#desk.records.read
      .selectFrom('reading_exported')
      .select(['sequence', 'exported_at', 'format', 'papers', 'source'])
      .where('account', '=', account)
      .where('sequence', '<', question.before ?? Number.MAX_SAFE_INTEGER)
      .orderBy('sequence', 'desc')
      .limit(size + 1)
      .execute();
    return pageOf(rows, size, ({ sequence, exported_at, format, papers, source }) => ({
      sequence,
      exportedAt: new Date(exported_at).toISOString(),
      format,
      papers,
      from: source,
    }));
  }

  /** @returns false where an old state of the file is still being read; it is gone with the next start then, or the next deletion. */
  async eraseExported(account: AccountId): Promise<boolean> {
    return this.#erase('reading_exported', account);
  }

  async #erase(table: 'reading_opened' | 'reading_exported', account: AccountId): Promise<boolean> {
    await this.#desk.records.change(async (tables) => {
      await tables.deleteFrom(table).where('account', '=', account).execute();
      await writeAnew(tables, [table]);
    });
    return this.#desk.records.emptyJournal();
  }
}

async function keepsOpened(tables: Readable, account: AccountId): Promise<boolean> {
  const row = await tables
    .selectFrom('reading_wish')
    .select('keeps_opened')
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.keeps_opened === 1;
}
