/** Every route of the contract answers in its shape, and says which field was wrong where a request is. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ROUTES } from '#api/index.ts';
import type { PaperAnswer, Problem, RouteName, SearchAnswer } from '#api/index.ts';
import type { RecordId } from '#model/index.ts';
import { SAMPLE_PAPERS } from '../_package.ts';
import { paperOf } from '../_papers.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const AWKWARD = '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2#x';

const PAPERS = [
  paperOf({
    pmid: '37003049',
    title: 'Early walking after sepsis',
    abstract: 'Readmissions were counted on twelve wards.',
    journal: { title: 'Annals of Ward Medicine', volume: '13' },
    authors: [{ last: 'Lindgren', initials: 'A' }],
    published: { year: 2024, month: 5 },
    publicationTypes: [{ name: 'Journal Article' }, { name: 'Review' }],
    identifiers: { pmid: '37003049', dois: ['10.5555/x'], pmcid: 'PMC77' },
    revised: { year: 2025, month: 1, day: 2 },
  }),
  paperOf({ pmid: '1', title: 'A chapter', identifiers: { pmid: '1', dois: ['10.5555/shared', '10.5555/100%25'] } }),
  paperOf({
    pmid: '2',
    title: 'Another chapter',
    identifiers: { pmid: '2', dois: ['10.5555/shared'] },
    languages: ['ger'],
    published: { year: 2020 },
  }),
  paperOf({ pmid: '3', title: 'An older article', identifiers: { pmid: '3', dois: [AWKWARD] } }),
  paperOf({
    pmid: '4',
    title: 'Retraction: early walking after sepsis',
    relations: [{ type: 'RetractionOf', to: 'pm37003049' as RecordId, citation: 'Ann Ward Med. 2024' }],
  }),
  paperOf({
    pmid: '6',
    title: 'A retracted chapter whose notice is elsewhere',
    relations: [
      { type: 'RetractionIn', to: 'pm99' as RecordId, citation: 'J Test. 2025' },
      { type: 'ErratumIn', to: 'pm4' as RecordId, citation: 'Ann Ward Med. 2025' },
    ],
  }),
  paperOf({ pmid: '5', title: 'Taken back' }),
];

let house: App;
before(async () => {
  house = await appOf(PAPERS, {
    prepare(library) {
      const writer = library.writer();
      writer.begin();
      writer.remove('pm5' as RecordId, 'pubmed26n1400.xml.gz');
      writer.commit();
    },
  });
});
after(() => house.close());

/** The answer, which has the route's shape and nothing beside it. */
async function answered<T>(name: RouteName, response: Response): Promise<T> {
  const body: unknown = await response.json();
  assert.equal(response.status, 200, JSON.stringify(body));
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.deepEqual(ROUTES[name].answer.parse(body), body);
  return body as T;
}

async function refused(status: number, response: Response): Promise<Problem['error']> {
  const body = (await response.json()) as Problem;
  assert.equal(response.status, status, JSON.stringify(body));
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.deepEqual(Object.keys(body), ['error']);
  assert.match(body.error.message, /[.?]$/);
  return body.error;
}

const paper = async (id: string): Promise<PaperAnswer> =>
  answered<PaperAnswer>('paper', await house.ask(`/api/papers/${encodeURIComponent(id)}`));

