import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Author } from '#model/index.ts';
import { citeAma, citeVancouver } from './citation.ts';
import { madeUpPaper } from '../../../tests/_made-up-paper.ts';
import { firstAndLastPage, fullPages, shortPages } from './pages.ts';

const person = (last: string, initials: string, suffix?: string): Author => ({
  last,
  initials,
  ...(suffix === undefined ? {} : { suffix }),
});

test('a citation has everything in the order of its style', () => {
  const rest = 'Quellmark A, Brontvale IT. Lumps in hedgehogs. J Invent Ward Med. 2021';
  assert.equal(citeVancouver(madeUpPaper()), `${rest} Mar;12(3):101-9. doi: 10.5555/attune.1. PMID: 99000001.`);
  assert.equal(citeAma(madeUpPaper()), `${rest};12(3):101-109. doi:10.5555/attune.1`);
});

test('the number of a paper without pages stands in their place', () => {
  const { pages: _pages, ...numbered } = madeUpPaper({
    articleNumber: 'e0240731',
    journal: { medlineName: 'J', volume: '12' },
  });
  for (const cite of [citeVancouver, citeAma]) assert.match(cite(numbered), /;12:e0240731\. /);
});

test('print month and electronic day are not mixed', () => {
  const paper = madeUpPaper({
    published: { year: 2005, month: 9 },
    publishedOnline: { year: 2005, month: 5, day: 31 },
  });
  assert.match(citeVancouver(paper), / 2005 Sep;12\(3\):101-9\. .*Epub 2005 May 31\./);
  assert.doesNotMatch(citeVancouver(paper), /Sep 31/);
});

test('groups stand between persons and are not split', () => {
  const authors = [
    person('Quellmark', 'A'),
    { group: 'Feather and Down Study Group, Northern Arm' },
    person('Brontvale', 'IT'),
  ];
  const line = 'Quellmark A; Feather and Down Study Group, Northern Arm; Brontvale IT; Lump Registry. ';
  const paper = madeUpPaper({ authors: [...authors, { group: 'Lump Registry' }] });
  for (const cite of [citeVancouver, citeAma]) assert.ok(cite(paper).startsWith(line));
});

test('without an author the citation begins with the title', () => {
  const paper = madeUpPaper({ authors: [], investigators: [person('Odderby', 'L')] });
  for (const cite of [citeVancouver, citeAma]) assert.ok(cite(paper).startsWith('Lumps in hedgehogs. '));
});

test('a suffix is no initial', () => {
  const authors = [
    person('de Quellmark', 'WF', 'Jr'),
    person('Brontvale', 'AB', '3rd'),
    person('Sternquist', 'J'),
    person("van 't Odderby", 'L'),
    person('Ng', 'X'),
  ];
  const line = "de Quellmark WF Jr, Brontvale AB 3rd, Sternquist J, van 't Odderby L, Ng X. ";
  for (const cite of [citeVancouver, citeAma]) assert.ok(cite(madeUpPaper({ authors })).startsWith(line));
});

test('of more than six authors Vancouver names six and AMA three', () => {
  const authors = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((last) => person(last, 'X'));
  assert.match(citeVancouver(madeUpPaper({ authors })), /^A X, B X, C X, D X, E X, F X, et al\. /);
  assert.match(citeAma(madeUpPaper({ authors })), /^A X, B X, C X, et al\. /);
  assert.match(citeAma(madeUpPaper({ authors: authors.slice(0, 6) })), /^A X, B X, C X, D X, E X, F X\. /);
});

test('page ranges are shortened for NLM and whole for everyone else, and never run backwards', () => {
  const pairs = [
    ['852-7', '852-857'], ['1418-21', '1418-1421'], ['1293-304', '1293-1304'], ['S12-9', 'S12-S19'], ['e12-9', 'e12-e19'],
    ['45, 61-3', '45, 61-63'], ['100-4; discussion 104-5', '100-104; discussion 104-105'], ['268S-98S', '268S-298S'],
  ] as const; // prettier-ignore
  for (const [short, full] of pairs) assert.equal(fullPages(short), full);
  for (const same of ['318.e1-318.e6', 'xii-xiv', '2147483648123456', 'e117', '251-420.11'])
    assert.equal(fullPages(same), same);
  assert.equal(fullPages('823-8.e1'), '823-828.e1');
  for (const [short, full] of pairs.slice(0, 7)) assert.equal(shortPages(full), short);
  assert.deepEqual(firstAndLastPage('852-7'), { first: '852', last: '857' });
  assert.deepEqual(firstAndLastPage('45, 61-3'), { first: '45' });
  assert.deepEqual(firstAndLastPage('xii-xiv'), { first: 'xii', last: 'xiv' });
});

test('a retracted paper, a preprint and a translation are named as what they are', () => {
  const notices = [{ kind: 'retracted', text: 'This paper was retracted.' }] as const;
  assert.match(citeVancouver(madeUpPaper(), notices), /Lumps in hedgehogs \[Retracted\]\. /);
  assert.match(citeAma(madeUpPaper(), notices), /Lumps in hedgehogs \[Retracted\]\. /);
  const preprint = madeUpPaper({ publicationTypes: [{ name: 'Preprint' }], journal: { medlineName: 'ImagRxiv' } });
  assert.match(citeVancouver(preprint), /hedgehogs \[Preprint\]\. ImagRxiv\. 2021 Mar/);
  assert.match(citeAma(preprint), /ImagRxiv\. Preprint posted online March 2021\. doi:/);
  const german = madeUpPaper({ title: '[Lumps].', languages: ['ger'] });
  assert.match(citeVancouver(german), /\. \[Lumps\]\. J Invent.*101-9\. German\. doi/);
  assert.match(citeAma(german), /\. \[Lumps\]\. Article in German\. J Invent/);
});

test('a chapter is cited in its book', () => {
  const book = { title: 'Ward Reviews', publisher: 'Feather Press', place: 'Ulm', editors: [person('Odderby', 'L')] };
  const {
    journal: _journal,
    pages: _pages,
    ...chapter
  } = madeUpPaper({ kind: 'book', book, identifiers: { pmid: '1' } });
  const start = 'Quellmark A, Brontvale IT. Lumps in hedgehogs. In: Odderby L';
  assert.equal(citeVancouver(chapter), `${start}, editor. Ward Reviews. Ulm: Feather Press; 2021 Mar. PMID: 1.`);
  assert.equal(citeAma(chapter), `${start}, ed. Ward Reviews. Feather Press; 2021. PMID: 1`);
});
