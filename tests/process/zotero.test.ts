/**
 * A real page read by Zotero's own translators. They are no part of this package: start Zotero's translation server on loopback
 * and name its address in ZOTERO_TRANSLATION_SERVER.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { packageRoot } from '../_package.ts';
import { served, temporaryFolder } from '../_server.ts';
import type { Served } from '../_server.ts';

const zotero = process.env['ZOTERO_TRANSLATION_SERVER'];
const skip =
  zotero === undefined ? 'needs Zotero’s translation server on loopback, named in ZOTERO_TRANSLATION_SERVER' : false;

interface Item {
  readonly itemType: string;
  readonly title: string;
  readonly creators: readonly { readonly lastName?: string; readonly name?: string }[];
  readonly publicationTitle: string;
  readonly volume: string;
  readonly pages: string;
  readonly DOI: string;
}

suite('Zotero reads the page of a paper', { skip }, () => {
  const folder = temporaryFolder();
  let server: Served;
  before(async () => void (server = await served({ data: folder.path })));
  after(async () => {
    await server.stop();
    folder.remove();
  });

  test('with its title, all authors, journal, volume, pages and DOI', async () => {
    const line = readFileSync(join(packageRoot, 'sample/papers.jsonl'), 'utf8').split('\n')[0] ?? '';
    const paper = JSON.parse(line) as {
      title: string;
      authors: { last: string }[];
      journal: { title: string; volume: string };
    };
    const response = await fetch(`${zotero}/web`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: `${server.address}/paper/S0001`,
      signal: AbortSignal.timeout(30_000),
    });
    const [item] = (await response.json()) as Item[];
    assert.equal(item?.itemType, 'journalArticle');
    assert.equal(item.title, paper.title);
    assert.deepEqual(
      item.creators.map((creator) => creator.lastName),
      paper.authors.map((author) => author.last),
    );
    assert.deepEqual([item.publicationTitle, item.volume], [paper.journal.title, paper.journal.volume]);
    assert.match(item.pages, /^402[-–]411$/);
    assert.equal(item.DOI, '10.5555/attune.sample.0001');
  });
});
