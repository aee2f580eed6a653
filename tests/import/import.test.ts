/** Files into a library: what is kept, what is refused, and what a person is told. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RecordId } from '#model/index.ts';
import { find, importFiles, lookUp, openLibrary } from '#library/index.ts';
import type { ImportReport, Library } from '#library/index.ts';
import { packageRoot, realData } from '../_package.ts';

const scratch = mkdtempSync(join(tmpdir(), 'attune-import-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const newLibrary = (): Promise<Library> => openLibrary(mkdtempSync(join(scratch, 'library-')), { reading: 'here' });
const bring = (library: Library, ...names: string[]): Promise<ImportReport> =>
  importFiles(library, names, { withoutAbstracts: [] });
const counts = ({ records, added, updated, deleted, unchanged, quarantined }: ImportReport): number[] => [
  records,
  added,
  updated,
  deleted,
  unchanged,
  quarantined,
];
const total = async (library: Library, text: string): Promise<number> =>
  (await find(library, { text, filters: {}, sort: 'best', page: 1, pageSize: 5 })).total;

function file(name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(scratch, 'file-'));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const record = (pmid: string, title = `Paper ${pmid}`): string =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article><ArticleTitle>${title}</ArticleTitle><Abstract><AbstractText>Words about sepsis.</AbstractText></Abstract><Language>eng</Language></Article></MedlineCitation></PubmedArticle>`;
const set = (...records: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${records.join('\n')}\n</PubmedArticleSet>\n`;

const pubmed = realData('pubmed/pubmed.xml.gz');

test(
  'all 5,562 records of the real file come in, its own deletions hit five, and a second import changes nothing',
  { skip: pubmed.skip },
  async () => {
    const library = await newLibrary();
    assert.deepEqual(counts(await bring(library, pubmed.path)), [5_562, 5_562, 0, 5, 0, 0]);
    assert.equal((await library.state()).papers, 5_557);
    assert.deepEqual(counts(await bring(library, pubmed.path)), [5_562, 0, 0, 0, 5_562, 0]);
    assert.equal((await library.state()).papers, 5_557);
    const { doisOnSeveralPmids } = JSON.parse(readFileSync(realData('pubmed/features.json').path, 'utf8')) as {
      doisOnSeveralPmids: Record<string, string[]>;
    };
    for (const [doi, pmids] of Object.entries(doisOnSeveralPmids)) {
      const found = await lookUp(library, doi);
      assert.ok(found.kind === 'several', doi);
      assert.deepEqual(found.papers.map(({ paper }) => paper.identifiers.pmid).sort(), pmids.sort(), doi);
    }
    await library.close();
  },
);

const pair = realData('pubmed/update-pair');

test('an update file adds, replaces and takes back after a real baseline file', { skip: pair.skip }, async () => {
  const library = await newLibrary();
  const baseline = await bring(library, join(pair.path, 'baseline'));
  assert.equal(baseline.added, 30);
  const update = await bring(library, join(pair.path, 'updatefiles'));
  assert.equal(update.records, 30);
  assert.equal(update.added + update.updated + update.unchanged, 30);
  assert.equal((await library.state()).papers, 30 + update.added - update.deleted);
  assert.deepEqual(
    counts(await bring(library, join(pair.path, 'baseline'), join(pair.path, 'updatefiles'))),
    [60, 0, 0, 0, 60, 0],
  );
  await library.close();
});

test('an update takes a citation back, which then is withdrawn rather than unknown', async () => {
  const library = await newLibrary();
  const cases = join(packageRoot, 'tests/cases/l13-delete-citation');
  assert.equal((await bring(library, join(cases, '1-baseline.xml'))).added, 3);
  const update = await bring(library, join(cases, '2-update.xml'));
  assert.deepEqual([update.updated, update.deleted], [1, 1]);
  assert.equal((await lookUp(library, '99130002')).kind, 'withdrawn');
  assert.equal((await lookUp(library, '99139999')).kind, 'unknown');
  assert.equal(await total(library, 'corrected'), 1);
  const again = await bring(library, join(cases, '2-update.xml'));
  assert.deepEqual([again.added, again.updated, again.deleted, again.unchanged], [0, 0, 0, again.records]);
  assert.equal((await bring(library, join(cases, '1-baseline.xml'))).unchanged, 3);
  assert.equal((await lookUp(library, '99130002')).kind, 'withdrawn');
  await library.close();
});

test('the newest version of a record is the one that is served, whatever their order', async () => {
  const library = await newLibrary();
  await bring(library, join(packageRoot, 'tests/cases/l16-pmid-versions/records.xml'));
  const found = await find(library, { text: 'living report', filters: {}, sort: 'best', page: 1, pageSize: 5 });
  assert.deepEqual(
    found.hits.map((hit) => hit.paper.title),
    ['Second version of a living report.'],
  );
  await library.close();
});

test('a record that fails is set aside with its place and reason, and the others come in', async () => {
  const library = await newLibrary();
  const path = file(
    'mixed.xml',
    set(record('1'), record('2').replace('<Article>', '<Article><b>'), record('3'), record('x')),
  );
  assert.deepEqual(counts(await bring(library, path)), [4, 2, 0, 0, 0, 2]);
  const [broken, nameless] = await library.quarantined();
  assert.deepEqual([broken?.file, broken?.ordinal, broken?.line, broken?.pmid], [path, 2, 4, '2']);
  assert.match(String(broken?.reason), /\w/);
  assert.match(String(broken?.excerpt), /^<PubmedArticle>/);
  assert.equal(nameless?.ordinal, 4);
  assert.deepEqual(counts(await bring(library, path)), [4, 0, 0, 0, 2, 2]);
  writeFileSync(path, set(record('1'), record('2'), record('3'), record('4')));
  assert.deepEqual(counts(await bring(library, path)), [4, 2, 0, 0, 2, 0]);
  assert.deepEqual(await library.quarantined(), []);
  await library.close();
});

const whole = Buffer.from(set(record('1'), record('2')));
const packed = gzipSync(whole);
const REFUSED: readonly (readonly [what: string, name: string, content: string | Buffer, sentence: RegExp])[] = [
  ['a gzip that ends in the middle', 'cut.xml.gz', packed.subarray(0, packed.length - 12), /cut\.xml\.gz is cut off/],
  [
    'a gzip whose check sum is wrong',
    'sum.xml.gz',
    Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]),
    /sum\.xml\.gz is damaged/,
  ],
  ['an XML file that ends in the middle', 'cut.xml', whole.subarray(0, whole.length - 40), /cut\.xml/],
  ['another root element', 'rss.xml', '<rss><channel/></rss>', /rss\.xml.*rss/],
  [
    'an entity declaration',
    'bomb.xml',
    `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]><PubmedArticleSet>${record('1')}</PubmedArticleSet>`,
    /bomb\.xml/,
  ],
  ['a file that is no XML', 'plain.xml', 'PMID- 1\nTI  - A title\n', /plain\.xml.*not XML/],
  ['an empty file', 'empty.xml', '', /empty\.xml.*empty/],
  ['two documents in one file', 'glued.xml', set(record('1')) + set(record('2')), /glued\.xml.*line \d+/],
];

for (const [what, name, content, sentence] of REFUSED)
  test(`${what} is refused with one sentence that names the file, and changes nothing`, async () => {
    const library = await newLibrary();
    const good = file('good.xml', set(record('7')));
    const report = await bring(library, file(name, content), good);
    assert.match(String(report.files[0]?.error), sentence);
    assert.doesNotMatch(String(report.files[0]?.error), /\n|   at /);
    assert.deepEqual(counts(report), [1, 1, 0, 0, 0, 0]);
    assert.equal(report.files[1]?.error, undefined);
    assert.equal((await library.state()).papers, 1);
    await library.close();
  });

test('a missing file and an empty folder are named, and the others go on', async () => {
  const library = await newLibrary();
  const empty = mkdtempSync(join(scratch, 'empty-'));
  const report = await bring(library, join(scratch, 'absent.xml'), empty, file('good.xml', set(record('7'))));
  assert.match(String(report.files[0]?.error), /There is no file .*absent\.xml/);
  assert.match(String(report.files[1]?.error), /holds no \.xml or \.xml\.gz file/);
  assert.equal(report.added, 1);
  await library.close();
});

test('a folder is read by the names of its files, packed or not, whatever the DTD is called', async () => {
  const library = await newLibrary();
  const folder = mkdtempSync(join(scratch, 'folder-'));
  const dtd =
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2031//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_310101.dtd">';
  writeFileSync(join(folder, 'b.xml'), set(record('1', 'Later title')).replace('\n', `\n${dtd}\n`));
  writeFileSync(join(folder, 'a.xml.gz'), gzipSync(set(record('1', 'First title'))));
  writeFileSync(join(folder, 'notes.txt'), 'no');
  const report = await bring(library, folder);
  assert.deepEqual(counts(report), [2, 1, 1, 0, 0, 0]);
  assert.deepEqual(
    report.files.map((each) => each.name),
    [join(folder, 'a.xml.gz'), join(folder, 'b.xml')],
  );
  assert.equal(await total(library, 'later'), 1);
  await library.close();
});

test('a source whose abstracts are off is stored without them, and with them once the switch is on again', async () => {
  const library = await newLibrary();
  const path = file('a.xml', set(record('1')));
  await importFiles(library, [path], { withoutAbstracts: ['pubmed'] });
  assert.equal((await library.get('pm1' as RecordId))?.abstract, undefined);
  assert.equal(await total(library, 'sepsis'), 0);
  assert.deepEqual(counts(await bring(library, path)), [1, 0, 1, 0, 0, 0]);
  assert.equal(await total(library, 'sepsis'), 1);
  await library.close();
});

test('progress counts the bytes of all files and ends at their sum', { skip: pubmed.skip }, async () => {
  const library = await newLibrary();
  const folder = mkdtempSync(join(scratch, 'progress-'));
  mkdirSync(join(folder, 'in'));
  cpSync(realData('pubmed/awkward.xml').path, join(folder, 'in/awkward.xml'));
  writeFileSync(join(folder, 'in/small.xml'), set(record('1')));
  const seen: number[] = [];
  let all = 0;
  await importFiles(library, [join(folder, 'in')], {
    withoutAbstracts: [],
    onProgress: ({ bytesDone, bytesTotal }) => {
      seen.push(bytesDone);
      all = bytesTotal;
    },
  });
  assert.deepEqual(
    seen,
    seen.toSorted((left, right) => left - right),
  );
  assert.equal(seen.at(-1), all);
  await library.close();
});

test('a gzip under the name of an XML file is read all the same', async () => {
  const library = await newLibrary();
  assert.equal((await bring(library, file('packed.xml', packed))).added, 2);
  assert.equal(gunzipSync(packed).equals(whole), true);
  await library.close();
});
