/**
 * The words of the papers of a window, kept so that a window that changes by a few papers is built without reading the others again.
 * What it makes depends on the papers and their order alone, never on the windows before.
 */
import { stem, wordForms } from '#text/index.ts';
import type { PaperText } from '../features/vocabulary.ts';
import { buildWindow } from './build-window.ts';
import { numbered } from './numbering.ts';
import type { PlacedPaper } from './numbering.ts';
import { WordPacker } from './packed-words.ts';
import type { PackedWords } from './packed-words.ts';
import { MOST_PAPERS } from './settings.ts';
import { Stems } from './stems.ts';
import type { Window } from './window.ts';

export class WindowWords {
  #packed: PackedWords = { bytes: new Uint8Array(0), starts: new Uint32Array(1) };
  #stems = new Stems([]);
  #rows: ReadonlyMap<string, number> = new Map();
  /** Papers that came since the last window, and their stems, numbered on from those of the window. */
  #fresh = new WordPacker();
  #freshRows = new Map<string, number>();
  #freshStems: string[] = [];
  /** Numbers of words and of stems; a word can be the stem of another and yet have a stem itself. */
  #byForm = new Map<string, number>();
  #byStem = new Map<string, number>();

  /** Whether a window can be made with this paper. */
  has(key: string): boolean {
    return this.#freshRows.has(key) || this.#rows.has(key);
  }

  /** Reads a paper for the next window. One that is known already is read anew: its text may have changed. */
  add(key: string, { title, abstract }: PaperText): void {
    const inTitle = wordForms(title);
    const numbers = [inTitle.length];
    for (const form of inTitle) numbers.push(this.#numberOf(form));
    for (const form of wordForms(abstract)) numbers.push(this.#numberOf(form));
    this.#freshRows.set(key, this.#fresh.papers);
    this.#fresh.add(numbers, numbers.length);
  }

  /** The window of these papers at once; see `building`. */
  window(keys: readonly string[]): Window {
    const building = this.building(keys, Infinity);
    for (;;) {
      const next = building.next();
      if (next.done === true) return next.value;
    }
  }

  /**
   * The window of these papers, in this order, newest first; a key that is named twice counts once. Papers that are not named are forgotten.
   * It pauses after every `batch` papers of each of its passes over them, so that others have their turn; meanwhile no paper may be added,
   * and one that is not taken to its end changes nothing.
   * @throws RangeError for a key that was never added, and for more papers than a window can hold (65,536).
   */
  *building(named: readonly string[], batch: number): Generator<void, Window, void> {
    const keys = [...new Set(named)];
    if (keys.length > MOST_PAPERS)
      throw new RangeError(`A window holds at most ${MOST_PAPERS} papers; these are ${keys.length}.`);
    const fresh = this.#fresh.packed();
    const papers = keys.map((key): PlacedPaper => {
      const added = this.#freshRows.get(key);
      if (added !== undefined) return { packed: fresh, paper: added };
      const paper = this.#rows.get(key);
      if (paper === undefined) throw new RangeError(`The paper ${key} was not added before the window was made.`);
      return { packed: this.#packed, paper };
    });
    const stemCount = this.#stems.size + this.#freshStems.length;
    const words = yield* numbered(papers, stemCount, (number) => this.#stemAt(number), batch);
    const window = yield* buildWindow(keys, words, batch);
    this.#packed = words.packed;
    this.#stems = words.stems;
    this.#rows = window.rowsByKey;
    this.#fresh = new WordPacker();
    this.#freshRows = new Map();
    this.#freshStems = [];
    this.#byForm = new Map();
    this.#byStem = new Map();
    return window;
  }

  #numberOf(form: string): number {
    const known = this.#byForm.get(form);
    if (known !== undefined) return known;
    const stemmed = stem(form);
    let number = this.#byStem.get(stemmed) ?? this.#stems.numberOf(stemmed);
    if (number === undefined) number = this.#stems.size + this.#freshStems.push(stemmed) - 1;
    this.#byStem.set(stemmed, number);
    this.#byForm.set(form, number);
    return number;
  }

  #stemAt(number: number): string {
    const fresh = number - this.#stems.size;
    return fresh < 0 ? this.#stems.stem(number) : (this.#freshStems[fresh] as string);
  }
}
