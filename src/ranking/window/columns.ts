/**
 * The columns of a window: words first, the most frequent first, then pairs of neighbouring words by the first word. A column is found by
 * its stems and tells them, without a name of its own.
 */
import type { Stems } from './stems.ts';

/** Stems are numbered by how many papers have them, the most frequent first, so that those with a column are a stretch of numbers. */
export interface ColumnParts {
  readonly stems: Stems;
  /** The number of the first stem that has a column: those before it stand in too many papers. */
  readonly firstWord: number;
  readonly words: number;
  /** By the number of the first stem: where its pairs begin among `seconds`; one more than there are first stems. */
  readonly pairStarts: Uint32Array;
  /** By pair: the number of the second stem, ascending for each first. */
  readonly seconds: Uint32Array;
}

export class Columns {
  readonly #parts: ColumnParts;

  constructor(parts: ColumnParts) {
    this.#parts = parts;
  }

  /** Columns below it are words, the others pairs. */
  get words(): number {
    return this.#parts.words;
  }

  get width(): number {
    return this.#parts.words + this.#parts.seconds.length;
  }

  get bytes(): number {
    return this.#parts.stems.bytes + this.#parts.pairStarts.byteLength + this.#parts.seconds.byteLength;
  }

  numberOf(stem: string): number | undefined {
    return this.#parts.stems.numberOf(stem);
  }

  columnOfWord(number: number): number | undefined {
    const column = number - this.#parts.firstWord;
    return column >= 0 && column < this.#parts.words ? column : undefined;
  }

  columnOfPair(first: number, second: number): number | undefined {
    const { pairStarts, seconds, words } = this.#parts;
    if (first >= pairStarts.length - 1) return undefined;
    let [low, high] = [pairStarts[first] as number, pairStarts[first + 1] as number];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((seconds[middle] as number) < second) low = middle + 1;
      else high = middle;
    }
    return low < (pairStarts[first + 1] as number) && seconds[low] === second ? words + low : undefined;
  }

  /** The stem of a column, or the two of a pair. */
  stemsOf(column: number): readonly [string] | readonly [string, string] {
    const { stems, firstWord, words, seconds } = this.#parts;
    if (column < words) return [stems.stem(firstWord + column)];
    const pair = column - words;
    return [stems.stem(this.#firstOf(pair)), stems.stem(seconds[pair] as number)];
  }

  /** The column of one stem, or of two that follow each other. */
  columnOf(stems: readonly string[]): number | undefined {
    const [first, second] = stems.map((stem) => this.numberOf(stem));
    if (first === undefined || stems.length > 2) return undefined;
    if (stems.length === 1) return this.columnOfWord(first);
    return second === undefined ? undefined : this.columnOfPair(first, second);
  }

  /** The columns of a stem and of all pairs that have it, ascending. Looks through all pairs. */
  columnsWith(stem: string): number[] {
    const { pairStarts, seconds, words } = this.#parts;
    const number = this.numberOf(stem);
    if (number === undefined) return [];
    const word = this.columnOfWord(number);
    const found = word === undefined ? [] : [word];
    const [from, to] = [pairStarts[number] ?? 0, pairStarts[number + 1] ?? 0];
    for (let pair = 0; pair < seconds.length; pair += 1)
      if (seconds[pair] === number || (pair >= from && pair < to)) found.push(words + pair);
    return found;
  }

  #firstOf(pair: number): number {
    const { pairStarts } = this.#parts;
    let [low, high] = [0, pairStarts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((pairStarts[middle] as number) <= pair) low = middle;
      else high = middle;
    }
    return low;
  }
}
