/** Numbers for terms, which are words and pairs of neighbouring words, in the order in which they are first seen. */

/** Words are fewer than this, so that a pair is one exact number. */
const MOST_WORDS = 2 ** 26;
const NONE = -1;

export class Terms {
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  /** By term: its word; of a pair, the first and the second. Words by their terms. */
  readonly #first: (string | number)[] = [];
  readonly #second: number[] = [];

  get size(): number {
    return this.#first.length;
  }

  /** The number of a word, which it is given where it has none yet. */
  learnWord(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.size);
    return this.#add(word, NONE);
  }

  /** The number of a pair of words, given by theirs. */
  learnPair(first: number, second: number): number {
    const key = first * MOST_WORDS + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    this.#pairs.set(key, this.size);
    return this.#add(first, second);
  }

  word(word: string): number | undefined {
    return this.#words.get(word);
  }

  pair(first: number, second: number): number | undefined {
    return this.#pairs.get(first * MOST_WORDS + second);
  }

  /** A term as people read it: the word, or both words with a blank between. */
  name(term: number): string {
    const first = this.#first[term] as string | number;
    if (typeof first === 'string') return first;
    return `${this.#first[first]} ${this.#first[this.#second[term] as number]}`;
  }

  #add(first: string | number, second: number): number {
    this.#second.push(second);
    return this.#first.push(first) - 1;
  }
}
