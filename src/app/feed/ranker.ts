/** What the ranking thread does: keeps the window as the library is, ranks it for readers, and says why. */
import type { CivilDate, RecordId } from '#model/index.ts';
import type { PaperText } from '#ranking/index.ts';
import type { Interest, LeftOut } from '#reading/index.ts';
import { beliefsOf } from './beliefs.ts';
import type { Believed } from './beliefs.ts';
import { Choices } from './choices.ts';
import type { Choice, Offered } from './choices.ts';
import { textOf, WindowOfLibrary } from './collection.ts';
import type { Collection, Progress, ReadLibrary } from './collection.ts';
import { composed } from './compose.ts';
import type { ComposedRow } from './compose.ts';
import { examplesOf } from './examples.ts';
import type { TextsById } from './examples.ts';
import type { PaperFacts } from './facts.ts';
import { passing, still } from './filters.ts';
import { rank, scored, tasteOf } from './ranking.ts';
import type { Ranking } from './ranking.ts';
import { NOTICED, Recent } from './recent.ts';
import { AWAY_KEPT } from './view.ts';
import type { ReaderView } from './view.ts';
import { whyTeller } from './why.ts';
import type { WhyParts } from './why.ts';

export interface RankedPaper {
  readonly id: RecordId;
  readonly entered: CivilDate | '';
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
  readonly why: WhyParts;
  readonly isExploration: boolean;
}

export interface Composed {
  readonly rows: readonly RankedPaper[];
  /** In the order of the rows. */
  readonly scores: readonly number[];
  /** The first of the order, each as `id@recorded`: what the rows were chosen from. */
  readonly candidates: readonly string[];
  /** Of what the reader has dealt with, the papers that the window holds: only these can make a difference. At most 5,000. */
  readonly away: readonly RecordId[];
  /** Of the window: its term statistics' version. */
  readonly statistics: string;
  /** Papers of the window; how many pass the reader's filters, and how many of those they have not dealt with. */
  readonly papers: number;
  /** When the last of them came in; milliseconds since 1970, 0 where there is none. */
  readonly newestAt: number;
  readonly passed: number;
  readonly open: number;
  /** Papers that came in after an instant, and how many of them pass. */
  readonly arrived: number;
  readonly arrivedPassed: number;
}

export interface StreamPage {
  readonly rows: readonly RankedPaper[];
  /** All that are ranked behind what is left out; and how many of them can be paged through. */
  readonly total: number;
  readonly ranked: number;
  readonly isWhole: boolean;
}

export interface RankerState extends Progress {
  readonly isReady: boolean;
  readonly statistics?: string;
  /** Bytes a paper that the window takes. */
  readonly bytesPerRecord?: number;
  /** Readers that wait for the whole window to be ranked, and how many were turned away because too many waited. */
  readonly waiting: number;
  readonly dropped: number;
}

const CANDIDATES_KEPT = 100;
/** Judged papers that left the window, with their texts. */
const TEXTS_KEPT = 2_000;

export class Ranker {
  readonly #library: ReadLibrary;
  readonly #window: WindowOfLibrary;
  readonly #recent = new Recent();
  readonly #texts = new Map<RecordId, PaperText>();
  #collection: Collection | undefined;
  #passing = new Map<string, Uint8Array>();
  #choices: Choices | undefined;

  /** @param size papers in the window, where not the usual fifty thousand. */
  constructor(library: ReadLibrary, size?: number) {
    this.#library = library;
    this.#window = new WindowOfLibrary(library, size);
  }

