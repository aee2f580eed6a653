/** What a reader pressed last is not lost with the window, and nothing is sent that a browser would refuse for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CALLS } from './calls.ts';
import { outlivesPage } from './outliving.ts';

test('marks, notes and what one says of the feed outlive the page', () => {
  for (const name of ['act', 'putNote', 'feedSettings', 'sayOfTerm', 'chooseInterests'] as const)
    assert.equal(outlivesPage(CALLS[name].path, '{}'), true, name);
});

test('what reads, what begins work and what is long does not', () => {
  for (const name of ['previewFeed', 'checkList', 'fetch', 'signOut', 'startOver'] as const)
    assert.equal(outlivesPage(CALLS[name].path, '{}'), false, name);
  assert.equal(outlivesPage(CALLS.putNote.path, 'n'.repeat(40_000)), false);
});
