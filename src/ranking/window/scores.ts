/** Scores of the papers of a window by somebody's taste, exact and term by term, and how near two papers are. */
import type { Weighed } from '../learner/why.ts';
import { byStrength } from '../learner/why.ts';
import { GROWTH } from './weighing.ts';
import { COUNT_BITS, MOST_COUNT } from './settings.ts';
import type { Taste } from './taste.ts';
import { vectorOfRow } from './vector.ts';
import { rarityIn } from './window.ts';
import type { Window } from './window.ts';

/** Exact scores of some papers, in their order; higher is better. For the best of all papers `best` is quicker. */
export function scoresOf(window: Window, taste: Taste, rows: Uint32Array): Float32Array {
  const { starts, cells, perLength } = window.vectors;
  const weights = spread(window, taste);
  const scores = new Float32Array(rows.length);
  for (let place = 0; place < scores.length; place += 1) {
    const row = rows[place] as number;
    const end = starts[row + 1] as number;
    let sum = 0;
    for (let at = starts[row] as number; at < end; at += 1) {
      const cell = cells[at] as number;
      sum += (GROWTH[cell & MOST_COUNT] as number) * (weights[cell >>> COUNT_BITS] as number);
    }
    scores[place] = sum * (perLength[row] as number);
  }
  clear(weights, taste);
  return scores;
}

/** What each term of a paper adds to its score, strongest first; terms that add nothing are left out. */
export function partsOf(window: Window, taste: Taste, row: number): Weighed[] {
  const { columns, values } = vectorOfRow(window, row);
  const parts: Weighed[] = [];
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    const place = placeOf(taste.columns, column);
    const weight = place < 0 ? 0 : (taste.weights[place] as number) * (values[at] as number);
    if (weight !== 0) parts.push({ column, weight });
  }
  return parts.sort(byStrength);
}

/** The cosine of two papers: 1 for one with itself, 0 where they share no term or one has none. */
export function likeness(window: Window, one: number, other: number): number {
  return sharedParts(window, one, other).reduce((sum, { weight }) => sum + weight, 0);
}

/** The terms by which two papers are near, each with what it adds to their likeness, strongest first. */
function sharedParts(window: Window, one: number, other: number): Weighed[] {
  const first = vectorOfRow(window, one);
  const values = new Map(Array.from(first.columns, (column, at) => [column, first.values[at] as number]));
  const second = vectorOfRow(window, other);
  const parts: Weighed[] = [];
  for (const [at, column] of second.columns.entries()) {
    const value = values.get(column);
    if (value !== undefined) parts.push({ column, weight: value * (second.values[at] as number) });
  }
  return parts.sort(byStrength);
}

/** Where a column stands among ascending ones; -1 where it does not. */
function placeOf(columns: Uint32Array, column: number): number {
  let [low, high] = [0, columns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((columns[middle] as number) < column) low = middle + 1;
    else high = middle;
  }
  return columns[low] === column ? low : -1;
}

/** A taste laid out over all columns, each weight times the rarity of its term, in the window's scratch. */
function spread(window: Window, { columns, weights }: Taste): Float32Array {
  const dense = new Float32Array(window.scratch);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    dense[column] = (weights[at] as number) * rarityIn(window, column);
  }
  return dense;
}

function clear(dense: Float32Array, { columns }: Taste): void {
  for (const column of columns) dense[column] = 0;
}