  /** Brings the window up to date with the library. */
  async update(): Promise<void> {
    if (!(await this.#window.update())) return;
    this.#collection = this.#window.now;
    this.#passing = new Map();
    this.#choices = undefined;
    this.#recent.clear();
  }

  state(): RankerState {
    const window = this.#collection?.window;
    return {
      ...this.#window.progress,
      isReady: window !== undefined,
      ...(window === undefined ? {} : { statistics: window.version, bytesPerRecord: window.bytes.perRecord }),
      waiting: this.#recent.waiting,
      dropped: this.#recent.dropped,
    };
  }

  /** @param seenBefore what came in after this instant is counted as new; milliseconds since 1970. */
  async compose(view: ReaderView, places: number, seenBefore: number): Promise<Composed> {
    const collection = this.#ready();
    const ranking = await this.#ranked(collection, view);
    const passed = this.#passed(collection, view.leftOut);
    const rows = composed(collection, ranking, still(passed, collection, view), places, view.seed);
    const { facts } = collection;
    const isNew = (row: number): boolean => (facts[row] as PaperFacts).arrivedAt > seenBefore;
    const arrived = [...facts.keys()].filter(isNew);
    return {
      rows: told(collection, ranking, view, rows),
      scores: [
        ...scored(
          collection,
          ranking.taste,
          view.interests,
          Uint32Array.from(rows, ({ row }) => row),
        ),
      ],
      candidates: Array.from(ranking.rows.subarray(0, CANDIDATES_KEPT), (row) => (facts[row] as PaperFacts).key),
      away: view.away.filter((id) => collection.rowOf.has(id)).slice(0, AWAY_KEPT),
      statistics: collection.window.version,
      papers: facts.length,
      newestAt: facts.reduce((newest, { arrivedAt }) => Math.max(newest, arrivedAt), 0),
      passed: passed.reduce((sum, each) => sum + each, 0),
      open: ranking.total,
      arrived: arrived.length,
      arrivedPassed: arrived.filter((row) => passed[row] === 1).length,
    };
  }

  /** @param without papers that stand elsewhere on the reader's page. */
  async page(view: ReaderView, offset: number, limit: number, without: readonly RecordId[]): Promise<StreamPage> {
    const collection = this.#ready();
    const ranking = await this.#ranked(collection, view);
    if (offset > 0 && !ranking.isWhole) this.#recent.wait(view);
    const open = still(this.#passed(collection, view.leftOut), collection, view);
    const left = new Set(without.map((id) => collection.rowOf.get(id)));
    const rows = ranking.rows.filter((row) => !left.has(row));
    const shown = rows.subarray(offset, offset + limit);
    return {
      rows: told(
        collection,
        ranking,
        view,
        Array.from(shown, (row) => ({ row, isExploration: false })),
      ),
      total: ranking.total - [...left].filter((row) => row !== undefined && open[row] === 1).length,
      ranked: rows.length,
      isWhole: ranking.isWhole,
    };
  }

  /** Scores in the order of the papers; undefined for one that the window does not hold. And how many of the first hundred of the order moved up. */
  async stir(view: ReaderView, papers: readonly RecordId[]): Promise<{ scores: (number | undefined)[]; up: number }> {
    const collection = this.#ready();
    const ranking = await this.#ranked(collection, view);
    const before = this.#recent.before(view.account);
    const rows = papers.map((id) => collection.rowOf.get(id));
    const held = Uint32Array.from(rows.filter((row) => row !== undefined));
    const scores = scored(collection, ranking.taste, view.interests, held);
    const byRow = new Map(Array.from(held, (row, at) => [row, scores[at] as number]));
    const places = before === undefined ? undefined : new Map(Array.from(before, (row, place) => [row, place]));
    const first = Array.from(ranking.rows.subarray(0, NOTICED));
    return {
      scores: rows.map((row) => (row === undefined ? undefined : byRow.get(row))),
      up: places === undefined ? 0 : first.filter((row, place) => place < (places.get(row) ?? NOTICED)).length,
    };
  }

  async beliefs(view: ReaderView): Promise<Believed[]> {
    const collection = this.#ready();
    const { taste, examples } = await this.#ranked(collection, view);
    return beliefsOf(collection, taste, examples, view);
  }

  choices(words: string): { choices: Choice[]; counted: 'month' | 'window' } {
    const choices = this.#counted();
    return { choices: choices.find(words), counted: choices.counted };
  }

  named(interests: readonly Interest[]): Choice[] {
    return this.#counted().named(interests);
  }

  offered(): Offered {
    return this.#counted().offered();
  }

  examples(count: number): RecordId[] {
    const { facts } = this.#ready();
    return this.#counted()
      .examples(count)
      .map((row) => (facts[row] as PaperFacts).id);
  }

  /** Ranks the whole window for one reader that waits for it. @returns whether there was one. */
  async refreshOne(): Promise<boolean> {
    const view = this.#recent.next();
    const collection = this.#collection;
    if (view === undefined || collection === undefined) return false;
    const passed = this.#passed(collection, view.leftOut);
    this.#recent.keep(view, rank(collection, view, await this.#textsOf(collection, view), passed, true));
    return true;
  }

  /**
   * How the papers of a record stand now: by the keys that were kept, those that are not in the window as they were; and how many
   * papers of the window came in after an instant, in milliseconds since 1970.
   */
  changedSince(
    candidates: readonly string[],
    instant: number,
  ): { gone: RecordId[]; changed: RecordId[]; came: number } {
    const { rowOf, facts } = this.#ready();
    const gone: RecordId[] = [];
    const changed: RecordId[] = [];
    for (const key of candidates) {
      const id = key.slice(0, key.lastIndexOf('@')) as RecordId;
      const row = rowOf.get(id);
      if (row === undefined) gone.push(id);
      else if ((facts[row] as PaperFacts).key !== key) changed.push(id);
    }
    return { gone, changed, came: facts.filter(({ arrivedAt }) => arrivedAt > instant).length };
  }

  /** Bytes kept of a reader between requests. */
  bytesOf(account: string): number {
    return this.#recent.bytesOf(account);
  }

  #ready(): Collection {
    if (this.#collection === undefined) throw new Error('The window was asked before it was read.');
    return this.#collection;
  }

  #counted(): Choices {
    return (this.#choices ??= new Choices(this.#ready(), Date.now()));
  }

  async #ranked(collection: Collection, view: ReaderView): Promise<Ranking> {
    const known = this.#recent.get(view);
    if (known !== undefined) return known;
    const texts = await this.#textsOf(collection, view);
    const kept = this.#recent.order(view);
    // The order is kept longer than the taste, which takes more room and is soon learned again.
    if (kept !== undefined) {
      const examples = examplesOf(collection, view, texts);
      return this.#recent.keep(view, { ...kept, examples, taste: tasteOf(collection, view, examples) });
    }
    return this.#recent.keep(view, rank(collection, view, texts, this.#passed(collection, view.leftOut), false));
  }

  #passed(collection: Collection, leftOut: LeftOut): Uint8Array {
    const key = JSON.stringify(leftOut);
    const known = this.#passing.get(key) ?? passing(collection, leftOut);
    this.#passing.set(key, known);
    return known;
  }

  async #textsOf({ rowOf }: Collection, { liked, disliked }: ReaderView): Promise<TextsById> {
    for (const { paper } of [...liked, ...disliked]) {
      if (rowOf.has(paper) || this.#texts.has(paper)) continue;
      const held = await this.#library.get(paper);
      if (this.#texts.size >= TEXTS_KEPT) this.#texts.clear();
      if (held !== undefined) this.#texts.set(paper, textOf(held));
    }
    return this.#texts;
  }
}

function told(
  collection: Collection,
  ranking: Ranking,
  { interests }: ReaderView,
  rows: readonly ComposedRow[],
): RankedPaper[] {
  if (rows.length === 0) return [];
  const whyOf = whyTeller(collection, ranking, interests);
  return rows.map(({ row, isExploration }) => {
    const { id, entered, arrivedAt } = collection.facts[row] as PaperFacts;
    return { id, entered, arrivedAt, isExploration, why: whyOf(row) };
  });
}
