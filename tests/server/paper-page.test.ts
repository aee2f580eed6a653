/** What the server itself writes into the page of a paper, for whoever reads it without script. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { PaperAnswer } from '#api/index.ts';
import type { RecordId } from '#model/index.ts';
import { paperOf } from '../_papers.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const HOSTILE = '</title><script>alert(1)</script>"\'><img src=x onerror=alert(1)>';

const PAPERS = [
  paperOf({
    pmid: '1',
    title: ['Airway models and ', ['i', 'in vitro'], ' H', ['sub', '2'], 'O'],
    abstract: 'Readmissions were counted. In conclusion, they were rare.',
    identifiers: { pmid: '1', dois: ['10.5555/one'], pmcid: 'PMC11' },
    journal: {
      title: 'Annals of Ward Medicine',
      abbreviation: 'Ann Ward Med',
      volume: '3',
      issue: '2',
      issns: ['1234-5679'],
    },
    pages: '402-11',
    published: { year: 2025, month: 5 },
    authors: [{ last: 'Varga', fore: 'Jana', initials: 'J' }, { group: 'Feather Group' }],
  }),
  paperOf({
    pmid: '2',
    title: HOSTILE,
    abstract: HOSTILE,
    identifiers: { pmid: '2', dois: ['10.5555/two"onmouseover="x'] },
  }),
  paperOf({ pmid: '3', title: 'Notice', relations: [{ type: 'RetractionOf', to: 'pm2' as RecordId }] }),
  paperOf({ pmid: '4', title: 'No number but its own' }),
];

const written = async (house: App, path: string): Promise<{ status: number; text: string }> => {
  const response = await house.ask(path);
  return { status: response.status, text: await response.text() };
};

const paper = async (house: App, id: string) => {
  const answer = (await (await house.ask(`/api/papers/${encodeURIComponent(id)}`)).json()) as PaperAnswer;
  assert.ok('paper' in answer);
  return answer.paper;
};

suite('the page of a paper', () => {
  let house: App;
  before(async () => void (house = await appOf(PAPERS)));
  after(() => house.close());

  test('carries title, tags in their order, COinS and JSON-LD', async () => {
    const { status, text } = await written(house, '/paper/pm1');
    assert.equal(status, 200);
    assert.match(text, /<title>Airway models and in vitro H2O · Attune<\/title>/);
    const tags = [...text.matchAll(/<meta name="(citation_[^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
      name,
      content,
    ]);
    assert.deepEqual(
      tags.filter(([name]) => name === 'citation_author').map(([, content]) => content),
      ['Varga, Jana', 'Feather Group'],
    );
    const one = (name: string): string | undefined => tags.find(([each]) => each === name)?.[1];
    assert.equal(one('citation_doi'), '10.5555/one');
    assert.equal(one('citation_pmid'), '1');
    assert.equal(one('citation_publication_date'), '2025/05');
    assert.deepEqual([one('citation_firstpage'), one('citation_lastpage')], ['402', '411']);
    const coins = /<span class="Z3988" title="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    assert.equal(new URLSearchParams(coins).get('rft.jtitle'), 'Annals of Ward Medicine');
    const jsonLd = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1];
    assert.equal((JSON.parse(String(jsonLd)) as { '@type': string })['@type'], 'ScholarlyArticle');
  });

  test('can be read without script: title and abstract stand in it', async () => {
    const { text } = await written(house, '/paper/10.5555%2Fone');
    assert.match(text, /<h1[^>]*>Airway models and in vitro H2O<\/h1>/);
    assert.match(text, /Readmissions were counted/);
  });

  test('lets nothing of a paper become markup', async () => {
    const { text } = await written(house, '/paper/2');
    assert.doesNotMatch(text, /<script>|<img|[^\\]"onmouseover=/);
    assert.match(text, /<title>Retracted: &lt;\/title&gt;&lt;script&gt;/);
    const jsonLd = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1];
    assert.ok(JSON.parse(String(jsonLd)));
  });

  test('an identifier of no paper is not found, and one that was withdrawn is gone', async () => {
    assert.equal((await written(house, '/paper/999')).status, 404);
    assert.equal((await written(house, '/paper/')).status, 404);
    const gone = await appOf(PAPERS, {
      prepare: (library) => {
        const writer = library.writer();
        writer.begin();
        writer.remove('pm4' as RecordId, 'update.xml');
        writer.commit();
      },
    });
    assert.equal((await written(gone, '/paper/4')).status, 410);
    await gone.close();
  });

  test('opens in PMC where it is free, else at its DOI, else at its record', async () => {
    assert.deepEqual((await paper(house, '1')).open, {
      label: 'Open the free copy in PMC',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC11/',
      free: true,
    });
    assert.equal((await paper(house, '2')).open?.url, 'https://doi.org/10.5555/two%22onmouseover%3D%22x');
    assert.equal((await paper(house, '4')).open?.url, 'https://pubmed.ncbi.nlm.nih.gov/4/');
  });

  test('gives the conclusion in the authors’ words, and citations and a note to copy', async () => {
    const view = await paper(house, '1');
    assert.match(JSON.stringify(view.conclusion?.text), /In conclusion, they were rare\./);
    assert.match(view.citations.vancouver, /^Varga J; Feather Group\. Airway models/);
    assert.match(view.teamNote, /Airway models[\s\S]*https:\/\/doi\.org\/10\.5555\/one$/);
  });
});

suite('a house with a link resolver', () => {
  test('opens through it what is not free and has the number it asks for', async () => {
    const house = await appOf(PAPERS, { linkResolver: 'https://resolver.example.org/?id=doi:{doi}' });
    assert.equal((await paper(house, '1')).open?.free, true);
    assert.deepEqual((await paper(house, '2')).open, {
      label: 'Open through your library',
      url: 'https://resolver.example.org/?id=doi:10.5555%2Ftwo%22onmouseover%3D%22x',
      free: false,
    });
    assert.equal((await paper(house, '4')).open?.url, 'https://pubmed.ncbi.nlm.nih.gov/4/');
    await house.close();
  });
});

suite('a house that shows no abstracts of PubMed', () => {
  test('writes none into the page, nor a conclusion', async () => {
    const house = await appOf(PAPERS, { hideAbstracts: ['pubmed'] });
    const { text } = await written(house, '/paper/1');
    assert.doesNotMatch(text, /Readmissions were counted/);
    const view = await paper(house, '1');
    assert.equal(view.conclusion, undefined);
    assert.doesNotMatch(view.teamNote, /they were rare/);
    await house.close();
  });
});

test('what is copied from a sample paper says that it is fiction', async () => {
  const house = await appOf([]);
  const view = await paper(house, 'S0001');
  for (const copied of [view.citations.vancouver, view.citations.ama, view.teamNote])
    assert.match(copied, /^SAMPLE, fictional: /);
  assert.equal(view.open, undefined);
  await house.close();
});
