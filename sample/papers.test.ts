/**
 * Holds the sample library, written by hand and composed, to what a reader would check of a record: keys, dates, markup,
 * languages, people, and searches that meet several papers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_TAGS, plainText } from '#model/index.ts';
import type { RichText } from '#model/index.ts';
import { byHand, composed, datesOf, enteredDaysAgo, hasType, keysOfType, papers } from './compose/reading.ts';
import { abstractsOf, keyOf } from './compose/sample-paper.ts';
import type { SamplePaper } from './compose/sample-paper.ts';

test('the sample library holds forty papers by hand and at least 260 composed, under keys without a gap', () => {
  assert.equal(byHand.length, 40);
  assert.ok(composed.length >= 260 && papers.length >= 300, `${papers.length} papers`);
  assert.deepEqual(
    papers.map(keyOf),
    papers.map((_, index) => `S${String(index + 1).padStart(4, '0')}`),
  );
});

test('a sample paper cannot be taken for a real one', () => {
  for (const paper of papers) {
    assert.equal(paper.source, 'sample');
    assert.equal(paper.version, 1);
    assert.ok(!('id' in paper));
    assert.ok(Object.keys(paper.identifiers).every((name) => name === 'sample' || name === 'dois'));
    for (const doi of paper.identifiers.dois ?? []) {
      assert.equal(doi, `10.5555/attune.sample.${keyOf(paper).slice(1)}`);
    }
  }
  assert.ok(papers.filter((paper) => paper.identifiers.dois === undefined).length >= 2);
});

test('what a sample paper does not have is absent, never null or empty', () => {
  for (const paper of papers) {
    const { authors, ...rest } = paper;
    for (const part of [rest, ...authors]) assertNothingEmpty(part, keyOf(paper));
  }
});

test('dates count back from today over eight years, a third of them within the last and forty in a month', () => {
  for (const paper of papers) {
    for (const date of datesOf(paper)) {
      assert.ok(Number.isInteger(date.daysAgo) && date.daysAgo >= 1, keyOf(paper));
      assert.ok(['day', 'month', 'year'].includes(date.precision), keyOf(paper));
    }
  }
  const within = (days: number): number => papers.filter((paper) => enteredDaysAgo(paper) <= days).length;
  assert.equal(within(8 * 365), papers.length);
  assert.ok(within(365) >= papers.length / 3, `${within(365)} in the last year`);
  assert.ok(within(30) >= 36 && within(30) <= 50, `${within(30)} in the last month`);
});

test('a manuscript is received, accepted, entered and revised in that order', () => {
  for (const paper of papers) {
    const steps = ['received', 'accepted', 'entrez', 'retracted']
      .map((event) => paper.history.find((entry) => entry.event === event)?.date.daysAgo)
      .concat(paper.revised?.daysAgo)
      .filter((daysAgo) => daysAgo !== undefined);
    const inOrder = steps.toSorted((a, b) => b - a);
    assert.deepEqual(steps, inOrder, keyOf(paper));
  }
});

test('editorials and some letters have no abstract, and everything that reports a study has one', () => {
  const without = papers.filter((paper) => paper.abstract === undefined);
  assert.ok(without.length >= 6, `${without.length} without an abstract`);
  for (const paper of without)
    assert.ok(
      ['Editorial', 'Letter', 'Retraction of Publication'].some((type) => hasType(paper, type)),
      keyOf(paper),
    );
});

test('several papers are in other languages, with their own titles beside the English ones in brackets', () => {
  const foreign = papers.filter((paper) => !paper.languages.includes('eng'));
  assert.deepEqual(foreign, papers.filter((paper) => paper.vernacularTitle !== undefined)); // prettier-ignore
  assert.ok(new Set(foreign.flatMap((paper) => paper.languages)).size >= 6);
  for (const paper of foreign) assert.match(plainText(paper.title), /^\[.+\]$/);
});

test('the sample shows group authors, a plain-language summary and markup', () => {
  assert.ok(papers.some((paper) => paper.authors.some((author) => author.group !== undefined)));
  assert.ok(papers.flatMap((paper) => paper.otherAbstracts ?? []).some((o) => o.type === 'plain-language-summary'));
  const used = new Set(papers.flatMap(textsOf).flatMap(tagsOf));
  assert.ok(['i', 'sub', 'sup'].every((tag) => used.has(tag)));
  for (const tag of used) assert.ok((FORMAT_TAGS as readonly string[]).includes(tag), tag);
});

test('ORCID iDs have a right check digit and stand outside the block given to people', () => {
  for (const author of papers.flatMap((paper) => paper.authors)) {
    if (author.orcid === undefined) continue;
    assert.match(author.orcid, /^0000-0009-9\d{3}-\d{3}[\dX]$/);
    const digits = [...author.orcid.replaceAll('-', '')].map((digit) => (digit === 'X' ? 10 : Number(digit)));
    // ISO 7064 MOD 11-2: weighed by powers of two from the right, all sixteen leave 1.
    const left = digits.reduce((rest, digit) => (rest * 2 + digit) % 11, 0);
    assert.equal(left, 1, author.orcid);
  }
});

test('common searches meet several papers', () => {
  for (const search of ['heart failure readmission', 'sepsis', 'delirium', 'discharge', 'antibiotic', 'handover']) {
    const words = search.split(' ');
    const met = papers.filter((paper) => words.every((word) => wordsIn(paper).includes(word)));
    assert.ok(met.length >= 6, `${search} meets ${met.length}`);
  }
});

test('the library holds papers of every kind that a reader meets', () => {
  const least = {
    'Randomized Controlled Trial': 60,
    'Observational Study': 80,
    'Systematic Review': 25,
    Review: 4,
    'Practice Guideline': 8,
    'Case Reports': 10,
    'Clinical Trial Protocol': 7,
    Preprint: 10,
    Editorial: 6,
    Letter: 8,
  };
  for (const [type, count] of Object.entries(least))
    assert.ok(keysOfType(type).length >= count, `${type}: ${keysOfType(type).length}`);
  const meshed = (name: string): number => papers.filter(({ mesh }) => mesh?.some((heading) => heading.name === name)).length; // prettier-ignore
  assert.ok(meshed('Qualitative Research') >= 12, `${meshed('Qualitative Research')} interviews`);
  assert.ok(meshed('Cost-Benefit Analysis') >= 5, `${meshed('Cost-Benefit Analysis')} economic evaluations`);
  assert.ok(meshed('Sensitivity and Specificity') >= 8, `${meshed('Sensitivity and Specificity')} of accuracy`);
});

function textsOf({ title, abstract, keywords }: SamplePaper): RichText[] {
  return [title, ...[...(abstract?.sections ?? []), ...(keywords ?? [])].map(({ text }) => text)];
}

function tagsOf(text: RichText): string[] {
  return typeof text === 'string' ? [] : text.flatMap((node) => (typeof node === 'string' ? [] : [node[0]]));
}

function wordsIn(paper: SamplePaper): string {
  return `${plainText(paper.title)} ${abstractsOf(paper)}`.toLowerCase();
}

function assertNothingEmpty(value: unknown, where: string): void {
  assert.notEqual(value, null, where);
  assert.notEqual(value, '', where);
  if (typeof value !== 'object' || value === null) return;
  assert.notDeepEqual(Object.keys(value), [], where);
  for (const [name, child] of Object.entries(value)) assertNothingEmpty(child, `${where} ${name}`);
}
