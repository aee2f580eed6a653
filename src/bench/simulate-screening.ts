/** Screening of a whole collection by somebody who knows what is relevant, the learner choosing what comes next. */
import { diceOf, learn, sampleOf, score } from '#ranking/index.ts';
import type { Judged, LearnerSettings, Rows } from '#ranking/index.ts';

/** What a screener has judged beforehand, by row. */
export interface Priors {
  readonly seed: number;
  readonly relevant: number;
  readonly irrelevant: number;
}

/** How many papers are screened before the learner learns anew, by how many are screened: ASReview's “n_query extreme”. */
function batchAt(screened: number): number {
  return screened < 100 ? 1 : screened < 1000 ? 5 : 100;
}

/** @returns whether each paper is relevant, in the order of screening, without the priors. */
export function screen(
  rows: Rows,
  relevant: readonly boolean[],
  { seed, ...priors }: Priors,
  settings: LearnerSettings,
): boolean[] {
  const dice = diceOf(seed);
  const liked: Judged[] = [{ row: priors.relevant, weight: 1 }];
  const disliked: Judged[] = [{ row: priors.irrelevant, weight: 1 }];
  const order: boolean[] = [];
  let left = relevant.flatMap((_, row) => (row === priors.relevant || row === priors.irrelevant ? [] : [row]));
  while (left.length > 0) {
    const presumed = sampleOf(left, settings.presumed, dice);
    const model = learn(
      rows,
      { liked, disliked, presumed, scale: sampleOf(left, settings.scale, dice) },
      settings,
      seed,
    );
    const next = best(left, score(model, rows, left), batchAt(liked.length + disliked.length));
    for (const row of next) {
      const isRelevant = relevant[row] as boolean;
      (isRelevant ? liked : disliked).push({ row, weight: 1 });
      order.push(isRelevant);
    }
    const gone = new Set(next);
    left = left.filter((row) => !gone.has(row));
  }
  return order;
}

/** The rows with the highest scores; of equal ones, the earlier. */
function best(rows: readonly number[], scores: Float64Array, count: number): number[] {
  if (count === 1) return [rows[scores.indexOf(scores.reduce((most, each) => Math.max(most, each)))] as number];
  const order = Uint32Array.from(rows, (_, at) => at);
  order.sort((one, other) => (scores[other] as number) - (scores[one] as number) || one - other);
  return Array.from(order.subarray(0, count), (at) => rows[at] as number);
}
