/** Why a model scores as it does, term by term: a score is the sum of what the terms of a paper add to it. */
import type { Rows } from '../features/rows.ts';
import type { Model } from './learner.ts';

/** A term by its column, and its weight in a model or its part of a score. */
export interface Weighed {
  readonly column: number;
  readonly weight: number;
}

/** The terms that count most in a model, for or against, strongest first; fewer where fewer have a weight. */
export function strongestTerms({ weights }: Model, count: number): Weighed[] {
  const found: Weighed[] = [];
  let bar = 0;
  for (let column = 0; column < weights.length; column += 1) {
    const weight = weights[column] as number;
    if (Math.abs(weight) <= bar) continue;
    found.push({ column, weight });
    // Kept in bounds now and then, so that a wide vocabulary is not sorted whole.
    if (found.length < 2 * count) continue;
    found.sort(byStrength).length = count;
    bar = Math.abs((found.at(-1) as Weighed).weight);
  }
  return found.sort(byStrength).slice(0, count);
}

/** What each term of a paper adds to its score, strongest first. The parts add up to the score. */
export function partsOfScore({ weights }: Model, { starts, columns, values }: Rows, row: number): Weighed[] {
  const parts: Weighed[] = [];
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
    const column = columns[at] as number;
    parts.push({ column, weight: (values[at] as number) * (weights[column] as number) });
  }
  return parts.sort(byStrength);
}

/** The stronger first, for or against; of equal ones the lower column. */
export function byStrength(one: Weighed, other: Weighed): number {
  return Math.abs(other.weight) - Math.abs(one.weight) || one.column - other.column;
}
