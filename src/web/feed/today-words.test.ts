import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Belief } from '#api/index.ts';
import { beliefInWords, leftOutInWords, sinceInWords } from './today-words.ts';

const FRIDAY = { from: '2026-11-20', fromInWords: 'Friday' };

test('it says how many of how many, and how many passed the filters', () => {
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 212, passed: 180, shown: 5 }, 5, true),
    'Five papers out of 212 that came in since Friday; 180 passed your filters.',
  );
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 1, passed: 1, shown: 1 }, 1, true),
    'One paper out of 1 that came in since Friday.',
  );
});

test('the first time everything counts', () => {
  assert.equal(
    sinceInWords({ arrived: 1_482, passed: 1_482, shown: 5 }, 5, true),
    'Your first Today: five papers out of 1,482 in the library.',
  );
  assert.equal(sinceInWords({ arrived: 3, passed: 0, shown: 0 }, 0, true), 'None of 3 papers can stand here.');
});

test('where the reader leaves nothing out, no filter is spoken of', () => {
  assert.equal(
    sinceInWords({ arrived: 327, passed: 311, shown: 5 }, 5, false),
    'Your first Today: five papers out of 327 in the library.',
  );
});

test('where nothing came in it does not pretend', () => {
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 0, passed: 0, shown: 0 }, 5, true),
    'Nothing came in since Friday. These five papers came before.',
  );
  assert.equal(sinceInWords({ ...FRIDAY, arrived: 0, passed: 0, shown: 0 }, 0, true), 'Nothing came in since Friday.');
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 12, passed: 0, shown: 0 }, 0, true),
    '12 papers came in since Friday; none passed your filters.',
  );
});

test('papers from before are not counted as new', () => {
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 3, passed: 2, shown: 2 }, 5, true),
    'Five papers, two of them out of 3 that came in since Friday; 2 passed your filters.',
  );
  assert.equal(
    sinceInWords({ ...FRIDAY, arrived: 3, passed: 3, shown: 0 }, 5, true),
    '3 papers came in since Friday. These five came before and fit you better.',
  );
});

test('a belief says how strong it is and where it comes from', () => {
  const belief: Belief = { key: 'sepsi', term: 'sepsis', weight: 0.9, strength: 'strongly', likes: 9, lesses: 0 };
  assert.equal(beliefInWords(belief, []), 'strongly · 9 likes');
  assert.equal(beliefInWords({ ...belief, likes: 1, lesses: 3 }, []), 'strongly · 1 like · 3 times less');
  assert.equal(beliefInWords({ ...belief, stance: 'less', strength: 'less' }, []), 'less · you said less');
  assert.equal(beliefInWords({ ...belief, likes: 0 }, []), 'strongly');
  const interests = [{ name: 'Sepsis' }];
  assert.equal(beliefInWords({ ...belief, likes: 0 }, interests), 'strongly · you chose it');
  assert.equal(beliefInWords({ ...belief, likes: 0, term: 'lactate' }, interests), 'strongly · from what you chose');
  assert.equal(beliefInWords(belief, interests), 'strongly · 9 likes');
});

test('what is left out is one sentence', () => {
  const nothing = { types: [], journals: [], animalsOnly: false, onlyLanguages: [] };
  assert.equal(leftOutInWords(nothing), undefined);
  assert.equal(
    leftOutInWords({ ...nothing, animalsOnly: true, onlyLanguages: ['eng', 'swe'] }),
    'Papers on animals alone; papers not in English or Swedish.',
  );
  assert.equal(
    leftOutInWords({ ...nothing, types: ['Editorial', 'Letter', 'Comment', 'News'] }),
    'Editorial, Letter, Comment and 1 more.',
  );
});
