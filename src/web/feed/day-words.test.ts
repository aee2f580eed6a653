import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressedInWords, replayInWords, upInWords } from './day-words.ts';

test('a change has words, also where it is of no paper', () => {
  assert.equal(pressedInWords('less'), 'You wanted less like');
  assert.equal(pressedInWords('other'), 'You changed what it rests on');
});

test('what a press moved is named, and counted where it is much', () => {
  assert.equal(upInWords([]), undefined);
  assert.equal(upInWords(['One', 'Two']), 'It moved up “One”, “Two”.');
  assert.equal(upInWords(['1', '2', '3', '4']), 'It moved four papers up.');
});

test('a day that comes out otherwise says what changed since', () => {
  assert.equal(replayInWords({ order: 'same', changed: [] }).length, 1);
  assert.deepEqual(replayInWords({ order: 'other', changed: ['3 papers came in.'] }).slice(1), ['3 papers came in.']);
});

test('nothing is claimed while the library is being read', () => {
  const [said, ...more] = replayInWords({ order: 'unknown', changed: [] });
  assert.match(said ?? '', /^This cannot be said now/);
  assert.deepEqual(more, []);
});
