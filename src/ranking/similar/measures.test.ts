import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product } from './measure.ts';
import { ndcg10 } from './ndcg.ts';
import { BM25, PMRA } from './peers.ts';
import { S2 } from './s2.ts';
import { sharedTerms, writtenAs } from './shared-terms.ts';
import { termCounts } from './term-counts.ts';
import type { TermStatistics } from './term-counts.ts';

/** Ten papers of mean length 4; `a` stands in two of them and everything else in one. */
const STATISTICS: TermStatistics = { papers: 10, meanLength: 4, df: (term) => (term === 'a' ? 2 : 1) };
/** ln(1 + 8.5/2.5) and ln(1 + 9.5/1.5), by hand. */
const IDF_A = 1.481605;
const IDF_B = 1.99243;

const near = (found: number, wanted: number): void =>
  assert.ok(Math.abs(found - wanted) < 1e-4, `${found} ≠ ${wanted}`);

test('a title counts as often as is said, and the length with it', () => {
  const { counts, length } = termCounts(['a', 'b'], ['a', 'c'], 3);
  assert.deepEqual(
    [[...counts], length],
    [
      [
        ['a', 4],
        ['b', 3],
        ['c', 1],
      ],
      8,
    ],
  );
});

test('S2 is the product of saturated weights over the root of the root of the other’s squares', () => {
  const seed = termCounts([], ['a', 'a', 'b', 'c'], S2.titleTimes);
  const other = termCounts([], ['a', 'b', 'b', 'd'], S2.titleTimes);
  // Both have mean length, so that tf·3/(tf+2) is 1 for one and 1.5 for two occurrences.
  const rareA = IDF_A ** 0.35;
  const rareB = IDF_B ** 0.35;
  const squares = rareA ** 2 + (1.5 * rareB) ** 2 + rareB ** 2;
  const wanted = (1.5 * rareA * rareA + rareB * 1.5 * rareB) / squares ** 0.25;
  near(product(S2.ofSeed(seed, STATISTICS), S2.ofOther(other, STATISTICS)), wanted);
  near(wanted, 2.7504);
});

test('PMRA weighs a term by how likely the paper is about it', () => {
  const seed = termCounts([], ['a', 'a', 'b', 'c'], 1);
  const other = termCounts([], ['a', 'b', 'd', 'e'], 1);
  // exp(.009·4) = 1.036656; 1/(1 + 1.036656) = .491001 for one, 1/(1 + .590909·1.036656) = .620132 for two occurrences.
  const wanted = 0.620132 * 0.491001 * IDF_A + 0.491001 * 0.491001 * IDF_B;
  near(product(PMRA.ofSeed(seed, STATISTICS), PMRA.ofOther(other, STATISTICS)), wanted);
});

test('BM25 takes the whole paper as the query', () => {
  const seed = termCounts([], ['a', 'a', 'b', 'c'], 1);
  const other = termCounts([], ['a', 'b', 'b', 'd'], 1);
  // At mean length tf·2.2/(tf+1.2): 1 for one, 1.375 for two occurrences.
  near(product(BM25.ofSeed(seed, STATISTICS), BM25.ofOther(other, STATISTICS)), 2 * IDF_A + 1.375 * IDF_B);
});

test('papers without words, or with none in common, have the score 0', () => {
  const none = termCounts([], [], 3);
  const some = termCounts(['a'], [], 3);
  for (const measure of [S2, PMRA, BM25]) {
    assert.equal(product(measure.ofSeed(none, STATISTICS), measure.ofOther(some, STATISTICS)), 0);
    assert.equal(product(measure.ofSeed(some, STATISTICS), measure.ofOther(none, STATISTICS)), 0);
    assert.equal(product(measure.ofSeed(some, STATISTICS), measure.ofOther(termCounts(['b'], [], 1), STATISTICS)), 0);
  }
});

test('nDCG@10 weighs places and knows how much could be had', () => {
  assert.equal(ndcg10([true, true], 2), 1);
  near(ndcg10([false, true, false], 1), 0.63093);
  near(ndcg10([true, false, true], 2), 1.5 / 1.63093);
  assert.equal(ndcg10([...Array<boolean>(10).fill(false), true], 1), 0);
  assert.equal(ndcg10([], 0), 0);
});

test('what papers share is told by the strongest terms, neighbours as one phrase, without words that say nothing', () => {
  const seed = new Map([['patient', 9], ['12', 8], ['failur', 5], ['sepsi', 4], ['heart', 3], ['ward', 2]]); // prettier-ignore
  const other = new Map([['patient', 9], ['12', 8], ['failur', 1], ['heart', 1], ['ward', 1]]); // prettier-ignore
  assert.deepEqual(sharedTerms(seed, other, [['heart', 'failur', '12', 'patient', 'ward']], 4), [
    ['heart', 'failur'],
    ['ward'],
  ]);
});

test('terms are written as the paper writes them', () => {
  const texts = ['Walking helps. In sepsis, TNF-α rises; heart-failure stays. Wards. Sepsis is', 'Sepsis on Wards'];
  const write = writtenAs(texts, [['sepsi'], ['heart', 'failur'], ['walk'], ['tnf'], ['rise', 'heart'], ['none']]);
  assert.deepEqual(write(['sepsi']), ['sepsis']);
  assert.deepEqual(write(['heart', 'failur']), ['heart-failure']);
  assert.deepEqual(write(['walk']), ['walking']);
  assert.deepEqual(write(['tnf']), ['TNF']);
  assert.deepEqual(write(['rise', 'heart']), ['rises', 'heart']);
  assert.deepEqual(write(['none']), []);
});
