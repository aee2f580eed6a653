/** The papers likeliest to score high, found by the strongest terms of a taste without looking at all papers. */
import { MOST_PAPERS } from './settings.ts';
import type { Taste } from './taste.ts';
import { rarityIn } from './window.ts';
import type { Window } from './window.ts';

/** Terms looked up. */
const TERMS = 64;
/** Sums are first told apart by their upper bits, so that only the greatest are sorted; so many bins for each sign. */
const BIN_BITS = 16;
const BINS = 2 ** (31 - BIN_BITS);

/**
 * Rows that the strongest terms of a taste bring, by what these terms add to their scores, best first; then, where they bring too few, the
 * newest that no term speaks against, and last what they speak against.
 * @param isOpen by row: 0 for what is passed over. Every row counts where it is left out.
 */
export function candidates(window: Window, taste: Taste, count: number, isOpen?: Uint8Array): Uint32Array {
  const sums = new Float32Array(window.size);
  const { starts, rows } = window.postings;
  for (const { column, adds } of strongest(window, taste)) {
    const end = starts[column + 1] as number;
    for (let at = starts[column] as number; at < end; at += 1) {
      const row = rows[at] as number;
      sums[row] = (sums[row] as number) + adds;
    }
  }
  const { perLength } = window.vectors;
  for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] as number) * (perLength[row] as number);
  return greatest(sums, count, isOpen);
}

/** The open rows with the greatest sums, greatest first; of equal ones the lower row. */
function greatest(sums: Float32Array, count: number, isOpen: Uint8Array | undefined): Uint32Array {
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

interface Adding {
  readonly column: number;
  /** What it adds to the score of a paper that has it once, before the paper is brought to length 1. */
  readonly adds: number;
}

/** The terms by whose presence papers' scores differ most: what a term adds, times how far having it differs over the papers. */
function strongest(window: Window, { columns, weights }: Taste): Adding[] {
  const { starts } = window.postings;
  const strength = new Float64Array(columns.length);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    const share = ((starts[column + 1] as number) - (starts[column] as number)) / window.size;
    strength[at] = Math.abs(weights[at] as number) * rarityIn(window, column) * Math.sqrt(share * (1 - share));
  }
  const bar = strength.toSorted().at(-TERMS) ?? 0;
  const found: Adding[] = [];
  for (let at = 0; at < columns.length && found.length < TERMS; at += 1) {
    if ((strength[at] as number) < bar || strength[at] === 0) continue;
    const column = columns[at] as number;
    found.push({ column, adds: (weights[at] as number) * rarityIn(window, column) });
  }
  return found;
}
