/** Which field goes where: the table of docs/exporting.md against what papers with every field come to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { packageRoot } from '../_package.ts';
import { article, chapter, COMPLETE, preprint, sampleNote, wholeBook } from './_complete-papers.ts';
import { readCsl, written } from './_exported.ts';
import { readBibtex, readCsv, readNbib, readRis, valuesOf } from './_readers.ts';
import type { Lines } from './_readers.ts';

const HEAD = ['Of the paper', 'RIS', 'NBIB', 'BibTeX', 'CSL-JSON', 'CSV'];

/** The names in one column of the table. */
function documented(format: string): Set<string> {
  const page = readFileSync(join(packageRoot, 'docs/exporting.md'), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const start = rows.findIndex((row) => row[0] === HEAD[0]);
  assert.deepEqual(rows[start], HEAD);
  const column = HEAD.indexOf(format);
  return new Set(
    rows
      .slice(start + 1)
      .flatMap((row) => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '')),
  );
}

const tagsOf = (records: readonly Lines[]): Set<string> => new Set(records.flat().map(([tag]) => tag));

suite('every field written is in the table of the page, and no other:', () => {
  test('RIS', async () => assert.deepEqual(tagsOf(readRis(await written(COMPLETE, 'ris'))), documented('RIS')));

  test('NBIB', async () => assert.deepEqual(tagsOf(readNbib(await written(COMPLETE, 'nbib'))), documented('NBIB')));

  test('BibTeX', async () => {
    const names = readBibtex(await written(COMPLETE, 'bibtex')).flatMap(({ fields }) => Object.keys(fields));
    assert.deepEqual(new Set(names), documented('BibTeX'));
  });

  test('CSL-JSON', async () => {
    const names = readCsl(await written(COMPLETE, 'csl-json')).flatMap((item) => Object.keys(item));
    assert.deepEqual(new Set(names), documented('CSL-JSON'));
  });

  test('CSV', async () => {
    const [row = {}] = readCsv(await written(COMPLETE, 'csv'));
    assert.deepEqual(new Set(Object.keys(row)), documented('CSV'));
  });
});

