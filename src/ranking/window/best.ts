/**
 * The papers that score highest by a taste. Scores are summed up term by term, through the postings, which are read in their order and
 * cost a tenth of looking each paper's terms up. Words of many papers that tell little are added last, and only for the papers that are the
 * best without them: they would take most of the time.
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

/** Words in more of the papers are added last, but for the strongest of them. */
const VERY_MANY = 0.005;
const STRONGEST = 32;
/** A word of more of the papers is never among the strongest: hardly a paper differs from another by it. */
const EVERYDAY = 0.2;
/**
 * @param count at most so many.
 * @param isOpen by row: 0 for what is passed over. Every row counts where it is left out.
 * @param whole every paper is scored by every term, so that none of the best can be missed.
 */
export function best(window: Window, taste: Taste, count: number, isOpen?: Uint8Array, whole = false): Best {
  const last = whole || count >= window.size ? new Float64Array(0) : addedLast(window, taste);
  const sums = new Float32Array(window.size);
  addTerms(window, taste, last, sums);
  const { perLength } = window.vectors;
  for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] as number) * (perLength[row] as number);
  const likely = greatest(sums, count, isOpen);
  addLast(window, last, likely, sums);
  return inOrder(likely.sort(), sums);
}

/** @param rows ascending. */
function inOrder(rows: Uint32Array, sums: Float32Array): Best {
  const scores = new Float32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) scores[at] = sums[rows[at] as number] as number;
  const places = greatest(scores.slice(), rows.length);
  return {
    rows: places.map((at) => rows[at] as number),
    scores: Float32Array.from(places, (at) => scores[at] as number),
  };
}

/**
 * By column, for the first columns, which are the words of most papers: what a word adds that is added last; 0 for the strongest words, by
 * whose presence scores differ most.
 */
function addedLast(window: Window, { columns, weights }: Taste): Float64Array {
  const common = commonWords(window);
  const adds = new Float64Array(common);
  const strengths = new Float64Array(common);
  for (let at = 0; at < columns.length && (columns[at] as number) < common; at += 1) {
    const column = columns[at] as number;
    const share = papersWith(window, column) / window.size;
    adds[column] = (weights[at] as number) * rarityIn(window, column);
    if (share <= EVERYDAY) strengths[column] = Math.abs(adds[column] as number) * Math.sqrt(share);
  }
  const bar = strengths.toSorted().at(-STRONGEST) ?? 0;
  for (let column = 0; column < common; column += 1)
    if (bar > 0 && (strengths[column] as number) >= bar) adds[column] = 0;
  return adds;
}

function commonWords(window: Window): number {
  let column = 0;
  while (column < window.columns.words && papersWith(window, column) > VERY_MANY * window.size) column += 1;
  return column;
}

function papersWith({ postings }: Window, column: number): number {
  return (postings.starts[column + 1] as number) - (postings.starts[column] as number);
}

function addTerms(window: Window, { columns, weights }: Taste, last: Float64Array, sums: Float32Array): void {
  const { starts, rows, counts } = window.postings;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    const weight = weights[at] as number;
    if (weight === 0 || (column < last.length && last[column] !== 0)) continue;
    const adds = weight * rarityIn(window, column);
    const end = starts[column + 1] as number;
    for (let place = starts[column] as number; place < end; place += 1) {
      const row = rows[place] as number;
      sums[row] = (sums[row] as number) + adds * (GROWTH[counts[place] as number] as number);
    }
  }
}

/** Columns ascend in a paper's cells, so that the words of most papers stand first. */
function addLast(window: Window, adds: Float64Array, likely: Uint32Array, sums: Float32Array): void {
  const { starts, cells, perLength } = window.vectors;
  for (let each = 0; each < likely.length; each += 1) {
    const row = likely[each] as number;
    const end = starts[row + 1] as number;
    let sum = 0;
    for (let at = starts[row] as number; at < end; at += 1) {
      const cell = cells[at] as number;
      const column = cell >>> COUNT_BITS;
      if (column >= adds.length) break;
      sum += (GROWTH[cell & MOST_COUNT] as number) * (adds[column] as number);
    }
    sums[row] = (sums[row] as number) + sum * (perLength[row] as number);
  }
}
