/**
 * Holds the sample library to what a reader would check: every tie goes both ways, notices follow their papers,
 * percentages follow from their counts, and intervals hold their estimates.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FORMAT_TAGS, plainText } from '#model/index.ts';
import type { HistoryDate, Paper, Relation, RichText } from '#model/index.ts';

/** A day counted back from the making of the sample, and how much of it is shown. */
interface SampleDate {
  readonly daysAgo: number;
  readonly precision: 'day' | 'month' | 'year';
}

/** A paper as the file writes it: no id, dates as days before the making, ties by sample key. */
type SamplePaper = Omit<
  Paper,
  'id' | 'published' | 'publishedOnline' | 'history' | 'revised' | 'completed' | 'relations'
> & {
  readonly published?: SampleDate;
  readonly publishedOnline?: SampleDate;
  readonly history: readonly (Omit<HistoryDate, 'date'> & { readonly date: SampleDate })[];
  readonly revised?: SampleDate;
  readonly completed?: SampleDate;
  readonly relations?: readonly (Omit<Relation, 'to'> & { readonly to: string })[];
};

const lines = readFileSync(new URL('papers.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
// The tests below check the shape; what they do not check no reader of the file relies on.
const papers = lines.map((line) => JSON.parse(line) as SamplePaper);
const byKey = new Map(papers.map((paper) => [keyOf(paper), paper]));

const BOTH_WAYS = new Map([
  ['RetractionIn', 'RetractionOf'],
  ['ErratumIn', 'ErratumFor'],
  ['CommentIn', 'CommentOn'],
  ['UpdateIn', 'UpdateOf'],
]);
const NUMBER = String.raw`[−-]?\d[\d,]*(?:\.\d+)?`;

test('the sample library holds forty papers with the keys S0001 to S0040', () => {
  const expected = Array.from({ length: 40 }, (_, index) => `S${String(index + 1).padStart(4, '0')}`);
  assert.deepEqual(papers.map(keyOf), expected);
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

test('dates count back from today over eight years, a third of them within the last', () => {
  for (const paper of papers) {
    for (const date of datesOf(paper)) {
      assert.ok(Number.isInteger(date.daysAgo) && date.daysAgo >= 1, keyOf(paper));
      assert.ok(['day', 'month', 'year'].includes(date.precision), keyOf(paper));
    }
  }
  const within = (days: number): number => papers.filter((paper) => enteredDaysAgo(paper) <= days).length;
  assert.equal(within(8 * 365), papers.length);
  assert.ok(within(365) >= 13 && within(30) >= 6);
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

test('every tie leads to a paper of the sample and comes back from it', () => {
  const opposite = new Map([...BOTH_WAYS, ...[...BOTH_WAYS].map(([there, back]) => [back, there] as const)]);
  for (const { paper, relation } of ties()) {
    const other = paperOf(relation.to);
    assert.ok(opposite.has(relation.type), relation.type);
    assert.ok(
      other.relations?.some((back) => back.type === opposite.get(relation.type) && back.to === keyOf(paper)),
      `${keyOf(paper)} ${relation.type} ${relation.to}`,
    );
    assert.ok(relation.citation?.startsWith(`${other.journal?.abbreviation}. `), keyOf(paper));
    assert.doesNotMatch(relation.citation ?? '', /\b(19|20)\d\d\b/);
  }
});

test('a notice, a comment or an update never comes before its paper', () => {
  for (const { paper, relation } of ties()) {
    if (!BOTH_WAYS.has(relation.type)) continue;
    const [first, later] = [enteredDaysAgo(paper), enteredDaysAgo(paperOf(relation.to))];
    // An editorial comes in the issue of the paper it speaks of; the others need a paper that stands already.
    assert.ok(relation.type === 'CommentIn' ? later <= first : later < first, keyOf(paper));
  }
});

test('two papers are retracted, one is corrected, one guideline is replaced and three papers are commented on', () => {
  assert.deepEqual(keysOfType('Retracted Publication'), keysWith('RetractionIn'));
  assert.deepEqual(keysOfType('Retraction of Publication'), keysWith('RetractionOf'));
  assert.deepEqual(keysOfType('Published Erratum'), keysWith('ErratumFor'));
  assert.deepEqual(keysOfType('Comment'), keysWith('CommentOn'));
  const counts = ['RetractionIn', 'RetractionOf', 'ErratumIn', 'UpdateIn'].map((type) => keysWith(type).length);
  assert.deepEqual(counts, [2, 2, 1, 1]);
  assert.ok(keysWith('CommentOn').length >= 3);
  for (const key of keysWith('RetractionIn')) {
    assert.ok(paperOf(key).history.some((entry) => entry.event === 'retracted'));
  }
});

test('an editorial and a letter have no abstract, and of the notices only one has none', () => {
  const without = papers.filter((paper) => paper.abstract === undefined);
  const notices = without.filter((paper) => hasType(paper, 'Retraction of Publication'));
  assert.equal(notices.length, 1);
  assert.equal(without.length - notices.length, 2);
  assert.ok(['Editorial', 'Letter'].every((type) => without.some((paper) => hasType(paper, type))));
});

test('one paper is in German, with its own title beside the English one in brackets', () => {
  const foreign = papers.filter((paper) => !paper.languages.includes('eng'));
  assert.deepEqual(foreign, papers.filter((paper) => paper.vernacularTitle !== undefined)); // prettier-ignore
  assert.deepEqual(foreign.map((paper) => paper.languages), [['ger']]); // prettier-ignore
  assert.match(plainText(foreign[0]?.title ?? ''), /^\[.+\]$/);
});

test('a protocol carries the registration of its trial', () => {
  const registrations = (type: string): string[] =>
    papers.filter((paper) => hasType(paper, type)).flatMap(registrationsOf);
  const ofTrials = registrations('Randomized Controlled Trial');
  assert.ok(registrations('Clinical Trial Protocol').every((registration) => ofTrials.includes(registration)));
  for (const registration of ofTrials) assert.match(registration, /^SAMPLE-TRIALS SAMPLE-TRIAL-\d{4}$/);
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
    assert.ok(met.length >= 3, `${search} meets ${met.length}`);
  }
});

test('no two abstracts share eight words in a row', () => {
  const seen = new Map<string, string>();
  for (const paper of papers) {
    const words = [
      ...abstractsOf(paper)
        .toLowerCase()
        .matchAll(/[\p{L}\p{N}]+/gu),
    ].map(String);
    for (let at = 0; at + 8 <= words.length; at += 1) {
      const run = words.slice(at, at + 8).join(' ');
      const owner = seen.get(run) ?? keyOf(paper);
      assert.equal(owner, keyOf(paper), `“${run}”`);
      seen.set(run, owner);
    }
  }
});

test('every percentage in an abstract follows from its counts', () => {
  const pattern = /(\d[\d,]*)(?: of (?:(?:these|those|the) )?|\/)(\d[\d,]*)(?: \p{L}+){0,3} \((\d+(?:\.(\d+))?)%/gu;
  let checked = 0;
  for (const paper of papers) {
    for (const [found, part, whole, percent, decimals = ''] of abstractsOf(paper).matchAll(pattern)) {
      const off = Math.abs((100 * valueOf(part)) / valueOf(whole) - valueOf(percent));
      assert.ok(off <= 0.5 * 10 ** -decimals.length + 1e-9, `${keyOf(paper)}: ${found}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 80, `${checked} percentages were found`);
});

test('every 95% interval in an abstract holds the estimate before it', () => {
  const interval = String.raw`95% (?:CI|credible interval) (${NUMBER}) to (${NUMBER})`;
  const pattern = new RegExp(String.raw`(${NUMBER})%?[^\d();,]{0,30}[;,]? ?\(?${interval}`, 'gu');
  let checked = 0;
  for (const paper of papers) {
    const text = abstractsOf(paper);
    const found = [...text.matchAll(pattern)];
    const stated = [...text.matchAll(/95% (CI|credible)/gu)];
    assert.equal(found.length, stated.length, `${keyOf(paper)}: an interval stands apart from its estimate`);
    for (const [words, estimate, low, high] of found) {
      const inside = valueOf(low) <= valueOf(estimate) && valueOf(estimate) <= valueOf(high);
      assert.ok(inside && valueOf(low) < valueOf(high), `${keyOf(paper)}: ${words}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 60, `${checked} intervals were found`);
});

function keyOf(paper: SamplePaper): string {
  return paper.identifiers.sample ?? '';
}

function paperOf(key: string): SamplePaper {
  const paper = byKey.get(key);
  assert.ok(paper !== undefined, `${key} is not in the sample`);
  return paper;
}

function ties(): { paper: SamplePaper; relation: Omit<Relation, 'to'> & { readonly to: string } }[] {
  return papers.flatMap((paper) => (paper.relations ?? []).map((relation) => ({ paper, relation })));
}

function keysWith(relationType: string): string[] {
  return papers.filter(({ relations }) => relations?.some(({ type }) => type === relationType)).map(keyOf);
}

function keysOfType(type: string): string[] {
  return papers.filter((paper) => hasType(paper, type)).map(keyOf);
}

function hasType(paper: SamplePaper, type: string): boolean {
  return paper.publicationTypes.some((term) => term.name === type);
}

function registrationsOf(paper: SamplePaper): string[] {
  return (paper.databanks ?? []).flatMap(({ name, accessions }) => (accessions ?? []).map((one) => `${name} ${one}`));
}

function enteredDaysAgo(paper: SamplePaper): number {
  const entered = paper.history.find((entry) => entry.event === 'entrez');
  assert.ok(entered !== undefined, `${keyOf(paper)} does not say when it entered`);
  return entered.date.daysAgo;
}

function datesOf({ published, publishedOnline, revised, completed, history }: SamplePaper): SampleDate[] {
  const all = [published, publishedOnline, revised, completed, ...history.map((entry) => entry.date)];
  return all.filter((date) => date !== undefined);
}

function abstractsOf(paper: SamplePaper): string {
  const all = [paper.abstract, ...(paper.otherAbstracts ?? [])].filter((abstract) => abstract !== undefined);
  return all.flatMap((abstract) => abstract.sections.map((section) => plainText(section.text))).join('\n');
}

function textsOf({ title, abstract, keywords }: SamplePaper): RichText[] {
  return [title, ...[...(abstract?.sections ?? []), ...(keywords ?? [])].map(({ text }) => text)];
}

function tagsOf(text: RichText): string[] {
  return typeof text === 'string' ? [] : text.flatMap((node) => (typeof node === 'string' ? [] : [node[0]]));
}

function wordsIn(paper: SamplePaper): string {
  return `${plainText(paper.title)} ${abstractsOf(paper)}`.toLowerCase();
}

/** Numbers as abstracts print them: `−1,204.5`, with a true minus sign and commas between thousands. */
function valueOf(printed: string | undefined): number {
  return Number((printed ?? '').replaceAll(',', '').replace('−', '-'));
}

function assertNothingEmpty(value: unknown, where: string): void {
  assert.notEqual(value, null, where);
  assert.notEqual(value, '', where);
  if (typeof value !== 'object' || value === null) return;
  assert.notDeepEqual(Object.keys(value), [], where);
  for (const [name, child] of Object.entries(value)) assertNothingEmpty(child, `${where} ${name}`);
}