suite('an article', () => {
  test('in RIS', async () => {
    const [lines = []] = readRis(await written([article], 'ris'));
    assert.deepEqual(
      lines.filter(([tag]) => tag !== 'N1'),
      [
        ['TY', 'JOUR'],
        ['AU', 'Quellmark, Ada, Jr'],
        ['AU', 'Brontvale, IT'],
        ['AU', 'Down and Feather Group'],
        ['TI', 'Loss of H2O in Erinaceus & kin'],
        ['T2', 'Journal of invented ward medicine'],
        ['J2', 'J Invent Ward Med'],
        ['PY', '2021'],
        ['DA', '2021/03//'],
        ['VL', '12'],
        ['IS', '3'],
        ['SP', '101'],
        ['EP', '109'],
        ['SN', '9993-0013'],
        ['SN', '9993-0021'],
        ['DO', '10.5555/attune.1'],
        ['AN', '99000001'],
        ['C2', 'PMC99000001'],
        ['UR', 'https://doi.org/10.5555/attune.1'],
        ['L2', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC99000001/'],
        ['AB', 'BACKGROUND: Hedgehogs dry out. They do.'],
        ['KW', 'Hedgehogs/physiology'],
        ['KW', 'Heart Failure, Diastolic'],
        ['KW', 'lump'],
        ['KW', 'feather and down'],
        ['LA', 'ger'],
        ['LA', 'eng'],
        ['DB', 'PubMed'],
        [
          'DP',
          'Record from PubMed, courtesy of the U.S. National Library of Medicine, data of 15 January 2024. NLM does not endorse this product.',
        ],
        ['ER', ''],
      ],
    );
    assert.deepEqual(valuesOf(lines, 'N1').slice(3), [
      'The source names only some of the authors.',
      'Original title: Wasserverlust bei Igeln',
    ]);
  });

  test('in NBIB, wrapped behind its tags as PubMed wraps it', async () => {
    const text = await written([article], 'nbib');
    assert.ok(text.startsWith('PMID- 99000001\nSTAT- MEDLINE\nDCOM- 20210603\nLR  - 20240115\nIS  - 9993-0013\n'));
    const [lines = []] = readNbib(text);
    const has = (tag: string, ...values: string[]): void => assert.deepEqual(valuesOf(lines, tag), values);
    has('TI', 'Loss of H2O in Erinaceus & kin.');
    has('TT', 'Wasserverlust bei Igeln.');
    has('FAU', 'Quellmark, Ada Jr', 'Brontvale, IT');
    has('AU', 'Quellmark A Jr', 'Brontvale IT');
    has('AUID', 'ORCID: 0000-0009-9000-107X');
    has('CN', 'Down and Feather Group');
    has('MH', '*Hedgehogs/*physiology', 'Heart Failure, Diastolic');
    has('OT', '*lump', 'feather and down');
    has('RIN', 'J Invent Ward Med. 2022;13:1. PMID: 99000002');
    has('RN', '059QF0KO0R (Water)');
    has('SI', 'ClinicalTrials.gov/NCT99990001');
    has(
      'PHST',
      '2020/11 [received]',
      '2021/03/01 00:00 [entrez]',
      '2021/03/02 00:00 [pubmed]',
      '2021/06/03 00:00 [medline]',
    );
    has('SO', 'J Invent Ward Med. 2021 Mar;12(3):101-9. doi: 10.5555/attune.1. Epub 2021 Feb 28.');
    for (const line of text.split('\n')) assert.ok(line.length <= 88, line);
  });

  test('in BibTeX', async () => {
    const [{ type, key, fields } = assert.fail()] = readBibtex(await written([article], 'bibtex'));
    assert.deepEqual([type, key], ['article', 'Quellmark2021pm99000001']);
    const { note: _note, ...rest } = fields;
    assert.deepEqual(rest, {
      author: 'Quellmark, Jr, Ada and Brontvale, I T and {Down and Feather Group} and others',
      title: 'Loss of {H}\\textsubscript{2}{O} in \\textit{Erinaceus} \\& kin',
      origtitle: 'Wasserverlust bei Igeln',
      journal: 'Journal of invented ward medicine',
      shortjournal: 'J Invent Ward Med',
      year: '2021',
      month: 'mar',
      volume: '12',
      number: '3',
      pages: '101--109',
      issn: '9993-0013, 9993-0021',
      doi: '10.5555/attune.1',
      pmid: '99000001',
      pmcid: 'PMC99000001',
      language: 'German, English',
      keywords: 'Hedgehogs/physiology; Heart Failure, Diastolic; lump; feather and down',
      abstract: 'BACKGROUND: Hedgehogs dry out. They do.',
    });
  });

  test('in CSL-JSON', async () => {
    const [{ note: _note, custom, ...item } = assert.fail()] = readCsl(await written([article], 'csl-json'));
    assert.deepEqual(item, {
      id: 'pm99000001',
      type: 'article-journal',
      'citation-key': 'Quellmark2021pm99000001',
      title: 'Loss of H<sub>2</sub>O in <i>Erinaceus</i> & kin',
      'original-title': 'Wasserverlust bei Igeln',
      author: [
        { family: 'Quellmark', given: 'Ada', suffix: 'Jr' },
        { family: 'Brontvale', given: 'I T' },
        { literal: 'Down and Feather Group' },
      ],
      'container-title': 'Journal of invented ward medicine',
      'container-title-short': 'J Invent Ward Med',
      ISSN: '9993-0013, 9993-0021',
      issued: { 'date-parts': [[2021, 3]] },
      'available-date': { 'date-parts': [[2021, 2, 28]] },
      volume: '12',
      issue: '3',
      page: '101-109',
      'page-first': '101',
      DOI: '10.5555/attune.1',
      PMID: '99000001',
      PMCID: 'PMC99000001',
      URL: 'https://doi.org/10.5555/attune.1',
      language: 'de',
      abstract: 'BACKGROUND: Hedgehogs dry out. They do.',
      keyword: 'lump; feather and down',
      source: 'PubMed',
    });
    const { mesh, 'authors-complete': complete } = custom as Record<string, unknown>;
    assert.deepEqual([mesh, complete], [['Hedgehogs/physiology', 'Heart Failure, Diastolic'], false]);
  });
});

suite('the kind of a paper', () => {
  test('is a chapter, a book, a preprint or an article in each format', async () => {
    const papers = [article, chapter, wholeBook, preprint];
    const ris = readRis(await written(papers, 'ris')).map((lines) => valuesOf(lines, 'TY')[0]);
    assert.deepEqual(ris, ['JOUR', 'CHAP', 'BOOK', 'JOUR']);
    const types = readBibtex(await written(papers, 'bibtex')).map(({ type }) => type);
    assert.deepEqual(types, ['article', 'incollection', 'book', 'article']);
    const items = readCsl(await written(papers, 'csl-json')).map(({ type, genre }) => [type, genre]);
    assert.deepEqual(items, [
      ['article-journal', undefined],
      ['chapter', undefined],
      ['book', undefined],
      ['article', 'Preprint'],
    ]);
  });

  test('says who edited: a chapter’s book and a whole book have different tags in RIS', async () => {
    const [part = [], whole = []] = readRis(await written([chapter, wholeBook], 'ris'));
    assert.deepEqual([valuesOf(part, 'A2'), valuesOf(part, 'T2')], [['Sternquist, Jo'], ['All about Erinaceus']]);
    assert.deepEqual(
      [valuesOf(whole, 'A3'), valuesOf(whole, 'AU'), valuesOf(whole, 'T2')],
      [['Sternquist, Jo'], ['Lump Group'], []],
    );
  });

  test('a paper of the sample has no PMID and no address that leads anywhere', async () => {
    const [lines = []] = readNbib(await written([sampleNote], 'nbib'));
    assert.deepEqual([valuesOf(lines, 'PMID'), valuesOf(lines, 'OWN')], [[], ['SAMPLE (fictional)']]);
    const [ris = []] = readRis(await written([sampleNote], 'ris'));
    assert.deepEqual(
      [valuesOf(ris, 'UR'), valuesOf(ris, 'AN'), valuesOf(ris, 'DB')],
      [[], ['S9001'], ['Attune sample, fictional']],
    );
  });
});
