/** What became of a paper goes with it into every format; so does that it is fiction or a preprint. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Paper, RecordId } from '#model/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { libraryOf } from '../_papers.ts';
import { exported, FORMATS, readCsl } from './_exported.ts';
import { preprint, sampleNote } from './_complete-papers.ts';
import { printed, readBibtex, readCsv, readNbib, readRis, valuesOf } from './_readers.ts';

const retracted = madeUpPaper({
  publicationTypes: [{ name: 'Journal Article' }, { name: 'Retracted Publication' }],
  relations: [
    { type: 'RetractionIn', to: 'pm99000002' as RecordId, citation: 'J Invent Ward Med. 2022;13:1' },
    { type: 'ExpressionOfConcernIn', citation: 'J Invent Ward Med. 2021;12:300' },
    { type: 'ErratumIn', citation: 'J Invent Ward Med. 2021;12:200' },
  ],
});
const SAYS = [
  'RETRACTED: This paper was retracted. J Invent Ward Med. 2022;13:1. PMID 99000002.',
  'EXPRESSION OF CONCERN: The journal has expressed concern about this paper. J Invent Ward Med. 2021;12:300.',
  'CORRECTED: This paper was corrected. J Invent Ward Med. 2021;12:200.',
];

/** The remarks of one paper as each format has them. */
async function remarksOf(papers: readonly Paper[]): Promise<readonly string[]> {
  const library = await libraryOf(papers);
  const one = papers.slice(0, 1);
  const [ris = []] = readRis(await exported(library, one, 'ris'));
  const [nbib = []] = readNbib(await exported(library, one, 'nbib'));
  const [entry] = readBibtex(await exported(library, one, 'bibtex'));
  const [item] = readCsl(await exported(library, one, 'csl-json'));
  const [row] = readCsv(await exported(library, one, 'csv'));
  await library.close();
  return [
    valuesOf(ris, 'N1').join(' '),
    valuesOf(nbib, 'GN').join(' '),
    printed(entry?.fields['note'] ?? ''),
    item?.note ?? '',
    row?.['remarks'] ?? '',
  ];
}

suite('in every format stands', () => {
  test('that a paper was retracted, doubted and corrected, the gravest first, with the notice', async () => {
    for (const said of await remarksOf([retracted])) assert.equal(said, SAYS.join(' '));
  });

  test('a retraction that only the notice knows of', async () => {
    const notice = madeUpPaper({
      id: 'pm99000002' as RecordId,
      identifiers: { pmid: '99000002' },
      title: 'Retraction: Lumps in hedgehogs.',
      published: { year: 2022, month: 5 },
      relations: [{ type: 'RetractionOf', to: 'pm99000001' as RecordId }],
    });
    for (const said of await remarksOf([madeUpPaper(), notice]))
      assert.equal(
        said,
        'RETRACTED: This paper was retracted (May 2022). Retraction: Lumps in hedgehogs. PMID 99000002.',
      );
    const library = await libraryOf([madeUpPaper(), notice]);
    const [lines = []] = readNbib(await exported(library, [madeUpPaper()], 'nbib'));
    assert.deepEqual(valuesOf(lines, 'RIN'), ['Retraction: Lumps in hedgehogs. PMID: 99000002']);
    await library.close();
  });

  test('that a paper of the sample is fiction, and that a preprint is one', async () => {
    for (const said of await remarksOf([sampleNote]))
      assert.equal(said, 'SAMPLE: Sample paper written for Attune. All of it is fictional.');
    for (const said of await remarksOf([preprint])) assert.equal(said, 'PREPRINT: This paper is a preprint.');
  });

  test('nothing of the kind where there is nothing to say', async () => {
    for (const said of await remarksOf([madeUpPaper()])) assert.equal(said, '');
  });
});

test('the mark of a retraction is the first a reader of RIS meets', async () => {
  const library = await libraryOf([retracted]);
  const [lines = []] = readRis(await exported(library, [retracted], 'ris'));
  assert.deepEqual(
    lines.slice(0, 2).map(([tag]) => tag),
    ['TY', 'N1'],
  );
  assert.equal(lines[1]?.[1], SAYS[0]);
  await library.close();
});

test('a source whose abstracts are not shown has none in any format', async () => {
  const secret = madeUpPaper({ abstract: { sections: [{ text: 'Hedgehogs dry out.' }] } });
  const library = await libraryOf([secret]);
  for (const format of FORMATS) {
    assert.match(await exported(library, [secret], format), /dry out/, format);
    const text = await exported(library, [secret], format, { hideAbstracts: ['pubmed'] });
    assert.doesNotMatch(text, /dry out/, format);
  }
  await library.close();
});
