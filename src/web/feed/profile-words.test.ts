import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedProfile } from '#api/index.ts';
import { profileInWords, weightInWords } from './profile-words.ts';

const of = (likes: number, lesses: number, startedOverAt?: string): string =>
  profileInWords({ likes, lesses, ...(startedOverAt && { startedOverAt }) } as FeedProfile);

test('it says on how many presses the beliefs rest', () => {
  assert.equal(of(9, 3), 'It rests on 9 papers you liked and 3 you wanted less of.');
  assert.equal(of(1, 0), 'It rests on 1 paper you liked.');
  assert.equal(of(0, 0), 'You have not pressed Like or Less yet.');
  assert.equal(
    of(0, 2, '2026-11-23T08:00:00Z'),
    'It rests on 2 you wanted less of since you started over on 23 November 2026.',
  );
});

test('a weight is said in tenths, and against is a word', () => {
  assert.equal(weightInWords(0.84), '8 of 10');
  assert.equal(weightInWords(-0.3), 'against, 3 of 10');
  assert.equal(weightInWords(0.01), 'counts for nothing');
});
