import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InterestChoice } from '#api/index.ts';
import { asSent, MOST, pressedOn } from './interest.ts';

const DELIRIUM: InterestChoice = { kind: 'topic', value: 'delirium', name: 'Delirium', count: 38 };
const LETTERS: InterestChoice = { kind: 'journal', value: 'delirium', name: 'Delirium', count: 3 };

test('a press takes an interest in, and a second one out again', () => {
  const once = pressedOn([], DELIRIUM);
  assert.deepEqual(once, [DELIRIUM]);
  assert.deepEqual(pressedOn(once, { ...DELIRIUM, count: 40 }), []);
});

test('a topic and a journal of the same name are two interests', () => {
  assert.deepEqual(asSent(pressedOn([DELIRIUM], LETTERS)), [
    { kind: 'topic', value: 'delirium' },
    { kind: 'journal', value: 'delirium' },
  ]);
});

test('beyond the most that can be, another changes nothing', () => {
  const full = Array.from({ length: MOST }, (_, at) => ({ ...DELIRIUM, value: `topic ${at}` }));
  assert.equal(pressedOn(full, LETTERS), full);
  assert.equal(pressedOn(full, { ...DELIRIUM, value: 'topic 3' }).length, MOST - 1);
});
