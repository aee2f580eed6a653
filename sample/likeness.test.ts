/**
 * Holds the sample library to being many papers and not one in many coats: no shared runs of words, no near-duplicates,
 * titles apart; and to being dense: what is nearest to a paper written by hand is mostly of its field.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '#model/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';
import { jaccard, runsOf, wordsOf } from './compose/distinct.ts';
import { FIELDS } from './compose/facts.ts';
import { byHand, hasType, papers } from './compose/reading.ts';
import { abstractsOf, keyOf } from './compose/sample-paper.ts';
import type { SamplePaper } from './compose/sample-paper.ts';

// The file is written by compose.ts, which knows no other shape.
const fields = JSON.parse(readFileSync(new URL('fields.json', import.meta.url), 'utf8')) as Record<string, string>;

test('no two abstracts share eight words in a row', () => {
  const seen = new Map<string, string>();
  for (const paper of papers) {
    for (const run of runsOf(abstractsOf(paper), 8)) {
      const owner = seen.get(run) ?? keyOf(paper);
      assert.equal(owner, keyOf(paper), `“${run}”`);
      seen.set(run, owner);
    }
  }
});

test('no paper is a near-duplicate of another', () => {
  const shingles = papers.map((paper) => runsOf(`${plainText(paper.title)}\n${abstractsOf(paper)}`, 3));
  for (const [at, one] of shingles.entries()) {
    for (let next = at + 1; next < shingles.length; next += 1) {
      const [paper, other] = [papers[at], papers[next]];
      if (paper === undefined || other === undefined || isNoticeOf(paper, other)) continue;
      const alike = jaccard(one, shingles[next] ?? new Set());
      assert.ok(alike < 0.12, `${keyOf(paper)} and ${keyOf(other)}: ${alike.toFixed(3)}`);
    }
  }
});

test('no two titles are alike, but that a notice repeats the title of its paper', () => {
  const titles = papers.map((paper) => new Set(wordsOf(plainText(paper.title)).filter((word) => !isStopWord(word))));
  for (const [at, one] of titles.entries()) {
    for (let next = at + 1; next < titles.length; next += 1) {
      const [paper, other] = [papers[at], papers[next]];
      if (paper === undefined || other === undefined || isNoticeOf(paper, other)) continue;
      const alike = jaccard(one, titles[next] ?? new Set());
      assert.ok(alike < 0.6, `${keyOf(paper)} and ${keyOf(other)}: ${alike.toFixed(2)}`);
    }
  }
});

test('every paper has a field, and each field has at least sixty papers', () => {
  assert.deepEqual(Object.keys(fields), papers.map(keyOf)); // prettier-ignore
  for (const field of FIELDS) assert.ok(Object.values(fields).filter((one) => one === field).length >= 60, field);
});

test('what is nearest to a paper written by hand is mostly of its field', () => {
  const vectors = vectorsOf(papers);
  const counted = byHand.map((paper, at) => {
    const same = nearest(vectors, at, 10).map((other) => fields[keyOf(other)] === fields[keyOf(paper)]);
    return { key: keyOf(paper), first: same[0] === true, five: same.slice(0, 5).filter(Boolean).length, ten: same.filter(Boolean).length }; // prettier-ignore
  });
  const sum = (of: 'five' | 'ten'): number => counted.reduce((total, one) => total + one[of], 0);
  // Fields meet: a costing of heart failure care is near other costings, a handover about delirium near other handovers.
  assert.ok(counted.filter(({ first }) => first).length >= 37, 'the nearest');
  assert.ok(sum('five') >= 0.85 * 5 * byHand.length, `${sum('five')} of the five nearest`);
  assert.ok(sum('ten') >= 0.72 * 10 * byHand.length, `${sum('ten')} of the ten nearest`);
  for (const { key, ten } of counted) assert.ok(ten >= 4, `${key} has ${ten} of its field among its ten nearest`);
});

function isNoticeOf(one: SamplePaper, two: SamplePaper): boolean {
  const isNotice = [one, two].some((paper) =>
    ['Retraction of Publication', 'Published Erratum', 'Expression of Concern'].some((type) => hasType(paper, type)),
  );
  const isUpdate = one.relations?.some(({ type }) => type.startsWith('Update')) === true;
  return (isNotice || isUpdate) && (one.relations ?? []).some(({ to }) => to === keyOf(two));
}

function nearest(vectors: readonly ReadonlyMap<string, number>[], at: number, count: number): SamplePaper[] {
  const own = vectors[at] ?? new Map<string, number>();
  const scored = papers.map((paper, index) => ({ paper, index, score: product(own, vectors[index] ?? new Map()) }));
  return scored
    .filter(({ index }) => index !== at)
    .toSorted((one, two) => two.score - one.score)
    .slice(0, count)
    .map(({ paper }) => paper);
}

function product(one: ReadonlyMap<string, number>, two: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of one) sum += weight * (two.get(word) ?? 0);
  return sum;
}

/** Tf-idf of the words (not the figures) of title, abstract and MeSH, of length 1. */
function vectorsOf(all: readonly SamplePaper[]): Map<string, number>[] {
  const counts = all.map((paper) => {
    const mesh = (paper.mesh ?? []).map(({ name }) => name).join('\n');
    const counted = new Map<string, number>();
    for (const word of stemsOf(`${plainText(paper.title)}\n${abstractsOf(paper)}\n${mesh}`))
      counted.set(word, (counted.get(word) ?? 0) + 1);
    return counted;
  });
  const papersWith = new Map<string, number>();
  for (const counted of counts)
    for (const word of counted.keys()) papersWith.set(word, (papersWith.get(word) ?? 0) + 1);
  return counts.map((counted) => {
    // A word of one or two papers alone tells of chance and not of a subject.
    const shared = [...counted].filter(([word]) => (papersWith.get(word) ?? 0) >= 3);
    const weighed = shared.map(([word, count]) => [word, count * Math.log(all.length / (papersWith.get(word) ?? 1))] as const); // prettier-ignore
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weighed.map(([word, weight]) => [word, weight / length]));
  });
}

function stemsOf(text: string): string[] {
  return wordForms(text).filter((word) => !isStopWord(word) && !/^\d/.test(word)).map(stem); // prettier-ignore
}
