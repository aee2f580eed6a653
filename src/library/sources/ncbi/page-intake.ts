/** Pages of fetched records into the library: each in one batch with the note that it is in. */
import { civilDate, isCalendarDay } from '#model/index.ts';
import type { CivilDate, Paper } from '#model/index.ts';
import type { Writer } from '../../port.ts';
import type { LoadedPage } from './pages.ts';
import type { FetchPlan } from './plan.ts';

export interface PageCounts {
  readonly records: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly quarantined: number;
}

interface Mark {
  /** The page that comes next. */
  readonly next: number;
  /** How many papers the pages before it asked for. */
  readonly done: number;
  readonly counts: PageCounts;
  readonly missing: readonly string[];
  readonly newestEntrez?: CivilDate;
}

const NOTHING: Mark = {
  next: 0,
  done: 0,
  counts: { records: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
  missing: [],
};

export class IntakeOfPages {
  readonly #writer: Writer;
  readonly #name: string;
  #mark: Mark;

  constructor(writer: Writer, name: string) {
    this.#writer = writer;
    this.#name = name;
    this.#mark = this.#kept();
  }

  get next(): number {
    return this.#mark.next;
  }

  get done(): number {
    return this.#mark.done;
  }

  get counts(): PageCounts {
    return this.#mark.counts;
  }

  get missing(): readonly string[] {
    return this.#mark.missing;
  }

  get newestEntrez(): CivilDate | undefined {
    return this.#mark.newestEntrez;
  }

  plan(): FetchPlan | undefined {
    const text = this.#writer.bookmarked(this.#planName);
    return text === undefined ? undefined : (JSON.parse(text) as FetchPlan);
  }

  async keepPlan(plan: FetchPlan): Promise<FetchPlan> {
    await this.#batch(() => this.#writer.bookmark(this.#planName, JSON.stringify(plan)));
    return plan;
  }

  async take(loaded: LoadedPage): Promise<void> {
    await this.#batch(() => {
      this.#mark = this.#kept();
      // Somebody else took it up meanwhile and was faster.
      if (this.#mark.next !== loaded.page.index) return;
      this.#mark = this.#with(loaded);
      this.#writer.bookmark(this.#markName, JSON.stringify(this.#mark));
    });
  }

  async forget(): Promise<void> {
    await this.#batch(() => {
      for (const name of [this.#planName, this.#markName]) this.#writer.bookmark(name, undefined);
    });
  }

  #with({ page, records, missing }: LoadedPage): Mark {
    const counts: { -readonly [Key in keyof PageCounts]: number } = { ...this.#mark.counts };
    let newest = this.#mark.newestEntrez;
    for (const record of records) {
      counts.records += 1;
      if ('document' in record) {
        counts[this.#writer.add(record.document)] += 1;
        const entered = entrezDay(JSON.parse(record.document.json) as Paper);
        if (entered !== undefined && (newest === undefined || entered > newest)) newest = entered;
      } else {
        const file = `${this.#name}, page ${page.index + 1}`;
        this.#writer.quarantine({ file, ...record });
        counts.quarantined += 1;
      }
    }
    return {
      next: page.index + 1,
      done: this.#mark.done + page.pmids.length,
      counts,
      missing: [...this.#mark.missing, ...missing],
      ...(newest && { newestEntrez: newest }),
    };
  }

  async #batch(work: () => void): Promise<void> {
    await this.#writer.beginInTurn();
    try {
      work();
      this.#writer.commit();
    } catch (thrown) {
      this.#writer.rollback();
      throw thrown;
    }
  }

  #kept(): Mark {
    const text = this.#writer.bookmarked(this.#markName);
    return text === undefined ? NOTHING : (JSON.parse(text) as Mark);
  }

  get #planName(): string {
    return `${this.#name} plan`;
  }

  get #markName(): string {
    return `${this.#name} mark`;
  }
}

/** The day a paper entered PubMed. */
function entrezDay({ history = [] }: Paper): CivilDate | undefined {
  const { date } = history.find(({ event }) => event === 'entrez') ?? {};
  if (date?.month === undefined || date.day === undefined) return undefined;
  return isCalendarDay(date.year, date.month, date.day) ? civilDate(date.year, date.month, date.day) : undefined;
}
