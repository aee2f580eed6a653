/** The measures of a screening, against values worked out by hand from ASReview's definitions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screeningFigures } from '#ranking/index.ts';

function figures(papers: number, relevantAt: readonly number[]): Record<string, number> {
  const labels = Array.from({ length: papers }, (_, index) => relevantAt.includes(index + 1));
  return Object.fromEntries(
    Object.entries(screeningFigures(labels)).map(([name, value]: [string, number]) => [name, Number(value.toFixed(5))]),
  );
}

test('two relevant papers of five, first and third', () => {
  assert.deepEqual(figures(5, [1, 3]), {
    loss: 0.16667, // (1 + 3 − 3) / (2 · 3)
    ndcg: 0.91972, // (1 + 1/2) / (1 + 1/log2 3)
    wss95: 0.4, // k = 1; 0, .5, 1, 1.5, 2 round to 0, 0, 1, 2, 2: index 2 instead of 0
    rrf10: 0,
    atd: 0.4,
    recall100: 1,
    lastFound: 0.6,
  });
});

test('four relevant papers of twenty, the last at the very end', () => {
  assert.deepEqual(figures(20, [1, 2, 10, 20]), {
    loss: 0.35938, // (33 − 10) / (4 · 16)
    ndcg: 0.83841,
    wss95: 0.15, // k = 3; 4i/19 rounds to 3 first at index 12, the order has it at index 9
    rrf10: 0.5,
    atd: 0.4125,
    recall100: 1,
    lastFound: 1,
  });
});

test('the best order has no loss, the worst a loss of 1', () => {
  assert.deepEqual([figures(6, [1, 2])['loss'], figures(6, [1, 2])['ndcg']], [0, 1]);
  assert.equal(figures(6, [5, 6])['loss'], 1);
});

test('one relevant paper alone saves no work at 95 %', () => {
  assert.equal(figures(10, [1])['wss95'], 0);
});
