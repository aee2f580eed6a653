/** Affiliations by number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbered } from './affiliations.ts';

test('a place shared by several authors is written once', () => {
  const authors = [
    { last: 'A', affiliations: ['Ward 1', 'Ward 2'] },
    { last: 'B' },
    { last: 'C', affiliations: ['Ward 2', 'Ward 3', 'Ward 2'] },
  ];
  assert.deepEqual(numbered(authors), { places: ['Ward 1', 'Ward 2', 'Ward 3'], numbers: [[1, 2], [], [2, 3]] });
});

test('authors without a place need no numbers', () =>
  assert.deepEqual(numbered([{ group: 'A group' }]), { places: [], numbers: [[]] }));
