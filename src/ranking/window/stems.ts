/** The stems of a window and their numbers, kept as one text, because a string and a map's entry for each would take several times the room. */

const EMPTY = -1;
/** Places for each stem, so that most are found at the first look. */
const SPARE = 2;

export class Stems {
  readonly #text: string;
  /** Stem n stands in the text at starts[n] up to starts[n + 1], exclusive. */
  readonly #starts: Uint32Array;
  readonly #places: Int32Array;

  /** @param stems each once, in the order of their numbers. */
  constructor(stems: readonly string[]) {
    this.#text = stems.join('');
    this.#starts = new Uint32Array(stems.length + 1);
    this.#places = new Int32Array(placesFor(stems.length)).fill(EMPTY);
    for (const [number, stem] of stems.entries()) {
      this.#starts[number + 1] = (this.#starts[number] as number) + stem.length;
      let place = hashOf(stem) & (this.#places.length - 1);
      while (this.#places[place] !== EMPTY) place = (place + 1) & (this.#places.length - 1);
      this.#places[place] = number;
    }
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  /** The room it takes; letters take one byte each, or two where a stem has one beyond Latin. */
  get bytes(): number {
    const perLetter = /[\u0100-\uffff]/.test(this.#text) ? 2 : 1;
    return this.#text.length * perLetter + this.#starts.byteLength + this.#places.byteLength;
  }

  /** All stems as one text. */
  get text(): string {
    return this.#text;
  }

  numberOf(stem: string): number | undefined {
    let place = hashOf(stem) & (this.#places.length - 1);
    for (;;) {
      const number = this.#places[place] as number;
      if (number === EMPTY) return undefined;
      const start = this.#starts[number] as number;
      if ((this.#starts[number + 1] as number) - start === stem.length && this.#text.startsWith(stem, start))
        return number;
      place = (place + 1) & (this.#places.length - 1);
    }
  }

  stem(number: number): string {
    return this.#text.slice(this.#starts[number], this.#starts[number + 1]);
  }
}

function placesFor(stems: number): number {
  return 2 ** Math.ceil(Math.log2(SPARE * Math.max(stems, 1)));
}

function hashOf(stem: string): number {
  let hash = 0;
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 16)) >>> 0;
}
