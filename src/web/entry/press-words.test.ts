/** What the pages before the door say of what was pressed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressWords, wayBack } from './press-words.ts';

test('the page is named after what was pressed', () => {
  assert.deepEqual(pressWords('Sign in', 'save'), {
    title: 'Sign in to save this paper',
    after: 'is saved once you are in.',
  });
  assert.equal(pressWords('Walk in', 'note').title, 'Walk in to write a note');
  assert.deepEqual(pressWords('Sign in', undefined), { title: 'Sign in' });
});

test('the way back leads to what anybody may read', () => {
  assert.equal(wayBack('/paper/pm1?x=1'), 'Back to the paper');
  assert.equal(wayBack('/search?q=sepsis'), 'Back to the search');
  assert.equal(wayBack('/today'), 'Back to Today');
  assert.equal(wayBack('/today/all'), undefined);
  assert.equal(wayBack('/saved'), undefined);
  assert.equal(wayBack('/searching'), undefined);
  assert.equal(wayBack(undefined), undefined);
});
