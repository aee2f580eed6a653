/** The newest papers of a library as the feed ranks them, kept as the library is: their words, and their facts row by row. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import type { Library } from '#library/index.ts';
import { signatureOf, WindowWords } from '#ranking/index.ts';
import type { PaperText, SparseVector, Window } from '#ranking/index.ts';
import { factsOf } from './facts.ts';
import type { PaperFacts } from './facts.ts';
import { samePapers } from './fold.ts';

/** Papers in the window, by the day they entered PubMed. */
const WINDOW_SIZE = 50_000;
/** Papers read before others have their turn. */
const AT_ONCE = 50;
const BUILT_AT_ONCE = 1_000;

/** As much of a library as the window reads. */
export type ReadLibrary = Pick<Library, 'state' | 'recent' | 'get'>;

/** One state of the window; a newer state is another object. */
export interface Collection {
  readonly window: Window;
  /** By row of the window. */
  readonly facts: readonly PaperFacts[];
  readonly rowOf: ReadonlyMap<RecordId, number>;
  /** By row: papers with the same number are one paper under several records. */
  readonly sameAs: Uint32Array;
  /** The strongest terms of a paper, worked out when they are first asked for. */
  signature(row: number): SparseVector;
}

export interface Progress {
  readonly papers: number;
  readonly read: number;
}

export class WindowOfLibrary {
  readonly #library: ReadLibrary;
  readonly #size: number;
  readonly #words = new WindowWords();
  readonly #facts = new Map<string, PaperFacts>();
  #progress: Progress = { papers: 0, read: 0 };
  #changedAt: string | undefined;
  #now: Collection | undefined;

  /** @param size papers in the window. */
  constructor(library: ReadLibrary, size = WINDOW_SIZE) {
    this.#library = library;
    this.#size = size;
  }

  /** Undefined until the library was read for the first time. */
  get now(): Collection | undefined {
    return this.#now;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Reads what changed since the last time. @returns whether anything had. */
  async update(): Promise<boolean> {
    const { changedAt } = await this.#library.state();
    if (this.#now !== undefined && changedAt === this.#changedAt) return false;
    const recent = await this.#library.recent(this.#size);
    this.#progress = { papers: recent.length, read: 0 };
    const facts: PaperFacts[] = [];
    for (const [index, entry] of recent.entries()) {
      if (index % AT_ONCE === 0) {
        this.#progress = { papers: recent.length, read: index };
        await yieldToOthers();
      }
      const key = `${entry.id}@${entry.recordedAt}`;
      const known = this.#facts.get(key) ?? (await this.#read(entry, key));
      // A paper may go between the listing and the reading of it.
      if (known !== undefined) facts.push(known);
    }
    const building = this.#words.building(
      facts.map(({ key }) => key),
      BUILT_AT_ONCE,
    );
    let step = building.next();
    for (; step.done !== true; step = building.next()) await yieldToOthers();
    const window = step.value;
    this.#facts.clear();
    for (const each of facts) this.#facts.set(each.key, each);
    this.#now = collectionOf(window, facts);
    this.#changedAt = changedAt;
    this.#progress = { papers: facts.length, read: facts.length };
    return true;
  }

  async #read(entry: Parameters<typeof factsOf>[0], key: string): Promise<PaperFacts | undefined> {
    const paper = await this.#library.get(entry.id);
    if (paper === undefined) return undefined;
    this.#words.add(key, textOf(paper));
    return factsOf(entry, paper);
  }
}

function collectionOf(window: Window, facts: readonly PaperFacts[]): Collection {
  const signatures: (SparseVector | undefined)[] = [];
  return {
    window,
    facts,
    rowOf: new Map(facts.map(({ id }, row) => [id, row])),
    sameAs: samePapers(facts),
    signature: (row) => (signatures[row] ??= signatureOf(window, { row, weight: 1 })),
  };
}

/** What of a paper is learned from. */
export function textOf(paper: Paper): PaperText {
  const sections = paper.abstract?.sections ?? [];
  return { title: plainText(paper.title), abstract: sections.map(({ text }) => plainText(text)).join(' ') };
}
