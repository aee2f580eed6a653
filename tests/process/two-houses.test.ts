/** The sample and yours: which is served first, how one switches, and a server that was started for one alone. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SAMPLE_PAPERS } from '../_package.ts';
import { attune, builtWeb, served, temporaryFolder } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
before(builtWeb);

const xml = join(scratch.path, 'two.xml');
const record = (pmid: number, title: string): string =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2024</Year></PubDate></JournalIssue><Title>Annals of Ward Medicine</Title></Journal><ArticleTitle>${title}</ArticleTitle><Language>eng</Language></Article></MedlineCitation></PubmedArticle>`;
writeFileSync(
  xml,
  `<?xml version="1.0" encoding="utf-8"?><PubmedArticleSet>${record(99000001, 'Early walking after sepsis.')}${record(99000002, 'Late walking after sepsis.')}</PubmedArticleSet>`,
);

interface House {
  readonly kind: string;
  readonly library: { readonly papers: number };
  readonly other?: { readonly kind: string; readonly papers: number };
}

const house = async (address: string): Promise<House> => (await fetch(`${address}/api/house`)).json() as Promise<House>;
const switchTo = (address: string, kind: string): Promise<Response> =>
  fetch(`${address}/api/house`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  });
const total = async (address: string, words: string): Promise<number> =>
  ((await (await fetch(`${address}/api/search?q=${words}`)).json()) as { total: number }).total;

test('the sample is served until a paper of yours came in; then yours is, and the sample is one switch away', async () => {
  const data = join(scratch.path, 'both');
  const first = await served({ data });
  assert.deepEqual(await house(first.address).then(({ kind, other }) => ({ kind, other })), {
    kind: 'sample',
    other: { kind: 'home', papers: 0 },
  });

  const imported = await attune(['import', xml], { ATTUNE_DATA: data });
  assert.equal(imported.code, 0, imported.err);
  assert.match(imported.out, /2 added, 0 updated, 0 deleted, 0 unchanged/);
  assert.equal((await house(first.address)).kind, 'sample', 'nothing switches by itself');
  assert.equal((await house(first.address)).other?.papers, 2);
  await first.stop();

  const second = await served({ data });
  try {
    const atFirst = await house(second.address);
    assert.deepEqual(
      [atFirst.kind, atFirst.library.papers, atFirst.other],
      ['home', 2, { kind: 'sample', papers: SAMPLE_PAPERS }],
    );
    assert.equal(await total(second.address, 'walking'), 2);

    assert.equal((await switchTo(second.address, 'sample')).status, 200);
    assert.equal((await house(second.address)).kind, 'sample');
    assert.equal(
      (await fetch(`${second.address}/api/papers/99000001`)).status,
      404,
      'nothing of yours is in the sample',
    );

    const [one, other] = await Promise.all([switchTo(second.address, 'home'), switchTo(second.address, 'sample')]);
    assert.deepEqual([one.status, other.status], [200, 200], 'two switches at once follow each other');
    assert.equal((await switchTo(second.address, 'home')).status, 200);
    assert.equal(await total(second.address, 'walking'), 2);
  } finally {
    assert.equal(await second.stop(), 0);
  }
});

test('searches that are running when the house is switched are all answered', async () => {
  const server = await served({ data: join(scratch.path, 'both') });
  try {
    const asked = Array.from({ length: 60 }, (_, at) =>
      fetch(`${server.address}/api/search?q=${at % 2 === 0 ? 'walking' : 'sepsis'}`).then(
        (response) => response.status,
      ),
    );
    const switched = switchTo(server.address, 'sample').then((response) => response.status);
    const back = switchTo(server.address, 'home').then((response) => response.status);
    assert.deepEqual([...new Set([...(await Promise.all(asked)), await switched, await back])], [200]);
  } finally {
    await server.stop();
  }
});

test('a switch to an empty home makes it, and the sample is still there', async () => {
  const server = await served({ data: join(scratch.path, 'fresh') });
  try {
    const home = (await (await switchTo(server.address, 'home')).json()) as House;
    assert.deepEqual(
      [home.kind, home.library.papers, home.other],
      ['home', 0, { kind: 'sample', papers: SAMPLE_PAPERS }],
    );
    assert.equal(((await (await switchTo(server.address, 'sample')).json()) as House).library.papers, SAMPLE_PAPERS);
  } finally {
    await server.stop();
  }
});

test('papers that come in while their house is open are found at once', async () => {
  const alone = join(scratch.path, 'alone');
  const server = await served({ data: join(scratch.path, 'unused'), given: ['--data', alone] });
  try {
    assert.equal(await total(server.address, 'walking'), 0);
    const imported = await attune(['import', xml, '--data', alone]);
    assert.equal(imported.code, 0, imported.err);
    assert.equal(await total(server.address, 'walking'), 2);
    assert.equal((await house(server.address)).library.papers, 2);

    assert.equal((await house(server.address)).other, undefined, 'one house alone offers no other');
    assert.equal((await switchTo(server.address, 'sample')).status, 403);
    assert.equal((await switchTo(server.address, 'home')).status, 200);
  } finally {
    await server.stop();
  }
});
