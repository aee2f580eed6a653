/** A taste as its owner puts it right: terms of which they want more, or less, or that are to say nothing. */
import type { Taste } from './taste.ts';
import type { Window } from './window.ts';

export interface TermStance {
  /** One stem, or two that follow each other. */
  readonly stems: readonly string[];
  readonly stance: 'more' | 'less' | 'forget';
}

/** More of a term, and less, move its weight by so many times the largest weight of any term; by as much as 1 where none has one. */
const STEP = 1;

/**
 * A forgotten term weighs 0, and so does every pair of words that has it, unless the pair has a stance of its own. A term that the window
 * does not know changes nothing.
 */
export function corrected(window: Window, taste: Taste, stances: readonly TermStance[]): Taste {
  if (stances.length === 0) return taste;
  const weights = new Map<number, number>();
  let largest = 0;
  for (const [at, column] of taste.columns.entries()) {
    const weight = taste.weights[at] as number;
    weights.set(column, weight);
    largest = Math.max(largest, Math.abs(weight));
  }
  const forgotten = stances.filter(({ stance }) => stance === 'forget');
  for (const { stems } of forgotten) for (const column of columnsOf(window, stems)) weights.delete(column);
  const step = STEP * (largest || 1);
  for (const { stems, stance } of stances) {
    const column = stance === 'forget' ? undefined : window.columnOf(stems);
    if (column !== undefined) weights.set(column, (weights.get(column) ?? 0) + (stance === 'more' ? step : -step));
  }
  const columns = Uint32Array.from(weights.keys()).sort();
  return { columns, weights: Float32Array.from(columns, (column) => weights.get(column) as number) };
}

function columnsOf(window: Window, stems: readonly string[]): number[] {
  if (stems.length === 1) return window.columnsWith(stems[0] as string);
  const column = window.columnOf(stems);
  return column === undefined ? [] : [column];
}
