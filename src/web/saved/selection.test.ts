import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allPressed, NOTHING, pressed } from './selection.ts';
import type { Chosen } from './selection.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];
const of = (chosen: Chosen): string => [...chosen.ids].toSorted().join('');

test('a press chooses, another takes back', () => {
  const one = pressed(NOTHING, ROWS, 'b', false);
  assert.equal(of(one), 'b');
  assert.equal(of(pressed(one, ROWS, 'b', false)), '');
});

test('Shift reaches from the last press, in both directions and also to take back', () => {
  const down = pressed(pressed(NOTHING, ROWS, 'b', false), ROWS, 'd', true);
  assert.equal(of(down), 'bcd');
  const up = pressed(pressed(NOTHING, ROWS, 'd', false), ROWS, 'a', true);
  assert.equal(of(up), 'abcd');
  assert.equal(of(pressed(pressed(down, ROWS, 'c', false), ROWS, 'd', true)), 'b');
});

test('Shift without a press before, or from a row that is gone, chooses the one row', () => {
  assert.equal(of(pressed(NOTHING, ROWS, 'c', true)), 'c');
  assert.equal(of(pressed({ ids: new Set(), last: 'z' }, ROWS, 'c', true)), 'c');
});

test('the box of the page chooses all, and none once all are chosen', () => {
  const some = pressed(NOTHING, ROWS, 'b', false);
  const all = allPressed(some, ROWS);
  assert.equal(of(all), 'abcde');
  assert.equal(of(allPressed(all, ROWS)), '');
});
