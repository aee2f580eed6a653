/**
 * Papers as their words in order, each word a number, packed: a small number takes one byte, any other two to five. A paper is the count of
 * its title's words, then all its words.
 */

export interface PackedWords {
  readonly bytes: Uint8Array;
  /** Paper p stands at starts[p] up to starts[p + 1], exclusive. */
  readonly starts: Uint32Array;
}

const FIRST_ROOM = 2 ** 16;
/** Bits of a byte that carry the number; the eighth says that more follow. */
const BITS = 7;
const MORE = 0x80;
const LONGEST_NUMBER = 5;

/** Puts papers one after the other. */
export class WordPacker {
  #bytes = new Uint8Array(FIRST_ROOM);
  #end = 0;
  readonly #starts = [0];

  get papers(): number {
    return this.#starts.length - 1;
  }

  /** @param numbers the paper: the count of its title's words, then its words. */
  add(numbers: ArrayLike<number>, count: number): void {
    this.#makeRoom(count * LONGEST_NUMBER);
    const bytes = this.#bytes;
    let end = this.#end;
    for (let at = 0; at < count; at += 1) {
      let left = numbers[at] as number;
      while (left >= MORE) {
        bytes[end] = (left & (MORE - 1)) | MORE;
        end += 1;
        left >>>= BITS;
      }
      bytes[end] = left;
      end += 1;
    }
    this.#end = end;
    this.#starts.push(end);
  }

  /** What was put in so far, as a copy. */
  packed(): PackedWords {
    return { bytes: this.#bytes.slice(0, this.#end), starts: Uint32Array.from(this.#starts) };
  }

  #makeRoom(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 1.5, this.#end + more));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

/** Reads papers out of packed words, one at a time into the same place. */
export class WordReader {
  /** The words of the paper that was read last; beyond its count, what stood there before. */
  words = new Uint32Array(1024);
  /** How many words the paper has that was read last. */
  count = 0;
  /** How many of them, from the first, are its title's. */
  inTitle = 0;

  read({ bytes, starts }: PackedWords, paper: number): void {
    let at = starts[paper] as number;
    const end = starts[paper + 1] as number;
    if (end - at > this.words.length) this.words = new Uint32Array(2 * (end - at));
    const words = this.words;
    let count = -1;
    while (at < end) {
      let byte = bytes[at] as number;
      let number = byte & (MORE - 1);
      at += 1;
      for (let shift = BITS; byte >= MORE; shift += BITS) {
        byte = bytes[at] as number;
        number |= (byte & (MORE - 1)) << shift;
        at += 1;
      }
      if (count < 0) this.inTitle = number;
      else words[count] = number;
      count += 1;
    }
    this.count = count;
  }
}