suite('answers have the shape of the contract', () => {
  test('the house', async () => {
    const state = await answered<{ kind: string; library: object; other: object }>(
      'house',
      await house.ask('/api/house'),
    );
    assert.equal(state.kind, 'home');
    assert.deepEqual({ ...state.library, changedAt: 0 }, { papers: 6, dataOf: '2025-01-02', changedAt: 0 });
    assert.deepEqual(state.other, { kind: 'sample', papers: SAMPLE_PAPERS });
  });

  test('a search, with marks where the words are', async () => {
    const answer = await answered<SearchAnswer>('search', await house.ask('/api/search?q=walking+readmissions'));
    assert.equal(answer.total, 1);
    assert.deepEqual(
      answer.hits[0]?.markedTitle?.filter((piece) => piece.hit).map((piece) => piece.text),
      ['walking'],
    );
    assert.deepEqual(
      answer.hits[0]?.passage?.filter((piece) => piece.hit).map((piece) => piece.text),
      ['Readmissions'],
    );
    assert.deepEqual(
      answer.hits[0]?.notices.map((notice) => notice.kind),
      ['retracted'],
    );
  });

  test('a search for an identifier says which paper it opens', async () => {
    const answer = await answered<SearchAnswer>(
      'search',
      await house.ask(`/api/search?q=${encodeURIComponent('https://doi.org/10.5555/X')}`),
    );
    assert.equal(answer.opens, 'pm37003049');
  });

  test('a search narrowed by everything there is', async () => {
    const narrowed = 'q=walking&from=2024&to=2024&types=Review%7CLetter&languages=eng&abstract=yes&sort=newest&page=1';
    assert.equal((await answered<SearchAnswer>('search', await house.ask(`/api/search?${narrowed}`))).total, 1);
  });

  test('a page after the last is empty and says how many there are', async () => {
    const answer = await answered<SearchAnswer>('search', await house.ask('/api/search?q=walking&page=9'));
    assert.deepEqual([answer.hits.length, answer.page, answer.pages, answer.total], [0, 9, 1, 2]);
  });

  test('counts of a search', async () => {
    assert.deepEqual(await answered('facets', await house.ask('/api/search/facets?q=chapter')), {
      years: [{ year: 2020, count: 1 }],
      types: [],
      languages: [
        { value: 'eng', label: 'English', count: 2 },
        { value: 'ger', label: 'German', count: 1 },
      ],
      withAbstract: 0,
    });
  });

  test('a paper by each of its identifiers', async () => {
    for (const id of ['pm37003049', '37003049', 'PMC77', '10.5555/X', 'doi:10.5555/x']) {
      const answer = await paper(id);
      assert.ok('paper' in answer, id);
      assert.equal(answer.paper.paper.id, 'pm37003049');
      const url = 'https://pmc.ncbi.nlm.nih.gov/articles/PMC77/';
      assert.deepEqual(answer.paper.open, { label: 'Open the free copy in PMC', url, free: true });
    }
  });

  test('DOIs with every awkward sign open their paper, and lead to an address that resolves', async () => {
    for (const [doi, id, url] of [
      [
        AWKWARD,
        'pm3',
        'https://doi.org/10.1002/(sici)1097-0258(19980815)17%3A15%3C1661%3A%3Aaid-sim968%3E3.0.co%3B2-2%23x',
      ],
      ['10.5555/100%25', 'pm1', 'https://doi.org/10.5555/shared'],
    ] as const) {
      const answer = await paper(doi);
      assert.ok('paper' in answer, doi);
      assert.equal(answer.paper.paper.id, id);
      assert.equal(answer.paper.open?.url, url);
    }
  });

  test('a notice leads to its paper where the library holds it, else to PubMed by its PMID', async () => {
    const answer = await paper('pm6');
    assert.ok('paper' in answer);
    const { hits } = await answered<SearchAnswer>('search', await house.ask('/api/search?q=elsewhere'));
    for (const notices of [answer.paper.notices, hits[0]?.notices])
      assert.deepEqual(
        notices?.map(({ kind, id, pmid }) => ({ kind, id, pmid })),
        [
          { kind: 'retracted', id: undefined, pmid: '99' },
          { kind: 'corrected', id: 'pm4', pmid: undefined },
        ],
      );
  });

  test('several papers with one DOI come as several', async () => {
    const answer = await paper('10.5555/shared');
    assert.ok('several' in answer);
    assert.deepEqual(
      answer.several.map((each) => each.id),
      ['pm1', 'pm2'],
    );
  });

  test('a withdrawn paper says so and when', async () => {
    const answer = await paper('pm5');
    assert.ok('withdrawn' in answer);
    assert.equal(answer.withdrawn.id, 'pm5');
    assert.match(answer.withdrawn.on, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(await paper('5'), answer);
  });

  test('a switch to the house that is open changes nothing, to the other one opens it', async () => {
    const kinds = [];
    for (const kind of ['home', 'sample', 'home'])
      kinds.push((await answered<{ kind: string }>('switchHouse', await house.post('/api/house', { kind }))).kind);
    assert.deepEqual(kinds, ['home', 'sample', 'home']);
  });
});

suite('a request that is wrong is told what is wrong with it', () => {
  for (const [path, field] of [
    ['/api/search', 'q'],
    ['/api/search?q=walking&page=0', 'page'],
    ['/api/search?q=walking&page=two', 'page'],
    ['/api/search?q=walking&sort=worst', 'sort'],
    ['/api/search?q=walking&from=yesterday', 'from'],
    ['/api/search?q=walking&to=99999', 'to'],
    ['/api/search?q=walking&abstract=no', 'abstract'],
    [`/api/search?q=${'a'.repeat(20_001)}`, 'q'],
    ['/api/search/facets', 'q'],
    [`/api/papers/${'a'.repeat(2_001)}`, 'id'],
  ] as const)
    test(`${path.slice(0, 60)} names ${field}`, async () => {
      const error = await refused(400, await house.ask(path));
      assert.equal(error.code, 'bad_request');
      assert.match(error.message, new RegExp(`“${field}”`));
    });

  test('a switch to no house names the field; a body that is no JSON is called that', async () => {
    assert.match((await refused(400, await house.post('/api/house', { kind: 'other' }))).message, /“kind”/);
    assert.match((await refused(400, await house.post('/api/house', {}))).message, /“kind”/);
    assert.match((await refused(400, await house.post('/api/house', 'kind=home'))).message, /not JSON/);
    assert.match(
      (await refused(400, await house.post('/api/house', 'null'))).message,
      /^The request is not as expected/,
    );
    assert.match(
      (await refused(400, await house.post('/api/house', ' '.repeat(600_000)))).message,
      /larger than anything this server takes/,
    );
  });

  test('a query that cannot be read says where it goes wrong', async () => {
    for (const path of ['/api/search', '/api/search/facets']) {
      const error = await refused(400, await house.ask(`${path}?q=${encodeURIComponent('walking AND (sepsis')}`));
      assert.equal(error.code, 'bad_query');
      assert.deepEqual(error.at, { start: 12, length: 1 });
    }
  });

  test('a paper that is not here is not found, however it is written', async () => {
    for (const id of ['99', '10.5555/nowhere', 'words', encodeURIComponent('<script>'), '%E0%A4%A', '%00'])
      assert.equal((await refused(404, await house.ask(`/api/papers/${id}`))).code, 'not_found', id);
  });

  test('an address of the API that is not in the table is not found, as JSON', async () => {
    for (const path of ['/api/', '/api/nothing', '/api/papers', '/api/papers/a/b', '/api/search/', '/api/house/x'])
      assert.equal((await refused(404, await house.ask(path))).code, 'not_found', path);
  });

  test('a method that is not in the table is refused', async () => {
    for (const [method, path] of [
      ['PUT', '/api/house'],
      ['DELETE', '/api/papers/pm1'],
      ['POST', '/api/search'],
      ['POST', '/search'],
      ['DELETE', '/paper/pm1'],
    ] as const)
      await refused(404, await house.ask(path, { method, headers: { 'content-type': 'application/json' } }));
  });
});

suite('a house set to show no abstracts of PubMed', () => {
  const secret = 'Readmissions were counted on twelve wards';
  const told = [
    paperOf({
      pmid: '8',
      title: 'Early walking after sepsis',
      abstract: secret,
      otherAbstracts: [{ type: 'Publisher', language: 'ger', sections: [{ text: `${secret}, auf Deutsch` }] }],
    }),
  ];
  let quiet: App;
  before(async () => void (quiet = await appOf(told, { hideAbstracts: ['pubmed'] })));
  after(() => quiet.close());

  test('shows none in the results nor on the paper, and says so', async () => {
    const search = await quiet.ask('/api/search?q=readmissions');
    const found = await answered<SearchAnswer>('search', search.clone());
    assert.equal(found.total, 1);
    assert.equal(found.hits[0]?.passage, undefined);
    assert.equal(found.hits[0]?.hasAbstract, false);
    const page = await quiet.ask('/api/papers/8');
    const answer = await answered<PaperAnswer>('paper', page.clone());
    assert.ok('paper' in answer);
    assert.equal(answer.paper.abstractShown, false);
    for (const response of [search, page]) assert.doesNotMatch(await response.text(), /counted on twelve wards/);
  });
});
