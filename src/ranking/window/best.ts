/**
 * The papers that score highest by a taste. Scores are summed up term by term, through the postings, which are read in their order and
 * cost a tenth of looking each paper's terms up. Words of very many papers are added last, and only for the papers that are the best
 * without them: such a word adds next to nothing, but would take most of the time.
 */
import { greatest } from './greatest.ts';
import { COUNT_BITS, MOST_COUNT } from './settings.ts';
import type { Taste } from './taste.ts';
import { GROWTH } from './weighing.ts';
import { rarityIn } from './window.ts';
import type { Window } from './window.ts';

export interface Best {
  /** The best first; of equal ones the lower row, which entered PubMed later. */
  readonly rows: Uint32Array;
  /** In their order, exact. */
  readonly scores: Float32Array;
}

/** A word in more of the papers is added last. */
const VERY_MANY = 0.1;

/**
 * @param count at most so many; all of them where the whole window is wanted.
 * @param isOpen by row: 0 for what is passed over. Every row counts where it is left out.
 */
export function best(window: Window, taste: Taste, count: number, isOpen?: Uint8Array): Best {
  const common = commonWords(window);
  const sums = new Float32Array(window.size);
  addTerms(window, taste, common, sums);
  const { perLength } = window.vectors;
  for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] as number) * (perLength[row] as number);
  const likely = greatest(sums, count, isOpen);
  addCommon(window, taste, common, likely, sums);
  const chosen = new Uint8Array(window.size);
  for (const row of likely) chosen[row] = 1;
  const rows = greatest(sums, likely.length, chosen);
  return { rows, scores: Float32Array.from(rows, (row) => sums[row] as number) };
}

/** The first columns are words, the most frequent first: columns below this one are of very many papers. */
function commonWords({ columns, postings, size }: Window): number {
  let column = 0;
  const isCommon = (each: number): boolean =>
    (postings.starts[each + 1] as number) - (postings.starts[each] as number) > VERY_MANY * size;
  while (column < columns.words && isCommon(column)) column += 1;
  return column;
}

function addTerms(window: Window, { columns, weights }: Taste, from: number, sums: Float32Array): void {
  const { starts, rows, counts } = window.postings;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    const weight = weights[at] as number;
    if (column < from || weight === 0) continue;
    const adds = weight * rarityIn(window, column);
    const end = starts[column + 1] as number;
    for (let place = starts[column] as number; place < end; place += 1) {
      const row = rows[place] as number;
      sums[row] = (sums[row] as number) + adds * (GROWTH[counts[place] as number] as number);
    }
  }
}

/** Columns ascend in a paper's cells, so that its common words stand first. */
function addCommon(window: Window, taste: Taste, below: number, likely: Uint32Array, sums: Float32Array): void {
  const { starts, cells, perLength } = window.vectors;
  const adds = new Float64Array(below);
  for (let at = 0; at < taste.columns.length && (taste.columns[at] as number) < below; at += 1)
    adds[taste.columns[at] as number] = (taste.weights[at] as number) * rarityIn(window, taste.columns[at] as number);
  for (const row of likely) {
    const end = starts[row + 1] as number;
    let sum = 0;
    for (let at = starts[row] as number; at < end; at += 1) {
      const column = (cells[at] as number) >>> COUNT_BITS;
      if (column >= below) break;
      sum += (GROWTH[(cells[at] as number) & MOST_COUNT] as number) * (adds[column] as number);
    }
    sums[row] = (sums[row] as number) + sum * (perLength[row] as number);
  }
}
