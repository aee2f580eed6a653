/** What the learner sees of papers, against values worked out by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, vocabularyOf } from '#ranking/index.ts';
import type { FeatureSettings, Rows, Vocabulary } from '#ranking/index.ts';

const SETTINGS: FeatureSettings = {
  titleCounts: 2,
  pairs: true,
  stems: false,
  fewestPapers: 1,
  largestShare: 1,
};
const TWO = [
  { title: 'Sepsis care', abstract: 'sepsis' },
  { title: 'Care', abstract: '' },
];

function readable(rows: Rows, vocabulary: Vocabulary): Record<string, number>[] {
  return Array.from(rows.starts.subarray(1), (end, row) =>
    Object.fromEntries(
      Array.from(rows.columns.subarray(rows.starts[row], end), (column, at) => [
        vocabulary.name(column),
        Number((rows.values[(rows.starts[row] as number) + at] as number).toFixed(5)),
      ]),
    ),
  );
}

test('a term weighs 1 + ln of how often it stands there, times its rarity, and a row has length 1', () => {
  const vocabulary = vocabularyOf(TWO, SETTINGS);
  const rare = 1 + Math.log(3 / 2);
  const raw = {
    sepsis: (1 + Math.log(3)) * rare, // Twice for the title, once for the abstract.
    care: 1 + Math.log(2), // In both papers, so its rarity is 1.
    'sepsis care': (1 + Math.log(2)) * rare,
    'care sepsis': rare, // From the title into the abstract.
  };
  const length = Math.hypot(...Object.values(raw));
  const expected = Object.fromEntries(
    Object.entries(raw).map(([term, value]) => [term, Number((value / length).toFixed(5))]),
  );
  assert.deepEqual(readable(rowsOf(TWO, vocabulary), vocabulary), [expected, { care: 1 }]);
});

test('a term of too few or too many papers is no feature', () => {
  assert.equal(vocabularyOf(TWO, { ...SETTINGS, fewestPapers: 2 }).width, 1);
  const rare = vocabularyOf(TWO, { ...SETTINGS, largestShare: 0.95, pairs: false });
  assert.deepEqual([rare.width, rare.name(0)], [1, 'sepsis']);
});

test('stems make one term of the forms of a word', () => {
  const texts = [{ title: 'trials of a trial', abstract: '' }];
  const terms = (settings: FeatureSettings): string[] => {
    const vocabulary = vocabularyOf(texts, settings);
    return Array.from({ length: vocabulary.width }, (_, column) => vocabulary.name(column)).sort();
  };
  assert.deepEqual(terms({ ...SETTINGS, stems: true, pairs: false }), ['a', 'of', 'trial']);
  assert.deepEqual(terms(SETTINGS), ['a', 'a trial', 'of', 'of a', 'trial', 'trials', 'trials of']);
});

test('papers that come later are seen with the vocabulary there is', () => {
  const vocabulary = vocabularyOf(TWO, SETTINGS);
  const later = [
    { title: 'Sepsis', abstract: 'unknown words' },
    { title: '', abstract: '…' },
  ];
  assert.deepEqual(readable(rowsOf(later, vocabulary), vocabulary), [{ sepsis: 1 }, {}]);
});

test('a collection without words has no features', () => {
  const texts = [{ title: '', abstract: '' }];
  const vocabulary = vocabularyOf(texts, SETTINGS);
  assert.equal(vocabulary.width, 0);
  assert.deepEqual(Array.from(rowsOf(texts, vocabulary).starts), [0, 0]);
  assert.equal(vocabularyOf([], SETTINGS).width, 0);
});
