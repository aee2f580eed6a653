/** The line between liked and disliked papers, against solutions worked out by hand and the condition of the best one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diceOf } from '#ranking/index.ts';
import { product } from '../../src/ranking/features/rows.ts';
import { separate } from '../../src/ranking/learner/separate.ts';
import type { Sided } from '../../src/ranking/learner/separate.ts';
import { rowsFrom } from './_rows.ts';

const EXACT = { tolerance: 1e-9, mostPasses: 10_000 };

test('two papers without a common term get weights of ±2C / (1 + 2C)', () => {
  const rows = rowsFrom([
    [1, 0],
    [0, 1],
  ]);
  const examples: Sided[] = [
    { row: 0, side: 1, cost: 0.5 },
    { row: 1, side: -1, cost: 0.5 },
  ];
  const [one, other] = separate(rows, examples, EXACT, 1);
  assert.ok(Math.abs((one as number) - 0.5) < 1e-6 && Math.abs((other as number) + 0.5) < 1e-6, `${one} ${other}`);
});

test('one paper alone gets a weight of 2C / (1 + 4C), the offset taking as much', () => {
  const [weight] = separate(rowsFrom([[1]]), [{ row: 0, side: 1, cost: 0.5 }], EXACT, 1);
  assert.ok(Math.abs((weight as number) - 1 / 3) < 1e-6, `${weight}`);
});

test('without examples every weight is 0', () => {
  assert.deepEqual(Array.from(separate(rowsFrom([[1, 1]]), [], EXACT, 1)), [0, 0]);
});

test('the weights are the sum of the examples, each times twice its cost and how far it falls short', () => {
  const dice = diceOf(8);
  const dense = Array.from({ length: 30 }, () => [...Array.from({ length: 6 }, () => (dice() < 0.5 ? dice() : 0)), 1]);
  const rows = rowsFrom(dense.map((row) => row.slice(0, 6)));
  const examples = dense.map((_, row): Sided => ({ row, side: row % 3 === 0 ? 1 : -1, cost: 0.2 + dice() }));
  const weights = separate(rows, examples, EXACT, 1);
  // The offset is not given back; it is the one number that makes the sum of the examples' pulls equal to itself.
  const pulls = (offset: number): number[] =>
    examples.map(
      ({ row, side, cost }) => 2 * cost * side * Math.max(0, 1 - side * (product(rows, row, weights) + offset)),
    );
  let [low, high] = [-10, 10];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (pulls(middle).reduce((sum, pull) => sum + pull, 0) > middle) low = middle;
    else high = middle;
  }
  for (let column = 0; column < 6; column += 1) {
    const sum = pulls(low).reduce((all, pull, row) => all + pull * (dense[row]?.[column] as number), 0);
    assert.ok(Math.abs(sum - (weights[column] as number)) < 1e-4, `column ${column}: ${sum} ${weights[column]}`);
  }
});
