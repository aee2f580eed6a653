/** What a wish for papers asks, misses and sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_WISH, missing, pressed, questionOf, sent, takes, takesAbout } from './wish.ts';

const QUESTION = { ...EMPTY_WISH, query: ' heart failure ' };

test('a question is counted as soon as there are words, and only with a whole year', () => {
  assert.equal(questionOf(EMPTY_WISH), undefined);
  assert.deepEqual(questionOf(QUESTION), { query: 'heart failure' });
  assert.deepEqual(questionOf({ ...QUESTION, since: '2020' }), { query: 'heart failure', since: '2020' });
  assert.equal(questionOf({ ...QUESTION, since: '20' }), undefined);
  assert.equal(questionOf({ ...EMPTY_WISH, kind: 'ids', ids: '1' }), undefined);
});

test('steps above what there is are not offered, and all of it is where that is not too much', () => {
  assert.deepEqual(takes(undefined), [200, 1_000, 2_000, 10_000]);
  assert.deepEqual(takes(41_207), [200, 1_000, 2_000, 10_000]);
  assert.deepEqual(takes(1_500), [200, 1_000, 'all']);
  assert.deepEqual(takes(140), ['all']);
});

test('the button says how many will come', () => {
  assert.equal(pressed(QUESTION, undefined), 'Bring papers');
  assert.equal(pressed(QUESTION, 41_207), 'Bring 1,000 papers');
  assert.equal(pressed(QUESTION, 140), 'Bring 140 papers');
  assert.equal(pressed(QUESTION, 1), 'Bring 1 paper');
  assert.equal(pressed({ ...QUESTION, take: 'all' }, 41_207), 'Bring 1,000 papers');
});

test('what is sent is what the form shows, of the kind that is chosen alone', () => {
  const wish = { ...QUESTION, journal: 'Implement Sci', ids: '1', since: '2020', keepCurrent: true };
  assert.deepEqual(sent(wish, 140), { query: 'heart failure', since: '2020', max: 140, keepCurrent: true });
  assert.deepEqual(sent({ ...wish, kind: 'journal' }, undefined), {
    journal: 'Implement Sci',
    since: '2020',
    max: 1_000,
    keepCurrent: true,
  });
  assert.deepEqual(sent({ ...wish, kind: 'ids' }, undefined), { ids: '1' });
});

test('what is missing is said at its field', () => {
  assert.equal(missing(EMPTY_WISH, undefined)?.field, 'query');
  assert.equal(missing({ ...QUESTION, since: '20x' }, undefined)?.field, 'since');
  assert.equal(missing(QUESTION, 0)?.field, 'query');
  assert.equal(missing(QUESTION, 12), undefined);
});

test('how long it takes is said in round figures', () => {
  assert.equal(takesAbout(200), 'a few seconds');
  assert.equal(takesAbout(1_000), 'about 15 seconds');
  assert.equal(takesAbout(10_000), 'about 2 minutes');
});
