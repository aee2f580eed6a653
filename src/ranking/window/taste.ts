/** What somebody wants to read, learned from examples: weights of the window's columns, most of which are 0 and left out. */
import { learn } from '../learner/learner.ts';
import type { Judged } from '../learner/learner.ts';
import { diceOf, sampleOf } from '../learner/random.ts';
import { LEARNING } from '../learner/settings.ts';
import { localRows } from './local-rows.ts';
import type { Example } from './vector.ts';
import type { Window } from './window.ts';

/** The score of a paper is the sum over its columns of weight times value. */
export interface Taste {
  /** Ascending, each once. */
  readonly columns: Uint32Array;
  readonly weights: Float32Array;
}

export interface Examples {
  readonly liked: readonly Example[];
  readonly disliked: readonly Example[];
}

/**
 * The learner's model of a few examples among the papers of the window. The same window, examples and seed give the same taste. Examples of
 * weight 0 say nothing; without any other, or where no two papers differ by them, every weight is 0.
 */
export function learnTaste(window: Window, { liked, disliked }: Examples, seed: number): Taste {
  const settings = LEARNING.learner;
  const dice = diceOf(seed);
  const likes = liked.filter(({ weight }) => weight > 0);
  const examples = [...likes, ...disliked.filter(({ weight }) => weight > 0)];
  if (examples.length === 0) return { columns: new Uint32Array(0), weights: new Float32Array(0) };
  const left = unjudged(window.size, examples);
  const presumed = sampleOf(left, settings.presumed, dice);
  const scale = sampleOf(left, settings.scale, dice);
  const shown = [...examples, ...presumed.map((row): Example => ({ row, weight: 1 }))];
  const { rows, columns } = localRows(window, shown, scale);
  const judged = examples.map(({ weight }, row): Judged => ({ row, weight }));
  const { weights } = learn(
    rows,
    {
      liked: judged.slice(0, likes.length),
      disliked: judged.slice(likes.length),
      presumed: presumed.map((_, at) => examples.length + at),
      scale: scale.map((_, at) => shown.length + at),
    },
    settings,
    seed,
  );
  return { columns, weights: Float32Array.from(weights.subarray(0, columns.length)) };
}

/** The rows that are no examples. */
function unjudged(size: number, examples: readonly Example[]): Uint32Array {
  const isJudged = new Uint8Array(size);
  for (const example of examples) if ('row' in example) isJudged[example.row] = 1;
  const left = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    if (isJudged[row] === 1) continue;
    left[count] = row;
    count += 1;
  }
  return left.subarray(0, count);
}
