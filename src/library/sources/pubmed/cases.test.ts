/** Faults that people met in other programs, each with the input that shows it: what a paper must say after it is read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Author, Paper } from '#model/index.ts';
import { AppError, isoDate, plainText } from '#model/index.ts';
import { extractDeletions, extractPaper, parseXml, RecordSplitter } from './index.ts';
import type { SplitPart } from './index.ts';

const CASES = new URL('../../../../tests/cases/', import.meta.url);

function partsOf(path: string): SplitPart[] {
  const splitter = new RecordSplitter();
  return [...splitter.push(readFileSync(new URL(path, CASES))), ...splitter.end()];
}

function papersOf(path: string): Paper[] {
  const records = partsOf(path).filter(({ kind }) => kind === 'record');
  return records.map(({ xml }) => extractPaper(parseXml(xml.toString('utf8'))));
}

function onlyPaper(path: string): Paper {
  const [paper, ...others] = papersOf(path);
  assert.ok(paper);
  assert.equal(others.length, 0);
  return paper;
}

const nameOf = ({ group, last, initials }: Author): string => group ?? `${last} ${initials}`;
const abstractOf = ({ abstract }: Paper): string =>
  (abstract?.sections ?? []).map(({ text }) => plainText(text)).join('\n');
const everything = (papers: readonly Paper[]): string => JSON.stringify(papers);

test('a title goes on after its italic words', () => {
  const [first, second, ...others] = papersOf('l01-italics-in-title/records.xml');
  assert.ok(first && second);
  assert.equal(others.length, 0);
  const title = 'Colonisation by Brontella quelli and loss of H2O2 in in vitro airway models: a long study.';
  assert.equal(plainText(first.title), title);
  assert.match(abstractOf(first), /The last sentence must survive\.$/);
  assert.match(everything([first]), /\["i","p"\]," = \.02\)/);
  assert.equal(plainText(second.title), 'quellAR-positive strains on a ward.');
});

test('a section with an empty label and bold blocks keeps its words and shows no label', () => {
  const { abstract } = onlyPaper('l02-abstract-bold-and-empty-label/records.xml');
  assert.ok(abstract);
  const labels = abstract.sections.map(({ label }) => label);
  assert.deepEqual(labels, [undefined, 'OBJECTIVE', 'BACKGROUND', 'CASE REPORT', 'CONCLUSIONS']);
  const [first, second] = abstract.sections.map(({ text }) => plainText(text));
  assert.equal(first, 'Bird: Adult Finding: Benign lump Measures: Drawing • Weighing');
  assert.equal(second, 'To show how a lump is weighed.');
  assert.equal(abstract.sections[0]?.category, undefined);
});

test('the ids of a paper are never those of one it cites or is commented by', () => {
  const papers = papersOf('l04-ids-of-the-references/records.xml');
  assert.deepEqual(
    papers.map(({ identifiers }) => [identifiers.pmid, identifiers.dois?.[0], identifiers.pmcid]),
    [
      ['99040001', '10.5555/attune.04.own', undefined],
      ['99040002', undefined, undefined],
      ['99040003', '10.5555/attune.04.eloc', undefined],
    ],
  );
  for (const { identifiers } of papers) assert.doesNotMatch(JSON.stringify(identifiers), /cited|9904900/);
  assert.deepEqual(papers[0]?.relations?.[0], {
    type: 'CommentIn',
    to: 'pm99049001',
    citation: 'J Invent Ward Med. 2021 Apr;12(4):200',
  });
});

test('a locator marked invalid is nowhere, and an article number is known without pages', () => {
  const paper = onlyPaper('l05-invalid-locator/records.xml');
  assert.deepEqual(paper.identifiers.dois, ['10.5555/attune.05.valid']);
  assert.doesNotMatch(everything([paper]), /withdrawn/);
  assert.deepEqual([paper.articleNumber, Object.hasOwn(paper, 'pages')], ['e0240731', false]);
});

test('the month of the issue and the day online are not mixed', () => {
  const { published, publishedOnline } = onlyPaper('l07-print-and-electronic-date/records.xml');
  assert.ok(published && publishedOnline);
  assert.deepEqual([isoDate(published), isoDate(publishedOnline)], ['2005-09', '2005-05-31']);
});

test('the heading of the reference list is not the journal', () => {
  const paper = onlyPaper('l08-reference-list-title/records.xml');
  assert.deepEqual(
    [paper.journal?.title, paper.journal?.abbreviation],
    ['Annals of imaginary nursing', 'Ann Imag Nurs'],
  );
  assert.doesNotMatch(everything([paper]), /REFERENCES/);
});

test('groups stand whole among the authors', () => {
  const { authors } = onlyPaper('l10-group-author/records.xml');
  assert.deepEqual(authors.map(nameOf), [
    'Quellmark A',
    'Feather and Down Study Group, Northern Arm',
    'Brontvale IT',
    'Lump Registry',
  ]);
});

test('a paper with investigators only, or with nobody, has no authors', () => {
  const papers = papersOf('l11-no-author-list/records.xml');
  assert.deepEqual(papers.map(({ authors }) => authors), [[], []]); // prettier-ignore
  assert.deepEqual(papers[0]?.investigators?.map(nameOf), ['Odderby L', 'Pfennig R']);
  assert.equal(papers[1]?.investigators, undefined);
});

test('an update file brings its deletions after its records', () => {
  assert.equal(papersOf('l13-delete-citation/1-baseline.xml').length, 3);
  const parts = partsOf('l13-delete-citation/2-update.xml');
  assert.deepEqual(parts.map(({ kind }) => kind), ['record', 'deletions']); // prettier-ignore
  assert.deepEqual(extractDeletions(parseXml(String(parts[1]?.xml))), ['99130002', '99139999']);
  assert.equal(papersOf('l13-delete-citation/2-update.xml')[0]?.title, 'Third paper, corrected wording.');
});

test('all qualifiers are there, and a topic is major by its qualifier alone', () => {
  const { mesh } = onlyPaper('l14-mesh-qualifiers/records.xml');
  assert.ok(mesh);
  assert.deepEqual(
    mesh[0]?.qualifiers?.map(({ name, major }) => [name, major ?? false]),
    [
      ['drug therapy', true],
      ['epidemiology', false],
      ['prevention & control', true],
    ],
  );
  const major = mesh.filter(({ major: own, qualifiers }) => own ?? qualifiers?.some((each) => each.major));
  assert.deepEqual(major.map(({ name }) => name), ['Delirium', 'Patient Readmission']); // prettier-ignore
});

test('versions of one record say which is the newer, whatever their order', () => {
  const papers = papersOf('l16-pmid-versions/records.xml');
  assert.deepEqual(new Set(papers.map(({ id }) => id)), new Set(['pm99160001']));
  const newest = papers.toSorted((left, right) => right.version - left.version)[0];
  assert.equal(newest?.title, 'Second version of a living report.');
  assert.notEqual(papers.at(-1), newest);
});

test('MathML in a title is read and the title goes on after it', () => {
  const paper = onlyPaper('l17-mathml/records.xml');
  assert.equal(plainText(paper.title), 'Feather counts when R0<1 in closed rooms.');
  assert.match(abstractOf(paper), /^We show that R0<1 holds for every room\.$/);
  assert.doesNotMatch(everything([paper]), /mml:|\[object/);
});

test('letters beyond the first plane are whole', () => {
  const paper = onlyPaper('l19-letters-beyond-16-bit/records.xml');
  assert.equal(paper.title, 'Distance of 12 𝑚𝑖𝑙𝑒𝑠 and slope 𝛽 between two rooms.');
  assert.match(abstractOf(paper), /Heart 🫀 and family 👩‍🔬\. 𠮷野 wrote the last words here\.$/);
  assert.equal(everything([paper]).isWellFormed(), true);
  assert.equal(paper.authors[0]?.last, '𠮷野');
});

test('a second document in one file is refused with the line it begins on', () => {
  const path = 'l20-glued-documents/glued.xml';
  const lines = readFileSync(new URL(path, CASES), 'utf8').split('\n');
  const second = lines.findIndex((line, at) => at > 0 && line.startsWith('<?xml')) + 1;
  assert.throws(
    () => partsOf(path),
    (thrown) => thrown instanceof AppError && thrown.message.includes(`A second document begins at line ${second}`),
  );
});
