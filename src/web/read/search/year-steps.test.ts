/** Years as bars. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps } from './year-steps.ts';

test('a year without papers keeps its place', () => {
  const years = [
    { year: 2020, count: 3 },
    { year: 2022, count: 5 },
  ];
  assert.deepEqual(inSteps(years), { bars: [3, 0, 5], step: 1, first: 2020, last: 2022 });
});

test('a long span is cut into steps, and no paper is lost', () => {
  const years = Array.from({ length: 120 }, (_, at) => ({ year: 1906 + at, count: 2 }));
  const { bars, step } = inSteps(years);
  assert.equal(step, 5);
  assert.equal(bars.length, 24);
  assert.equal(
    bars.reduce((sum, count) => sum + count, 0),
    240,
  );
});

test('no years make no bars', () => {
  assert.deepEqual(inSteps([]).bars, []);
});
