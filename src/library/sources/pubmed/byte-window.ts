/** The bytes of a file that are still needed, with where they stand in it. Grows with the largest record, never with the file. */

const SMALLEST = 256 * 1024;
const NEWLINE = 0x0a;

export class ByteWindow {
  #store: Buffer = Buffer.allocUnsafe(SMALLEST);
  #start = 0;
  #end = 0;
  #offset = 0;
  #line = 1;
  /** How many of the held bytes `lineAt` has been through, and the line there. */
  #counted = 0;
  #countedLine = 1;

  /** The bytes from the first one needed; valid until the next `add`. */
  get held(): Buffer {
    return this.#store.subarray(this.#start, this.#end);
  }

  /** Where the first held byte stands in the file, from 0. */
  get offset(): number {
    return this.#offset;
  }

  add(chunk: Buffer): void {
    const held = this.#end - this.#start;
    if (this.#end + chunk.length > this.#store.length) {
      const needed = held + chunk.length;
      const store = needed * 2 > this.#store.length ? Buffer.allocUnsafe(needed * 2) : this.#store;
      this.#store.copy(store, 0, this.#start, this.#end);
      this.#store = store;
      this.#start = 0;
      this.#end = held;
    }
    chunk.copy(this.#store, this.#end);
    this.#end += chunk.length;
  }

  /** Lets go of the first bytes. */
  drop(count: number): void {
    this.#line = this.lineAt(count);
    this.#start += count;
    this.#offset += count;
    this.#counted = 0;
    this.#countedLine = this.#line;
  }

  /** The line, from 1, on which the held byte at that index stands. */
  lineAt(index: number): number {
    if (index < this.#counted) {
      this.#counted = 0;
      this.#countedLine = this.#line;
    }
    const uncounted = this.#store.subarray(this.#start + this.#counted, this.#start + index);
    let line = this.#countedLine;
    for (let at = uncounted.indexOf(NEWLINE); at !== -1; at = uncounted.indexOf(NEWLINE, at + 1)) line += 1;
    this.#counted = index;
    this.#countedLine = line;
    return line;
  }
}
