import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedRow } from '#api/index.ts';
import { whyParts } from './why-words.ts';

/** The line as plain text. */
function said(row: Partial<FeedRow>): string {
  const parts = whyParts({ why: [], isExploration: false, ...row });
  return parts.map((part) => ('words' in part ? part.words : `“${part.paper.title}”`)).join('');
}

test('the liked paper comes first, then what was chosen, the words and the journal', () => {
  assert.equal(
    said({
      why: [
        { kind: 'term', term: 'sepsis' },
        { kind: 'liked', id: '1', title: 'Out of bed' },
        { kind: 'term', term: 'older adults' },
      ],
    }),
    'you liked “Out of bed”; sepsis, older adults',
  );
  assert.equal(
    said({
      why: [
        { kind: 'journal', journal: 'Annals of Ward Medicine' },
        { kind: 'term', term: 'nurses' },
        { kind: 'chosen', interest: 'Delirium' },
      ],
    }),
    'you chose Delirium; nurses; in Annals of Ward Medicine, which you chose',
  );
});

test('two interests are named together', () => {
  assert.equal(
    said({
      why: [
        { kind: 'chosen', interest: 'Delirium' },
        { kind: 'term', term: 'walking' },
        { kind: 'chosen', interest: 'Sepsis' },
      ],
    }),
    'you chose Delirium and Sepsis; walking',
  );
});

test('what moved a paper up is said before anything else', () => {
  const moved = { up: 2, because: { id: '1', title: 'Out of bed' } };
  assert.equal(
    said({ moved, why: [{ kind: 'term', term: 'delirium' }] }),
    'moved up 2 because you liked “Out of bed”; delirium',
  );
});

test('a paper drawn by chance says so and nothing else', () => {
  assert.equal(
    said({ isExploration: true, why: [{ kind: 'term', term: 'statins' }] }),
    'outside your usual reading, on purpose: one place in twelve',
  );
});

test('the line is never empty', () => {
  assert.equal(said({}), 'many small things together, none that stands out');
});
