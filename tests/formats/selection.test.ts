/** Which papers an export has: a selection in its order, or all of a search, however many, never the whole file at once. */
import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { AppError } from '#model/index.ts';
import type { CivilDate, RecordId } from '#model/index.ts';
import { exportFound, exportPapers } from '#library/index.ts';
import { libraryOf, paperOf } from '../_papers.ts';
import { FORMATS, textOf } from './_exported.ts';

const MANY = 1_234;
const many = Array.from({ length: MANY }, (_, index) =>
  paperOf({ pmid: String(98_000_000 + index), title: `Hedgehog ${index}`, published: { year: 2021 } }),
);
const idsIn = (jsonl: string): string[] =>
  jsonl
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { id: string }).id);
const library = await libraryOf(many);
after(() => library.close());
const id = (number: number): RecordId => `pm${98_000_000 + number}` as RecordId;

suite('a selection', () => {
  test('is written in the order it was chosen in, each paper once', async () => {
    const papers = [id(7), id(1_000), id(3), id(7)];
    const { text, total, notes } = await exportPapers(library, { papers, format: 'jsonl' });
    assert.deepEqual(idsIn(await textOf(text)), [id(7), id(1_000), id(3)]);
    assert.deepEqual([total, notes], [3, []]);
  });

  test('of more papers than are read at once keeps its order', async () => {
    const papers = many.map((paper) => paper.id).reverse();
    const { text } = await exportPapers(library, { papers, format: 'jsonl' });
    assert.deepEqual(idsIn(await textOf(text)), papers);
  });

  test('names the papers that are not there and those PubMed took back', async () => {
    const gone = paperOf({ pmid: '97000001', title: 'Gone' });
    const small = await libraryOf([gone, paperOf({ pmid: '97000002', title: 'Here' })]);
    const writer = small.writer();
    writer.begin();
    writer.remove(gone.id, 'update.xml.gz');
    writer.commit();
    const unknown = Array.from({ length: 22 }, (_, index) => `pm9600${index}` as RecordId);
    const papers = ['pm97000002' as RecordId, gone.id, ...unknown];
    const { text, total, notes } = await exportPapers(small, { papers, format: 'jsonl' });
    assert.equal(total, 1);
    assert.deepEqual(idsIn(await textOf(text)), ['pm97000002']);
    assert.equal(notes.length, 2);
    assert.match(notes[0] ?? '', /^Not in this library, and left out: pm96000, .*, pm960019 and 2 more\.$/);
    assert.equal(notes[1], 'Withdrawn by PubMed, and left out: pm97000001.');
    await small.close();
  });

  test('that is empty is a file without papers in every format', async () => {
    for (const format of FORMATS) {
      const { text, total, courtesy } = await exportPapers(library, { papers: [], format });
      assert.deepEqual([total, courtesy], [0, '']);
      const written = await textOf(text);
      if (format === 'csl-json') assert.deepEqual(JSON.parse(written), []);
      else if (format === 'csv') assert.match(written, /^\uFEFFid,[^\n]*\r\n$/);
      else assert.equal(written, '', format);
    }
  });
});

suite('a search', () => {
  const request = { text: 'hedgehog', filters: {}, sort: 'newest', format: 'jsonl' } as const;

  test('is written whole, every paper once, in the order of its list', async () => {
    const told: number[] = [];
    const { text, total } = await exportFound(library, { ...request, onWritten: (papers) => told.push(papers) });
    assert.equal(total, MANY);
    assert.deepEqual(idsIn(await textOf(text)), many.map((paper) => paper.id).reverse());
    assert.deepEqual(told, [500, 1_000, MANY]);
  });

  test('for one paper’s number is that paper', async () => {
    const { text } = await exportFound(library, { ...request, text: '98000007' });
    assert.deepEqual(idsIn(await textOf(text)), [id(7)]);
  });

  test('keeps to its filters and says how it was read', async () => {
    const none = await exportFound(library, { ...request, filters: { toYear: 1999 } });
    assert.deepEqual([none.total, await textOf(none.text)], [0, '']);
    const { notes } = await exportFound(library, { ...request, text: 'hedgehog OR zzzqqq' });
    assert.deepEqual(notes, ['Nothing in this library has “zzzqqq”.']);
  });

  test('is read as it is written, one batch ahead', async () => {
    let searches = 0;
    const counted = {
      ...library,
      search: (...given: Parameters<typeof library.search>) => {
        searches += 1;
        return library.search(...given);
      },
    };
    const { text } = await exportFound(counted, request);
    assert.equal(searches, 1);
    for await (const piece of text) {
      assert.ok(piece.length > 0);
      break;
    }
    assert.equal(searches, 3);
  });

  test('that fails on the way says so to whoever reads, and troubles nobody who stopped', async () => {
    let searches = 0;
    const failing = {
      ...library,
      search: (...given: Parameters<typeof library.search>) => {
        searches += 1;
        return searches > 2 ? Promise.reject(new AppError('too_expensive', 'Too long.')) : library.search(...given);
      },
    };
    const { text } = await exportFound(failing, request);
    await assert.rejects(textOf(text), { code: 'too_expensive' });
    searches = 0;
    const stopped = await exportFound(failing, request);
    for await (const piece of stopped.text) if (piece !== '') break;
    await new Promise((resolve) => setImmediate(resolve));
  });

  test('comes to the same from a thread of its own', async () => {
    const worker = await libraryOf(many, { reading: 'worker' });
    const { text } = await exportFound(worker, request);
    assert.deepEqual(idsIn(await textOf(text)), many.map((paper) => paper.id).reverse());
    await worker.close();
  });
});

test('an export has a name for its file, its media type, and the line its source asks for', async () => {
  const names: string[] = [];
  for (const format of FORMATS) {
    const taken = await exportPapers(library, { papers: [id(1)], format });
    names.push(taken.fileName('2026-11-25' as CivilDate));
    assert.match(taken.format.mediaType, /^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/);
    assert.match(taken.courtesy, /^Record from PubMed, courtesy of the U\.S\. National Library of Medicine/);
  }
  assert.deepEqual(
    names,
    ['ris', 'nbib', 'bib', 'json', 'csv', 'jsonl'].map((extension) => `attune-2026-11-25.${extension}`),
  );
});

test('a format there is none of is refused with the names of those there are', async () => {
  const sentence = 'There is no export as “endnote”. Choose one of ris, nbib, bibtex, csl-json, csv or jsonl.';
  await assert.rejects(exportPapers(library, { papers: [], format: 'endnote' }), {
    code: 'bad_request',
    message: sentence,
  });
});
