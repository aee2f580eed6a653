/** A set of columns that tells each its place among them, in a tenth of the room that one number a column takes: it stays near the processor. */

const WORD_BITS = 5;

export class ColumnSet {
  readonly #bits: Uint32Array;
  /** By 32 columns: how many of the set stand before them. */
  readonly #before: Uint32Array;
  readonly size: number;

  /** @param marked columns, any of them several times. @param width every column is below it. */
  constructor(width: number, marked: (mark: (column: number) => void) => void) {
    const bits = new Uint32Array((width >>> WORD_BITS) + 1);
    marked((column) => {
      const word = column >>> WORD_BITS;
      bits[word] = (bits[word] as number) | (1 << (column & 31));
    });
    const before = new Uint32Array(bits.length);
    let size = 0;
    for (let word = 0; word < bits.length; word += 1) {
      before[word] = size;
      size += ones(bits[word] as number);
    }
    this.#bits = bits;
    this.#before = before;
    this.size = size;
  }

  /** From 0, in the order of the columns; -1 for one that is not in the set. */
  placeOf(column: number): number {
    const word = column >>> WORD_BITS;
    const bits = this.#bits[word] as number;
    const bit = 1 << (column & 31);
    return (bits & bit) === 0 ? -1 : (this.#before[word] as number) + ones(bits & (bit - 1));
  }

  /** All of them, ascending. */
  columns(): Uint32Array {
    const columns = new Uint32Array(this.size);
    let end = 0;
    for (let word = 0; word < this.#bits.length; word += 1)
      for (let left = this.#bits[word] as number; left !== 0; left &= left - 1) {
        columns[end] = (word << WORD_BITS) + 31 - Math.clz32(left & -left);
        end += 1;
      }
    return columns;
  }
}

/** How many bits of a number are set (Hacker’s Delight, chapter 5). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
