/** Faults people met in exports of other programs, each as the right value for the same input. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { find } from '#library/index.ts';
import { caseLibrary, exported, readCsl } from './_exported.ts';
import { printed, readBibtex, readCsv, readNbib, readRis, valuesOf } from './_readers.ts';

suite('a suffix is no initial and no part of a name', async () => {
  const { library, papers } = await caseLibrary('l43-suffix-is-no-initial');

  test('RIS, NBIB, BibTeX and CSL-JSON each keep it in its place', async () => {
    const [ris = []] = readRis(await exported(library, papers, 'ris'));
    assert.deepEqual(valuesOf(ris, 'AU'), [
      'de Quellmark, Winston F, Jr',
      'Brontvale, Abel B, 3rd',
      'Sternquist, Jo',
      "van 't Odderby, Lin",
      'Ng, X',
    ]);
    const [nbib = []] = readNbib(await exported(library, papers, 'nbib'));
    assert.equal(valuesOf(nbib, 'FAU')[0], 'de Quellmark, Winston F Jr');
    assert.equal(valuesOf(nbib, 'AU')[0], 'de Quellmark WF Jr');
    const [entry] = readBibtex(await exported(library, papers, 'bibtex'));
    assert.equal(
      entry?.fields['author'],
      "de Quellmark, Jr, Winston F and Brontvale, 3rd, Abel B and Sternquist, Jo and van 't Odderby, Lin and Ng, X",
    );
    const [item] = readCsl(await exported(library, papers, 'csl-json'));
    assert.deepEqual(item?.author?.[0], { family: 'de Quellmark', given: 'Winston F', suffix: 'Jr' });
  });

  test('no format has it as an initial', async () => {
    for (const format of ['ris', 'nbib', 'bibtex', 'csl-json', 'csv'] as const)
      assert.doesNotMatch(await exported(library, papers, format), /WFJ|\bJ\.|ABR|AB3/);
  });

  test('the paper is found by the name with it and without', async () => {
    const request = { text: 'de Quellmark WF[au]', filters: {}, sort: 'best', page: 1, pageSize: 20 } as const;
    assert.equal((await find(library, { ...request, text: 'de Quellmark WF Jr[au]' })).total, 1);
    const { hits } = await find(library, request);
    assert.deepEqual(
      hits.map(({ paper }) => paper.id),
      ['pm99430001'],
    );
    await library.close();
  });
});

suite('pages', async () => {
  const { library, papers } = await caseLibrary('l44-end-page');

  test('are whole in RIS: first and last, no last page where there is none', async () => {
    const records = readRis(await exported(library, papers, 'ris'));
    const pages = records.map((lines) => [valuesOf(lines, 'SP')[0], valuesOf(lines, 'EP')[0] ?? null]);
    assert.deepEqual(pages, [
      ['852', '857'],
      ['1418', '1421'],
      ['1293', '1304'],
      ['318.e1', '318.e6'],
      ['S12', 'S19'],
      ['2147483648123456', null],
      ['45', null],
      ['xii', 'xiv'],
      ['e117', null],
    ]);
    assert.ok(valuesOf(records[6] ?? [], 'N1').includes('Pages: 45, 61-63'));
  });

  test('have two dashes in BibTeX where they are a range, and titles no full stop', async () => {
    const entries = readBibtex(await exported(library, papers, 'bibtex'));
    assert.deepEqual(
      entries.map(({ fields }) => fields['pages']),
      [
        '852--857',
        '1418--1421',
        '1293--1304',
        '318.e1--318.e6',
        'S12--S19',
        '2147483648123456',
        '45, 61--63',
        'xii--xiv',
        'e117',
      ],
    );
    for (const { fields } of entries) assert.doesNotMatch(fields['title'] ?? '', /\.$/);
  });

  test('are whole in CSL-JSON', async () => {
    const items = readCsl(await exported(library, papers, 'csl-json'));
    assert.deepEqual(
      items.map((item) => item['page']),
      [
        '852-857',
        '1418-1421',
        '1293-1304',
        '318.e1-318.e6',
        'S12-S19',
        '2147483648123456',
        '45, 61-63',
        'xii-xiv',
        'e117',
      ],
    );
    await library.close();
  });
});

test('each paper has a cite key of its own, the same in every selection', async () => {
  const { library, papers } = await caseLibrary('l46-cite-keys');
  const keys = async (of: typeof papers): Promise<string[]> =>
    readBibtex(await exported(library, of, 'bibtex')).map(({ key }) => key);
  const all = await keys(papers);
  assert.equal(new Set(all).size, 5);
  for (const key of all) assert.match(key, /^[A-Za-z0-9_-]+$/);
  assert.deepEqual(await keys(papers), all);
  assert.deepEqual(await keys([papers[1], papers[2]].filter((paper) => paper !== undefined)), all.slice(1, 3));
  const [name] = readBibtex(await exported(library, papers.slice(4), 'bibtex'));
  assert.equal(printed(name?.fields['author'] ?? ''), "d'Åbront, {Q} 100%, Ivo");
  await library.close();
});

test('no cell of a table is a formula, and numbers stay numbers', async () => {
  const { library, papers } = await caseLibrary('l47-csv-formula');
  const rows = readCsv(await exported(library, papers, 'csv'));
  for (const cell of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  assert.deepEqual(
    rows.map((row) => row['title']),
    [
      '\'=HYPERLINK("http://lump.example","A title that is a formula")',
      "'+1 lump a day: a trial",
      "'-20 degrees and feathers",
      "'@home: lumps",
      '−5 is a real minus sign and harmless',
    ],
  );
  assert.equal(rows[3]?.['authors'], "'=SUM(A1:A9), X");
  for (const row of rows) {
    assert.match(row['pmid'] ?? '', /^\d+$/);
    assert.match(row['year'] ?? '', /^\d{4}$/);
  }
  await library.close();
});

suite('odd dates', async () => {
  const { library, papers } = await caseLibrary('l49-season-and-year-only-out');

  test('are numbers in CSL-JSON, as precise as they are known, the season beside them', async () => {
    const items = readCsl(await exported(library, papers, 'csl-json'));
    assert.deepEqual(
      items.map(({ issued }) => issued),
      [
        { 'date-parts': [[1985]], season: 1 },
        { 'date-parts': [[2020]] },
        {
          'date-parts': [
            [1998, 12],
            [1999, 1],
          ],
        },
        { 'date-parts': [[2021, 2, 28]] },
      ],
    );
  });

  test('have no month in BibTeX, RIS and CSV that nobody gave', async () => {
    const entries = readBibtex(await exported(library, papers, 'bibtex'));
    assert.deepEqual(
      entries.map(({ fields: { year, month, day } }) => [year, month, day]),
      [
        ['1985', 'Spring', undefined],
        ['2020', undefined, undefined],
        ['1998', 'dec', undefined],
        ['2021', 'feb', '28'],
      ],
    );
    const records = readRis(await exported(library, papers, 'ris'));
    assert.deepEqual(
      records.map((lines) => [valuesOf(lines, 'PY')[0], valuesOf(lines, 'DA')[0]]),
      [
        ['1985', '1985///Spring'],
        ['2020', undefined],
        ['1998', '1998/12//1998 Dec-1999 Jan'],
        ['2021', '2021/02/28/'],
      ],
    );
    const rows = readCsv(await exported(library, papers, 'csv'));
    assert.deepEqual(
      rows.map((row) => [row['year'], row['date']]),
      [
        ['1985', '1985 Spring'],
        ['2020', '2020'],
        ['1998', '1998 Dec-1999 Jan'],
        ['2021', '2021-02-28'],
      ],
    );
    await library.close();
  });
});

test('every line of a RIS file is a tag line, whatever the abstract holds', async () => {
  const { library, papers } = await caseLibrary('l50-ris-out-clean');
  const text = await exported(library, papers, 'ris');
  for (const line of text.split('\r\n').slice(0, -1)) assert.match(line, /^[A-Z][A-Z0-9] {2}-( .*)?$/);
  assert.equal(text.match(/^ER {2}- /gm)?.length, 1);
  const [lines = [], ...others] = readRis(text);
  assert.deepEqual(others, []);
  assert.deepEqual([valuesOf(lines, 'PY'), valuesOf(lines, 'DA')], [['2015'], ['2015/10//']]);
  assert.deepEqual(valuesOf(lines, 'TI'), ['A long road to RIS']);
  assert.deepEqual(valuesOf(lines, 'KW'), ['lump', 'feather and down']);
  const [abstract = '', ...more] = valuesOf(lines, 'AB');
  assert.deepEqual(more, []);
  assert.match(abstract, /First paragraph\. Second paragraph .* ER - and came back\. TY - is what they said\.$/);
  await library.close();
});
