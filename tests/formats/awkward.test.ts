/** Text that other programs take for something else: formulas, markup, commands, ends of lines and of records. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Paper, RecordId } from '#model/index.ts';
import { abstractOf, madeUpPaper } from '../_made-up-paper.ts';
import { readCsl, written } from './_exported.ts';
import { printed, readBibtex, readCsv, readNbib, readRis, valuesOf } from './_readers.ts';

const LABELS: readonly string[] = [
  'Drying out 🦔👩🏽‍⚕️ at night',
  'long '.repeat(40).trim(),
  '=HYPERLINK("http://lump.example","see")',
  '<img src=x onerror="alert(1)">',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '50 % of {wards} & #1_a $x$ ~ ^ \\ | <b> } {',
  'A “quoted”, comma; semicolon "and quotes"',
];
const titled = (title: Paper['title'], index = 1): Paper =>
  madeUpPaper({ id: `pm9900010${index}` as RecordId, identifiers: { pmid: `9900010${index}` }, title });
const papers = LABELS.map((label, index) =>
  madeUpPaper({ ...titled(label, index), keywords: [{ text: label }], authors: [{ last: label, fore: 'X' }] }),
);

suite('odd labels stay text', () => {
  test('in a table, where only an apostrophe keeps a formula from running', async () => {
    const rows = readCsv(await written(papers, 'csv'));
    const kept = LABELS.map((label) => (/^[=@]/.test(label) ? `'${label}` : label));
    assert.deepEqual(
      rows.map((row) => [row['title'], row['keywords']]),
      kept.map((label) => [label, label]),
    );
  });

  test('in RIS and NBIB', async () => {
    const ris = readRis(await written(papers, 'ris'));
    assert.deepEqual(
      ris.flatMap((lines) => valuesOf(lines, 'TI')),
      LABELS,
    );
    const nbib = readNbib(await written(papers, 'nbib'));
    assert.deepEqual(
      nbib.flatMap((lines) => valuesOf(lines, 'TI')),
      LABELS,
    );
  });

  test('in BibTeX, where no brace of a title ends the entry', async () => {
    const entries = readBibtex(await written(papers, 'bibtex'));
    assert.deepEqual(
      entries.map(({ fields }) => [printed(fields['title'] ?? ''), printed(fields['keywords'] ?? '')]),
      LABELS.map((label) => [label, label]),
    );
  });

  test('in CSL-JSON', async () => {
    const items = readCsl(await written(papers, 'csl-json'));
    assert.deepEqual(
      items.map(({ title }) => title),
      LABELS,
    );
  });
});

test('a plain number keeps its sign in a table, also with a minus', async () => {
  const numbers = ['-1500.00', '+12', '-5', '-5 degrees', '-'];
  const rows = readCsv(
    await written(
      numbers.map((title, index) => titled(title, index)),
      'csv',
    ),
  );
  assert.deepEqual(
    rows.map((row) => row['title']),
    ['-1500.00', '+12', '-5', "'-5 degrees", "'-"],
  );
});

test('a formula behind a semicolon, where spreadsheets of many countries end a cell, is none either', async () => {
  const cells = ['A;=HYPERLINK("http://lump.example")', 'A;"@SUM(1)"', 'A;-5', '+1;＝1', 'A; B;C', '1;2'];
  const rows = readCsv(
    await written(
      cells.map((title, index) => titled(title, index)),
      'csv',
    ),
  );
  assert.deepEqual(
    rows.map((row) => row['title']),
    ['A;\'=HYPERLINK("http://lump.example")', 'A;\'"@SUM(1)"', "A;'-5", "'+1;'＝1", 'A; B;C', '1;2'],
  );
});

test('breaks, control characters and halves of letters never leave a field', async () => {
  const wild = madeUpPaper({
    title: 'One\r\nTY  - two\u2028three\u0000four\u0085five\ud83e',
    abstract: abstractOf(['AIM', 'First.\n\n\nER  - \n\nPMID- 1\n@book{x,\n']),
    journal: { title: 'Tab\tand\vmore' },
  });
  const [ris = [], ...others] = readRis(await written([wild], 'ris'));
  assert.deepEqual(others, []);
  assert.deepEqual(valuesOf(ris, 'TI'), ['One TY - two three four five\ufffd']);
  assert.deepEqual(valuesOf(ris, 'T2'), ['Tab and more']);
  assert.equal(readNbib(await written([wild], 'nbib')).length, 1);
  assert.equal(readBibtex(await written([wild], 'bibtex')).length, 1);
  assert.equal(readCsv(await written([wild], 'csv')).length, 1);
  assert.equal(readCsl(await written([wild], 'csl-json'))[0]?.title, 'One TY - two three four five\ufffd');
});

suite('a title with markup', () => {
  const rich = titled(['Loss of H', ['sub', '2'], 'O in ', ['i', 'Erinaceus & Co'], ' with DNA.']);

  test('is plain in RIS, NBIB and tables', async () => {
    const plain = 'Loss of H2O in Erinaceus & Co with DNA';
    assert.deepEqual(valuesOf(readRis(await written([rich], 'ris'))[0] ?? [], 'TI'), [plain]);
    assert.deepEqual(valuesOf(readNbib(await written([rich], 'nbib'))[0] ?? [], 'TI'), [`${plain}.`]);
    assert.equal(readCsv(await written([rich], 'csv'))[0]?.['title'], plain);
  });

  test('keeps it in BibTeX and CSL-JSON, and its capitals under every BibTeX style', async () => {
    const [entry] = readBibtex(await written([rich], 'bibtex'));
    assert.equal(entry?.fields['title'], 'Loss of {H}\\textsubscript{2}{O} in \\textit{Erinaceus \\& Co} with {DNA}');
    const [item] = readCsl(await written([rich], 'csl-json'));
    assert.equal(item?.title, 'Loss of H<sub>2</sub>O in <i>Erinaceus & Co</i> with DNA');
  });
});

test('names that BibTeX would cut stand in braces', async () => {
  const paper = madeUpPaper({
    authors: [
      { group: 'Down and Feather Group, North' },
      { last: 'Gull' },
      { last: 'Wind and Sons', fore: 'B' },
      { last: 'Odderby', initials: 'LM' },
    ],
    authorsComplete: false,
  });
  const [entry] = readBibtex(await written([paper], 'bibtex'));
  assert.equal(
    entry?.fields['author'],
    '{Down and Feather Group, North} and {Gull} and {Wind and Sons}, B and Odderby, L M and others',
  );
});

test('a last page before the first is no last page in RIS, and is kept in words', async () => {
  const [lines = []] = readRis(await written([madeUpPaper({ pages: '78-35' })], 'ris'));
  assert.deepEqual(
    [valuesOf(lines, 'SP'), valuesOf(lines, 'EP'), valuesOf(lines, 'N1')],
    [['78'], [], ['Pages: 78-35']],
  );
});
