/** Learning from likes and dislikes: what few of them already say, and that nothing is left to chance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diceOf, learn, LEARNING, sampleOf, score } from '#ranking/index.ts';
import type { Judgements } from '#ranking/index.ts';
import { rowsFrom } from './_rows.ts';

const HALF = Math.SQRT1_2;
/** 0 and 1 are about the first subject, 2 and 3 about the second, 4 about both, 5 about nothing. */
const ROWS = rowsFrom([
  [1, 0, 0, 0],
  [HALF, HALF, 0, 0],
  [0, 0, 1, 0],
  [0, 0, HALF, HALF],
  [HALF, 0, HALF, 0],
  [0, 0, 0, 0],
]);
const ALL = [0, 1, 2, 3, 4, 5];

function judged(liked: readonly number[], disliked: readonly number[], presumed: readonly number[] = []): Judgements {
  const whole = (row: number): { row: number; weight: number } => ({ row, weight: 1 });
  return { liked: liked.map(whole), disliked: disliked.map(whole), presumed, scale: ALL };
}

function scoresOf(judgements: Judgements): number[] {
  return Array.from(score(learn(ROWS, judgements, LEARNING.learner, 1), ROWS, ALL));
}

function order(scores: readonly number[]): number[] {
  return ALL.toSorted((one, other) => (scores[other] as number) - (scores[one] as number) || one - other);
}

test('one like brings up what is like it', () => {
  assert.deepEqual(order(scoresOf(judged([0], []))).slice(0, 2), [0, 1]);
  assert.deepEqual(order(scoresOf(judged([0], [], [2, 3]))).slice(0, 2), [0, 1]);
});

test('only dislikes put what is like them last and find nothing else to say', () => {
  const scores = scoresOf(judged([], [2]));
  assert.equal(order(scores).at(-1), 2);
  assert.deepEqual([scores[0], scores[1], scores[5]], [0, 0, 0]);
});

test('without judgements every score is 0', () => {
  assert.deepEqual(scoresOf(judged([], [])), [0, 0, 0, 0, 0, 0]);
});

test('a paper without words scores 0, and likes of such papers do no harm', () => {
  assert.equal(scoresOf(judged([0], [2]))[5], 0);
  assert.deepEqual(scoresOf(judged([5], [])), [0, 0, 0, 0, 0, 0]);
  assert.ok(scoresOf(judged([0, 5], [2])).every(Number.isFinite));
});

test('a dislike counts, and a faded like counts less than a fresh one', () => {
  const [, , , , both = 0] = scoresOf(judged([0], []));
  const [, , , , bothDisliked = 0] = scoresOf(judged([0], [2]));
  assert.ok(bothDisliked < both, `${bothDisliked} ${both}`);
  const faded: Judgements = {
    ...judged([], [4]),
    liked: [
      { row: 0, weight: 1 },
      { row: 2, weight: 0.2 },
    ],
  };
  const [first = 0, , second = 0] = scoresOf(faded);
  assert.ok(first > second, `${first} ${second}`);
});

test('the same judgements and seed give the same model to the last bit', () => {
  const twice = [1, 2].map(() => learn(ROWS, judged([0, 1], [3], [2]), LEARNING.learner, 7).weights);
  assert.deepEqual(twice[0], twice[1]);
});

test('ten thousand likes are learnt from', () => {
  const dice = diceOf(1);
  const many = rowsFrom(Array.from({ length: 10_100 }, (_, row) => [row < 10_000 ? 1 : 0, dice(), dice()]));
  const liked = Array.from({ length: 10_000 }, (_, row) => ({ row, weight: 1 }));
  const presumed = Array.from({ length: 100 }, (_, at) => 10_000 + at);
  const model = learn(many, { liked, disliked: [], presumed, scale: presumed.concat(0, 1) }, LEARNING.learner, 1);
  assert.ok((model.weights[0] as number) > 0);
});

test('a sample has no repeats, is as large as asked or as all, and comes again with its seed', () => {
  const members = Array.from({ length: 40 }, (_, at) => at * 2);
  const sample = sampleOf(members, 10, diceOf(3));
  assert.equal(new Set(sample).size, 10);
  assert.ok(sample.every((each) => members.includes(each)));
  assert.deepEqual(sampleOf(members, 10, diceOf(3)), sample);
  assert.deepEqual(sampleOf([4, 5], 10, diceOf(3)), [4, 5]);
});
