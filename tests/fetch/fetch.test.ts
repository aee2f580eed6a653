/** Papers from PubMed: taken whole, in pages, at NCBI's pace, through every fault of the way, and going on where they were. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CivilDate, RecordId } from '#model/index.ts';
import type { FetchProgress } from '#library/index.ts';
import { fetchingFrom, query } from '../_fetching.ts';
import type { Fetching } from '../_fetching.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Fault, Ncbi, NcbiOptions, NcbiRequest } from '../_ncbi.ts';

const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing) await close();
});

/** With a key, which lets it ask ten times a second: these tests are about other things than the pace. */
async function world(options: NcbiOptions, key?: 'no key'): Promise<{ ncbi: Ncbi } & Fetching> {
  const ncbi = await startNcbi(options);
  const fetching = await fetchingFrom(ncbi.address, key === 'no key' ? undefined : 'inventedkey');
  closing.push(fetching.close, () => ncbi.close());
  return { ncbi, ...fetching };
}

const papers = madeUpPapers(650);
const counts = ({ added, updated, unchanged }: { added: number; updated: number; unchanged: number }): number[] => [
  added,
  updated,
  unchanged,
];
const isFetch = ({ path }: NcbiRequest): boolean => path.endsWith('efetch.fcgi');

test('a search comes in whole, page by page, at most three requests a second; a second time all of it is unchanged', async () => {
  const { ncbi, library, fetch } = await world({ papers }, 'no key');
  const told: FetchProgress[] = [];
  const report = await fetch(query('invented'), { onProgress: (progress) => told.push(progress) });
  assert.deepEqual([report.total, report.wanted, ...counts(report)], [650, 650, 650, 0, 0]);
  assert.deepEqual(report.notFound, []);
  assert.equal(report.newestEntrez, '2020-03-05');
  assert.equal((await library.state()).papers, 650);
  assert.deepEqual(
    told.map(({ done }) => done),
    [0, 200, 400, 600, 650],
  );
  assert.equal(ncbi.requests.length, 5);
  for (const { params } of ncbi.requests)
    assert.deepEqual([params['tool'], params['email']], ['attune', 'house@example.org']);
  assert.deepEqual(
    ncbi.requests.filter(isFetch).map(({ params }) => params['retstart']),
    ['0', '200', '400', '600'],
  );
  assert.deepEqual(counts(await fetch(query('invented'), { name: 'again' })), [0, 0, 650]);
  const paper = await library.get('pm99000001' as RecordId);
  assert.equal(paper?.identifiers.dois?.[0], '10.5555/attune.ncbi.99000001');
});

test('as many as asked for are taken, the newest first, and publication dates go into the search', async () => {
  const { ncbi, library, client, fetch } = await world({ papers });
  const report = await fetch({ ...query('invented', 250), since: '2019' } as never);
  assert.deepEqual([report.total, report.wanted, report.added], [650, 250, 250]);
  assert.equal(ncbi.requests[0]?.params['term'], '(invented) AND 2019:3000[dp]');
  assert.ok(await library.get('pm99000650' as RecordId));
  assert.equal(await library.get('pm99000001' as RecordId), undefined);
  await assert.rejects(
    fetch({ ...query('invented'), since: 'last year' } as never, { name: 'b' }),
    /“last year” is no date/,
  );
  await assert.rejects(fetch(query('  '), { name: 'c' }), /nothing to look for/);
  assert.ok(client);
});

const MENDED: readonly Fault[] = [
  'status 429',
  'status 429 with retry-after',
  'status 500',
  'error body',
  'html',
  'cut',
  'empty set',
  'raw newline',
];
for (const fault of MENDED)
  test(`${fault} in the middle loses nothing`, async () => {
    const { ncbi, library, fetch } = await world({ papers: papers.slice(0, 450) });
    const said: string[] = [];
    ncbi.fault = (_, n) => (n === 0 || n === 2 ? fault : undefined);
    const report = await fetch(query('invented'), { onRetry: (sentence) => said.push(sentence) });
    if (fault === 'empty set') {
      assert.deepEqual([report.total, report.added], [0, 0]);
      return;
    }
    assert.deepEqual([report.added, report.notFound], [450, []]);
    assert.equal((await library.state()).papers, 450);
    assert.ok(
      said.every((sentence) => /^PubMed .+\. Try \d of \d in \d+ s\.$/.test(sentence)),
      said.join('\n'),
    );
    assert.ok(said.length > 0);
  });

test('an empty answer where there should be records is asked again by number', async () => {
  const { ncbi, fetch } = await world({ papers: papers.slice(0, 300) });
  ncbi.fault = (_, n) => (n === 1 ? 'empty set' : undefined);
  const report = await fetch(query('invented'));
  assert.deepEqual([report.added, report.notFound], [300, []]);
});

test('a list that NCBI keeps no longer is gone on with by the numbers themselves', async () => {
  const { ncbi, fetch } = await world({ papers });
  ncbi.fault = (request) =>
    isFetch(request) && request.params['WebEnv'] && request.params['retstart'] !== '0' ? 'expired history' : undefined;
  const report = await fetch(query('invented'));
  assert.deepEqual([report.added, report.notFound], [650, []]);
  const asked = ncbi.requests.flatMap(({ params }) => params['id']?.split(',') ?? []);
  assert.equal(asked.length, 450);
  assert.equal(new Set(asked).size, 450);
});

