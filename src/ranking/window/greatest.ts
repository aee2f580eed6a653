/** The greatest of many numbers, without sorting all of them. */
import { MOST_PAPERS } from './settings.ts';

/** Numbers are first told apart by their upper bits, so that only the greatest are sorted; so many bins for each sign. */
const BIN_BITS = 16;
const BINS = 2 ** (31 - BIN_BITS);

/** The open rows with the greatest sums, greatest first; of equal ones the lower row. */
export function greatest(sums: Float32Array, count: number, isOpen?: Uint8Array): Uint32Array {
  // The bits of floats, a sign aside, are in the order of the floats.
  const bits = new Int32Array(sums.buffer);
  const orders = new Int32Array(sums.length);
  const seen = new Uint32Array(2 * BINS);
  for (let row = 0; row < sums.length; row += 1) {
    const own = bits[row] as number;
    const order = own < 0 ? -(own & 0x7fffffff) : own;
    orders[row] = order;
    const bin = (order >> BIN_BITS) + BINS;
    if (isOpen === undefined || isOpen[row] !== 0) seen[bin] = (seen[bin] as number) + 1;
  }
  let [bar, above] = [2 * BINS, 0];
  while (bar > 0 && above < count) {
    bar -= 1;
    above += seen[bar] as number;
  }
  // Numbers that sort as sum and row do, because sorting numbers takes a tenth of the time that comparing by a function does.
  const sortable = new Float64Array(above);
  let end = 0;
  for (let row = 0; row < sums.length; row += 1) {
    const order = orders[row] as number;
    if ((order >> BIN_BITS) + BINS < bar || (isOpen !== undefined && isOpen[row] === 0)) continue;
    sortable[end] = order * MOST_PAPERS + (MOST_PAPERS - 1 - row);
    end += 1;
  }
  const chosen = sortable
    .sort()
    .subarray(Math.max(end - count, 0))
    .reverse();
  return Uint32Array.from(chosen, (key) => MOST_PAPERS - 1 - (((key % MOST_PAPERS) + MOST_PAPERS) % MOST_PAPERS));
}
