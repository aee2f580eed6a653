/** The stand-in of NCBI itself: that it answers as the service does, and that the way out copes with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Answer, Service } from '#outside/index.ts';
import { extractPaper, parseXml, RecordSplitter } from '../../src/library/sources/pubmed/index.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Ncbi, NcbiOptions } from '../_ncbi.ts';
import { serviceAt } from './_service.ts';

interface Found {
  readonly ERROR?: string;
  readonly count: string;
  readonly idlist: readonly string[];
  readonly webenv?: string;
  readonly querykey?: string;
  readonly errorlist?: { readonly phrasesnotfound: readonly string[] };
  readonly warninglist?: { readonly outputmessages: readonly string[] };
}

async function open(t: TestContext, options: NcbiOptions = {}): Promise<{ ncbi: Ncbi; ask: Ask; find: Find }> {
  const ncbi = await startNcbi({ papers: madeUpPapers(100), perSecond: false, ...options });
  t.after(() => ncbi.close());
  const service = serviceAt(ncbi.address, { tries: 1, silenceMs: 2_000, wholeMs: 4_000, mostBytes: 1_000_000 });
  const ask: Ask = (path, params) => asked(service, ncbi.address + path, params);
  const find: Find = async (term, more = {}) => {
    const { body } = await ask('entrez/eutils/esearch.fcgi', { db: 'pubmed', retmode: 'json', term, ...more });
    return (JSON.parse(body.toString()) as { esearchresult: Found }).esearchresult;
  };
  return { ncbi, ask, find };
}
type Ask = (path: string, params: Record<string, string>) => Promise<Answer>;
type Find = (term: string, more?: Record<string, string>) => Promise<Found>;

const asked = (service: Service, url: string, params: Record<string, string>): Promise<Answer> =>
  service.request({ url, form: { tool: 'attune', email: 'ward@hospital.test', ...params } });

const FETCH = 'entrez/eutils/efetch.fcgi';
const xmlOf = async (ask: Ask, params: Record<string, string>): Promise<string> =>
  (await ask(FETCH, { db: 'pubmed', retmode: 'xml', ...params })).body.toString();
const pmidsOf = (xml: string): string[] => [...xml.matchAll(/<PMID Version="1">(\d+)</g)].map(([, pmid = '']) => pmid);

test('a search finds words, phrases, ids and dates, the newest first', async (t) => {
  const { find } = await open(t);
  assert.deepEqual(await find('invented', { retmax: '2' }), {
    count: '100',
    retmax: '2',
    retstart: '0',
    idlist: ['99000100', '99000099'],
    translationset: [],
    querytranslation: 'invented[All Fields]',
  });
  for (const [term, count] of [
    ['lumps', 15],
    ['lumps[tiab] AND hedgehogs[tiab]', 3],
    ['(lumps OR moult) NOT hedgehogs', 24],
    ['"quiet nights" otters', 3],
    ['"10.5555/attune.ncbi.99000001"[doi]', 1],
    ['99000001,99000002[uid]', 2],
    ['99000003[pmid] OR 99000004', 2],
    ['hedge*', 21],
    ['"J Invent Ward Med"[ta]', 100],
    ['invented AND 2020/01/02:2020/01/03[edat]', 20],
  ] as const)
    assert.equal((await find(term)).count, String(count), term);
  const dated = await find('invented', { mindate: '2020/01/10', maxdate: '2020/12/31', datetype: 'edat' });
  assert.equal(dated.count, '10');
});

test('a search without a match names what it did not find', async (t) => {
  const { find } = await open(t);
  const { count, errorlist, warninglist } = await find('lumps AND zzqqxx');
  assert.deepEqual(
    [count, errorlist?.phrasesnotfound, warninglist?.outputmessages],
    ['0', ['zzqqxx'], ['No items found.']],
  );
});

test('a search reaches 9,999 papers and no further, whatever it counts', async (t) => {
  const { find } = await open(t, { papers: madeUpPapers(12_000) });
  const first = await find('invented', { retmax: '20000' });
  assert.deepEqual([first.count, first.idlist.length], ['12000', 9_999]);
  assert.equal((await find('invented', { retstart: '9998' })).idlist.length, 1);
  assert.match((await find('invented', { retstart: '9999' })).ERROR ?? '', /'retstart' cannot be larger than 9998/);
});

test('records come by their ids or by the search that was kept, as the house reads them', async (t) => {
  const { ask, find } = await open(t);
  const xml = await xmlOf(ask, { id: '99000050,1,99000001' });
  const papers: unknown[] = [];
  const splitter = new RecordSplitter();
  for (const part of [...splitter.push(Buffer.from(xml)), ...splitter.end()]) {
    if (part.kind === 'record') papers.push(extractPaper(parseXml(part.xml.toString())));
  }
  assert.equal(papers.length, 2);
  const { webenv = '', querykey = '' } = await find('invented', { usehistory: 'y', retmax: '0' });
  const history = { WebEnv: webenv, query_key: querykey };
  const second = await xmlOf(ask, { ...history, retstart: '2', retmax: '2' });
  assert.deepEqual(pmidsOf(second), ['99000098', '99000097']);
  assert.deepEqual(pmidsOf(await xmlOf(ask, { id: '1' })), []);
  assert.match(await xmlOf(ask, { ...history, WebEnv: 'gone' }), /<ERROR>Unable to obtain query #1<\/ERROR>/);
});

test('the converter gives the ids of papers in PMC, and says of each other that it is not there', async (t) => {
  const { ask } = await open(t);
  const convert = async (ids: string, idtype: string): Promise<unknown> =>
    JSON.parse((await ask('tools/idconv/api/v1/articles/', { format: 'json', ids, idtype })).body.toString());
  assert.deepEqual(await convert('99000001,99000002', 'pmid'), {
    status: 'ok',
    'response-date': '2026-09-08 02:49:01',
    records: [
      { doi: '10.5555/attune.ncbi.99000001', pmcid: 'PMC99000001', pmid: 99_000_001, 'requested-id': '99000001' },
      { pmid: '99000002', 'requested-id': '99000002', status: 'error', errmsg: 'Identifier not found in PMC' },
    ],
  });
  assert.match(JSON.stringify(await convert('lump', 'pmid')), /invalid_pmids/);
});

test('it turns away what NCBI turns away: too many, too long, and nameless', async (t) => {
  const { ncbi, ask } = await open(t, { perSecond: 3 });
  const url = `${ncbi.address}${FETCH}?db=pubmed&retmode=xml&tool=attune`;
  assert.equal((await fetch(url)).status, 400);
  assert.equal((await fetch(`${url}&email=ward@hospital.test&id=${'99000001,'.repeat(500)}`)).status, 414);
  assert.equal((await ask(FETCH, { db: 'pubmed', retmode: 'xml', id: '99000001,'.repeat(500) })).status, 200);
  await assert.rejects(ask(FETCH, {}), /has been asked too often \(status 429\)/);
  assert.equal(ncbi.requests.length, 4);
});

test('kept to its pace, the way out is never turned away', async (t) => {
  const { ncbi } = await open(t, { perSecond: 3 });
  const service = serviceAt(ncbi.address, { tries: 1, perSecond: 3 });
  const params = { db: 'pubmed', retmode: 'xml', id: '99000001' };
  await Promise.all(Array.from({ length: 7 }, () => asked(service, ncbi.address + FETCH, params)));
  assert.equal(ncbi.requests.length, 7);
});

test('it fails in every way that it is told to', async (t) => {
  const { ncbi, find } = await open(t);
  const impatient = serviceAt(ncbi.address, { tries: 1 });
  const fetched = (): Promise<string> =>
    xmlOf((path, params) => asked(impatient, ncbi.address + path, params), { id: '99000001' });
  const failures = [
    ['status 429', /asked too often/],
    ['status 500', /answered with status 500/],
    ['drip', /took longer than/],
    ['silence', /sent nothing for/],
    ['cut', /broke its answer off/],
  ] as const;
  for (const [fault, sentence] of failures) {
    ncbi.fault = () => fault;
    await assert.rejects(fetched(), sentence, fault);
  }
  for (const [fault, body] of [
    ['error body', /<eFetchResult>\s*<ERROR>Search Backend failed/],
    ['html', /^<html>/],
    ['empty set', /<PubmedArticleSet>\s*<\/PubmedArticleSet>/],
    ['expired history', /<ERROR>Unable to obtain query #1</],
    ['key invalid', /^\{"error":"API key invalid"/],
  ] as const) {
    ncbi.fault = () => fault;
    assert.match(await fetched(), body, fault);
  }
  ncbi.fault = () => 'raw newline';
  await assert.rejects(find('lumps'), SyntaxError);
  ncbi.fault = () => 'expired history';
  assert.equal((await find('lumps')).ERROR, 'Unable to obtain query #1');
  ncbi.fault = (_, n) => (n === ncbi.requests.length - 1 ? 'empty set' : undefined);
  assert.equal((await find('lumps')).count, '0');
});
