/** What every library promises, whatever keeps it; each engine runs this with its own way to open one. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import type { Paper, RecordId } from '#model/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import type { Library, SearchRequest } from '../../src/library/port.ts';
import { parseQuery } from '../../src/library/query/index.ts';
import { paperOf } from '../_papers.ts';

const PAPERS: readonly Paper[] = [
  paperOf({
    pmid: '1',
    title: 'Heart failure readmission after discharge',
    abstract: 'Readmissions were counted.',
    published: { year: 2020, month: 3 },
    identifiers: { pmid: '1', dois: ['10.5555/shared', '10.5555/one'], pmcid: 'PMC11' },
    publicationTypes: [{ name: 'Journal Article' }, { name: 'Review' }],
    revised: { year: 2021, month: 5, day: 6 },
  }),
  paperOf({
    pmid: '2',
    title: 'Early walking',
    abstract: 'Readmission for heart failure was rare.',
    published: { year: 2022 },
    identifiers: { pmid: '2', dois: ['10.5555/shared'] },
    publicationTypes: [{ name: 'Journal Article' }],
    languages: ['ger'],
  }),
  paperOf({
    pmid: '3',
    title: 'Retraction notice',
    publicationTypes: [{ name: 'Retraction of Publication' }],
    relations: [{ type: 'RetractionOf', to: 'pm1' as RecordId, citation: 'J Test. 2020' }],
    published: { year: 2023, month: 1, day: 9 },
  }),
];

const request = (text: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  query: parseQuery(text).query,
  filters: {},
  sort: 'best',
  offset: 0,
  limit: 20,
  ...more,
});

export function conforms(name: string, open: (folder: string) => Promise<Library>): void {
  suite(`${name} keeps the library's promises`, () => {
    const folders: string[] = [];
    after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

    const filled = async (papers = PAPERS): Promise<Library> => {
      const folder = mkdtempSync(join(tmpdir(), 'attune-conformance-'));
      folders.push(folder);
      const library = await open(folder);
      write(library, papers);
      return library;
    };
    const ids = async (library: Library, text: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
      (await library.search(request(text, more))).hits.map((hit) => hit.paper.id);

    test('best match puts a hit in the title first, newest the later paper', async () => {
      const library = await filled();
      assert.deepEqual(await ids(library, 'heart failure readmission'), ['pm1', 'pm2']);
      assert.deepEqual(await ids(library, 'heart failure readmission', { sort: 'newest' }), ['pm2', 'pm1']);
      await library.close();
    });

    test('a page is a stretch of the whole, and the total is the whole', async () => {
      const library = await filled();
      const found = await library.search(request('heart', { offset: 1, limit: 1 }));
      assert.equal(found.total, 2);
      assert.deepEqual(
        found.hits.map((hit) => hit.paper.id),
        ['pm2'],
      );
      assert.ok(found.hits.every((hit) => hit.score > 0));
      await library.close();
    });

    test('filters narrow and counts say by how much', async () => {
      const library = await filled();
      const { query } = parseQuery('heart');
      assert.deepEqual(await library.counts(query, {}), {
        years: [
          { year: 2020, count: 1 },
          { year: 2022, count: 1 },
        ],
        types: [
          { value: 'Journal Article', count: 2 },
          { value: 'Review', count: 1 },
        ],
        languages: [
          { value: 'eng', count: 1 },
          { value: 'ger', count: 1 },
        ],
        withAbstract: 2,
      });
      assert.deepEqual(await ids(library, 'heart', { filters: { fromYear: 2021 } }), ['pm2']);
      assert.deepEqual(await ids(library, 'heart', { filters: { toYear: 2021 } }), ['pm1']);
      assert.deepEqual(await ids(library, 'heart', { filters: { fromYear: 2021, toYear: 2020 } }), []);
      assert.deepEqual(await ids(library, 'heart', { filters: { types: ['Review', 'Letter'] } }), ['pm1']);
      assert.deepEqual(await ids(library, 'heart', { filters: { languages: ['ger'] } }), ['pm2']);
      assert.deepEqual(await ids(library, 'NOT heart', { filters: { withAbstract: true } }), []);
      await library.close();
    });

    test('terms that nothing has are named', async () => {
      const library = await filled();
      const found = await library.search(request('heart OR quellmark[au]'));
      assert.equal(found.total, 2);
      assert.deepEqual(
        found.missing.map((term) => term.kind),
        ['author'],
      );
      await library.close();
    });

    test('a paper is found by each of its identifiers, and several by one they share', async () => {
      const library = await filled();
      const by = async (...keys: string[]): Promise<string[]> => (await library.resolve(keys)).map((paper) => paper.id);
      for (const key of ['pm1', '1', 'pmc11', '10.5555/one']) assert.deepEqual(await by(key), ['pm1']);
      assert.deepEqual(await by('10.5555/shared'), ['pm1', 'pm2']);
      assert.deepEqual(await by('10.5555/none', '2'), ['pm2']);
      assert.deepEqual(await by('9'), []);
      assert.deepEqual(await library.get('pm2' as RecordId), PAPERS[1]);
      await library.close();
    });

    test('what another record says of a paper is known from both sides', async () => {
      const library = await filled();
      assert.deepEqual(
        (await library.ties('pm1' as RecordId)).map((tie) => [tie.type, tie.from.id]),
        [['RetractionOf', 'pm3']],
      );
      assert.deepEqual((await library.search(request('readmission after discharge'))).hits[0]?.ties.length, 1);
      await library.close();
    });

    test('a stem is counted once a paper, in title and abstract alone, and the count follows the library', async () => {
      const library = await filled();
      const { papers, df } = await library.df(['readmiss', 'heart', 'walk', 'review', 'unheardof']);
      assert.deepEqual([papers, df], [3, [2, 2, 1, 0, 0]]);
      write(library, [paperOf({ pmid: '4', title: 'Walking', abstract: 'Walking and a review.' })]);
      assert.deepEqual(await library.df(['walk', 'review']), { papers: 4, df: [2, 1] });
      await library.close();
    });

    test('candidates come in the order of the weights that their stems add up to', async () => {
      const library = await filled();
      const weights = (walk: number): { stem: string; weight: number }[] => [
        { stem: 'walk', weight: walk },
        { stem: 'heart', weight: 1 },
        { stem: 'discharg', weight: 1 },
      ];
      assert.deepEqual(await library.topWeighted(weights(0.5), 10), ['pm1', 'pm2']);
      assert.deepEqual(await library.topWeighted(weights(2), 10), ['pm2', 'pm1']);
      assert.deepEqual(await library.topWeighted(weights(2), 1), ['pm2']);
      assert.deepEqual(await library.topWeighted([{ stem: 'unheardof', weight: 1 }], 10), []);
      assert.deepEqual(await library.topWeighted([], 10), []);
      await library.close();
    });

    test('the stems of a paper follow its text, without stop words', async () => {
      const library = await filled();
      assert.deepEqual(await library.stems(['pm2', 'pm99'] as RecordId[]), [
        { id: 'pm2', title: ['earli', 'walk'], abstract: ['readmiss', 'heart', 'failur', 'rare'] },
      ]);
      await library.close();
    });

    test('adding says what became of a record, and the highest version stays', async () => {
      const library = await filled();
      const writer = library.writer();
      const [first] = PAPERS as [Paper];
      writer.begin();
      assert.equal(writer.add(documentOf(first)), 'unchanged');
      assert.equal(writer.add(documentOf({ ...first, version: 2, title: 'A second version' })), 'updated');
      assert.equal(writer.add(documentOf(first)), 'unchanged');
      writer.commit();
      assert.deepEqual(await ids(library, 'second version'), ['pm1']);
      assert.deepEqual(await ids(library, 'discharge'), []);
      await library.close();
    });

    test('a removed paper is gone from every answer and leaves a tombstone', async () => {
      const library = await filled();
      const writer = library.writer();
      writer.begin();
      assert.equal(writer.remove('pm1' as RecordId, 'update.xml'), true);
      assert.equal(writer.remove('pm99' as RecordId, 'update.xml'), false);
      writer.commit();
      assert.deepEqual(await ids(library, 'heart'), ['pm2']);
      assert.equal(await library.get('pm1' as RecordId), undefined);
      assert.deepEqual(
        (await library.resolve(['10.5555/shared'])).map((paper) => paper.id),
        ['pm2'],
      );
      assert.equal((await library.tombstone('pm1' as RecordId))?.file, 'update.xml');
      assert.equal(await library.tombstone('pm99' as RecordId), undefined);
      writer.begin();
      assert.equal(writer.add(documentOf(PAPERS[0] as Paper)), 'added');
      writer.commit();
      assert.equal(await library.tombstone('pm1' as RecordId), undefined);
      await library.close();
    });

    test('nothing of a batch is seen before it is committed, and nothing after it was taken back', async () => {
      const library = await filled();
      const writer = library.writer();
      writer.begin();
      writer.add(documentOf(paperOf({ pmid: '4', title: 'Heart of a batch' })));
      assert.deepEqual((await ids(library, 'heart')).length, 2);
      writer.rollback();
      assert.deepEqual((await ids(library, 'heart')).length, 2);
      writer.begin();
      writer.add(documentOf(paperOf({ pmid: '4', title: 'Heart of a batch' })));
      writer.commit();
      assert.deepEqual((await ids(library, 'heart')).length, 3);
      await library.close();
    });

    test('what entered last comes first, with when it came in here', async () => {
      const library = await filled([
        paperOf({ pmid: '1', title: 'One', history: [{ event: 'entrez', date: { year: 2024, month: 2, day: 3 } }] }),
        paperOf({ pmid: '2', title: 'Two', published: { year: 2025 }, publishedOnline: { year: 2024, month: 11 } }),
        paperOf({ pmid: '3', title: 'Three', published: { year: 2023, month: 12 } }),
      ]);
      const recent = await library.recent(2);
      assert.deepEqual(
        recent.map(({ id, entered }) => [id, entered]),
        [
          ['pm2', '2024-11-01'],
          ['pm1', '2024-02-03'],
        ],
      );
      assert.match(String(recent[0]?.arrivedAt), /^\d{4}-\d\d-\d\dT.*Z$/);
      const writer = library.writer();
      writer.begin();
      writer.add(documentOf(paperOf({ pmid: '2', title: 'Two, corrected', published: { year: 2025 } })));
      writer.commit();
      const [changed] = await library.recent(1);
      assert.equal(changed?.arrivedAt, recent[0]?.arrivedAt, 'a change is no arrival');
      await library.close();
    });

    test('the state counts papers and knows the date of the data', async () => {
      const library = await filled();
      const state = await library.state();
      assert.equal(state.papers, 3);
      assert.equal(state.dataOf, '2021-05-06');
      assert.match(String(state.changedAt), /^\d{4}-\d\d-\d\dT.*Z$/);
      await library.close();
    });

    test('what could not be read is kept with its place until the file is read again', async () => {
      const library = await filled();
      const writer = library.writer();
      const record = {
        file: '/in/a.xml',
        ordinal: 7,
        line: 90,
        pmid: '12',
        reason: 'No title.',
        excerpt: '<PubmedArticle>',
      };
      writer.begin();
      writer.quarantine(record);
      writer.quarantine({ ...record, file: '/in/b.xml' });
      writer.clearQuarantine('/in/b.xml');
      writer.commit();
      assert.deepEqual(await library.quarantined(), [record]);
      assert.equal((await library.state()).quarantined, 1);
      await library.close();
    });

    test('a file is known by its bytes and its reading once it is wholly in', async () => {
      const library = await filled();
      const writer = library.writer();
      const file = { digest: 'abc', reading: 1, name: 'a.xml', records: 3 };
      writer.begin();
      writer.fileApplied(file);
      writer.commit();
      assert.deepEqual(writer.applied('abc', 1), file);
      assert.equal(writer.applied('abc', 2), undefined);
      await library.close();
    });
  });
}

function write(library: Library, papers: readonly Paper[]): void {
  const writer = library.writer();
  writer.begin();
  for (const paper of papers) writer.add(documentOf(paper));
  writer.commit();
}
