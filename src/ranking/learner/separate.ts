/**
 * A linear support vector machine with squared hinge loss, by coordinate descent in its dual
 * (Hsieh and others, A dual coordinate descent method for large-scale linear SVM, ICML 2008): the weights w and the offset b that make
 * ½(w² + b²) + Σ cost·max(0, 1 − side·(w·x + b))² least.
 */
import { addTo, product, squaredLength } from '../features/rows.ts';
import type { Rows } from '../features/rows.ts';
import { diceOf, shuffle } from './random.ts';

/** A row on one side, and what it costs to have it on the other. */
export interface Sided {
  readonly row: number;
  readonly side: 1 | -1;
  /** Above 0. */
  readonly cost: number;
}

export interface Precision {
  /** Ends when no gradient of a pass is farther than this from being optimal. */
  readonly tolerance: number;
  /** And after so many passes, come what may. */
  readonly mostPasses: number;
}

/**
 * @param examples each row once; an empty list gives weights of 0.
 * @returns one weight a column. The offset is left out, because it orders nothing.
 */
export function separate(rows: Rows, examples: readonly Sided[], precision: Precision, seed: number): Float64Array {
  const weights = new Float64Array(rows.width);
  const duals = new Float64Array(examples.length);
  const softness = Float64Array.from(examples, ({ cost }) => 0.5 / cost);
  const curvature = Float64Array.from(
    examples,
    ({ row }, at) => squaredLength(rows, row) + 1 + (softness[at] as number),
  );
  const order = Uint32Array.from(examples, (_, at) => at);
  const dice = diceOf(seed);
  let offset = 0;
  for (let pass = 0; pass < precision.mostPasses; pass += 1) {
    let [highest, lowest] = [0, 0];
    shuffle(order, dice);
    for (const at of order) {
      const { row, side } = examples[at] as Sided;
      const dual = duals[at] as number;
      const gradient = side * (product(rows, row, weights) + offset) - 1 + (softness[at] as number) * dual;
      const projected = dual === 0 ? Math.min(gradient, 0) : gradient;
      if (projected === 0) continue;
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      const moved = Math.max(dual - gradient / (curvature[at] as number), 0);
      duals[at] = moved;
      addTo(weights, rows, row, side * (moved - dual));
      offset += side * (moved - dual);
    }
    if (highest - lowest <= precision.tolerance) break;
  }
  return weights;
}