test('a slow drip and a silence are given up and tried again', async () => {
  for (const fault of ['drip', 'silence'] as const) {
    const { ncbi, client } = await world({ papers: papers.slice(0, 3) });
    ncbi.fault = () => fault;
    const ending = new AbortController();
    const asked = client.search({ term: 'invented', list: 3 }, { signal: ending.signal });
    setTimeout(() => ending.abort(new Error('enough')), 300);
    await assert.rejects(asked, /enough/);
  }
});

test('a service that stays broken ends with one sentence, keeps what came in, and the same name goes on behind it', async () => {
  const { ncbi, library, fetch } = await world({ papers });
  ncbi.fault = (request) => (isFetch(request) && Number(request.params['retstart']) >= 400 ? 'status 500' : undefined);
  await assert.rejects(fetch(query('invented')), (error: Error) => {
    assert.match(error.message, /^PubMed [^\n]+\(attune import FILE\)\.$/);
    return true;
  });
  assert.equal((await library.state()).papers, 400);
  ncbi.fault = undefined;
  const before = ncbi.requests.length;
  const report = await fetch(query('invented'));
  assert.deepEqual(counts(report), [650, 0, 0]);
  assert.deepEqual(
    ncbi.requests.slice(before).map(({ params }) => params['retstart']),
    ['400', '600'],
  );
});

test('stopping between two pages keeps the pages, and going on asks for the others alone', async () => {
  const { ncbi, library, fetch } = await world({ papers });
  const ending = new AbortController();
  await assert.rejects(
    fetch(query('invented'), {
      signal: ending.signal,
      onProgress: ({ done }) => done === 200 && ending.abort(new Error('stop')),
    }),
    /stop/,
  );
  const held = (await library.state()).papers;
  assert.ok(held === 200, String(held));
  const report = await fetch(query('invented'));
  assert.deepEqual(counts(report), [650, 0, 0]);
  assert.ok(ncbi.requests.filter(({ params }) => params['retstart'] === '0').length === 1);
});

test('two that do the same work at once count nothing twice', async () => {
  const { library, fetch } = await world({ papers, perSecond: false });
  const [one, other] = await Promise.all([fetch(query('invented')), fetch(query('invented'))]);
  assert.deepEqual(counts(one), [650, 0, 0]);
  assert.deepEqual(counts(other), [650, 0, 0]);
  assert.equal((await library.state()).papers, 650);
});

test('a key that NCBI does not know is said so, without the key', async () => {
  const { ncbi, fetch } = await world({ papers });
  ncbi.fault = () => 'key invalid';
  await assert.rejects(fetch(query('invented')), /NCBI does not know the key in NCBI_API_KEY/);
  assert.equal(ncbi.requests.length, 1);
});

test('nothing at the address is said within a few seconds', async () => {
  const { fetch, close } = await fetchingFrom('http://127.0.0.1:9/');
  const started = performance.now();
  await assert.rejects(fetch(query('invented')), /^AppError: PubMed cannot be reached .+ \(attune import FILE\)\.$/);
  assert.ok(performance.now() - started < 5_000);
  await close();
});

test('more than ten thousand are listed by entrez date, each once, and no list is asked for beyond its end', async () => {
  const many = madeUpPapers(24_000);
  const { ncbi, client } = await world({ papers: many, perSecond: false });
  const { listPapers } = await import('../../src/library/sources/ncbi/slices.ts');
  const listed = await listPapers(client, { term: 'invented', max: 22_000, today: '2026-12-31' as CivilDate }, {});
  const pmids = listed.slices.flatMap((slice) => slice.pmids);
  assert.deepEqual([listed.total, pmids.length, new Set(pmids).size, listed.notes.length], [24_000, 22_000, 22_000, 0]);
  assert.ok(listed.slices.every((slice) => slice.pmids.length <= 9_999));
  assert.ok(pmids.includes('99024000') && !pmids.includes('99000001'), 'the newest come first');
  assert.ok(ncbi.requests.length < 20, `${ncbi.requests.length} requests`);
});

test('what is new since a day is what entered on that day or later', async () => {
  const { ncbi, fetch } = await world({ papers });
  const report = await fetch({ ...query('invented'), entered: '2020-03-04' } as never);
  assert.deepEqual([report.added, report.newestEntrez], [20, '2020-03-05']);
  assert.deepEqual([ncbi.requests[0]?.params['datetype'], ncbi.requests[0]?.params['mindate']], ['edat', '2020/03/04']);
});

test('a list of numbers of all three kinds is found by any of them, and what is not is named as it was given', async () => {
  const { ncbi, fetch } = await world({ papers });
  const text = [
    'PMID 99000001 doi:10.5555/attune.ncbi.99000001 PMC99000001',
    'PMC99000004',
    'https://doi.org/10.5555/attune.ncbi.99000006.',
    '99000007, 99009999',
    'PMC99009999; 10.5555/nobody',
    'some words',
  ].join('\n');
  const report = await fetch({ kind: 'ids', text });
  assert.deepEqual([report.added, report.notFound], [4, ['99009999', 'PMC99009999', '10.5555/nobody']]);
  assert.deepEqual(report.badLines, [{ line: 6, text: 'some words' }]);
  assert.equal(ncbi.requests.length, 3);
  await assert.rejects(fetch({ kind: 'ids', text: 'only words' }, { name: 'b' }), /holds no PMID, PMCID or DOI/);
});
