/** Every paper of the sample, and real records, in every format: each file read back whole by a strict reader. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { exportFound, importFiles, makeSample } from '#library/index.ts';
import type { Library } from '../../src/library/port.ts';
import { packageRoot, realData, SAMPLE_PAPERS } from '../_package.ts';
import { libraryOf } from '../_papers.ts';
import { FORMATS, readCsl, textOf } from './_exported.ts';
import type { FormatName } from './_exported.ts';
import { readBibtex, readCsv, readNbib, readRis, valuesOf } from './_readers.ts';

const MARKUP = /<\/?(?:i|b|u|sup|sub|math|m[a-z]+)\b[^<>]*>/;
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?$))/;
/** CSL-JSON 1.0.2 has no other names that the house could write. */
const CSL_NAMES = new Set(
  (
    'id type citation-key title original-title author container-title container-title-short container-author editor ' +
    'publisher publisher-place edition ISBN ISSN genre issued available-date volume issue page page-first DOI PMID PMCID URL ' +
    'language abstract keyword note source custom'
  ).split(' '),
);

async function everything(library: Library, format: FormatName): Promise<{ total: number; text: string }> {
  const { text, total } = await exportFound(library, { text: 'NOT zzzqqq', filters: {}, sort: 'newest', format });
  return { total, text: await textOf(text) };
}

/** Reads a file of each format back; what is said of fiction is left to the caller. @returns the text of each format. */
async function readBack(library: Library): Promise<Readonly<Record<FormatName, string>>> {
  const texts = {} as Record<FormatName, string>;
  for (const format of FORMATS) {
    const { total, text } = await everything(library, format);
    texts[format] = text;
    assert.equal(checks[format](text), total, format);
  }
  return texts;
}

const checks: Readonly<Record<FormatName, (text: string) => number>> = {
  ris(text) {
    const records = readRis(text);
    for (const lines of records) {
      assert.equal(valuesOf(lines, 'TI').length <= 1, true);
      for (const [, value] of lines) assert.doesNotMatch(value, MARKUP);
      const [first = ''] = valuesOf(lines, 'SP');
      const [last = ''] = valuesOf(lines, 'EP');
      if (/^\d+$/.test(first) && /^\d+$/.test(last)) assert.ok(Number(last) >= Number(first), `${first}-${last}`);
    }
    return records.length;
  },
  nbib(text) {
    const records = readNbib(text);
    for (const lines of records) for (const [, value] of lines) assert.doesNotMatch(value, MARKUP);
    return records.length;
  },
  bibtex(text) {
    const entries = readBibtex(text);
    assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
    for (const { fields } of entries) {
      assert.doesNotMatch(fields['title'] ?? '', /\.$/);
      for (const [name, value] of Object.entries(fields))
        if (name !== 'doi' && name !== 'url') assert.doesNotMatch(value, /(?<!\\)[&%$#_]|[~^<>|]/, value);
    }
    return entries.length;
  },
  'csl-json'(text) {
    const items = readCsl(text);
    for (const item of items) {
      for (const name of Object.keys(item)) assert.ok(CSL_NAMES.has(name), name);
      for (const name of ['issued', 'available-date'] as const) {
        const parts = (item[name] as (typeof item)['issued'])?.['date-parts'] ?? [[1]];
        assert.ok(parts.length >= 1 && parts.length <= 2);
        for (const part of parts) assert.ok(part.length >= 1 && part.length <= 3 && part.every(Number.isInteger));
      }
    }
    return items.length;
  },
  csv(text) {
    const rows = readCsv(text);
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      assert.doesNotMatch(cell, FORMULA);
      assert.doesNotMatch(cell, MARKUP);
      assert.doesNotMatch(cell, /\p{Cc}/u);
    }
    return rows.length;
  },
  jsonl: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as object).length,
};

suite('every paper of the sample', async () => {
  const library = await libraryOf([]);
  after(() => library.close());
  makeSample(
    library,
    ['papers.jsonl', 'composed.jsonl'].map((name) => join(packageRoot, 'sample', name)),
    new Date('2026-11-25T12:00:00Z'),
  );

  test('is a clean record of every format', async () => {
    const texts = await readBack(library);
    assert.equal(checks.jsonl(texts.jsonl), SAMPLE_PAPERS);
  });

  test('says in every format that it is fiction', async () => {
    const count = async (format: FormatName, said: RegExp): Promise<number> =>
      (await everything(library, format)).text.replace(/\n {6}/g, ' ').match(said)?.length ?? 0;
    const said = /SAMPLE: Sample paper written for Attune\. All of it is fictional\./g;
    for (const format of ['ris', 'nbib', 'bibtex', 'csl-json', 'csv'] as const)
      assert.equal(await count(format, said), SAMPLE_PAPERS, format);
    assert.equal(await count('jsonl', /"source":"sample"/g), SAMPLE_PAPERS);
  });
});

const pubmed = realData('pubmed');
suite('real records', { skip: pubmed.skip }, () => {
  test('of PubMed are clean records of every format', async () => {
    const library = await libraryOf([]);
    const files = ['awkward.xml', 'pubmed.xml.gz'].map((name) => join(pubmed.path, name));
    const report = await importFiles(library, files, { withoutAbstracts: [] });
    assert.ok(report.added > 5_000);
    await readBack(library);
    await library.close();
  });
});
