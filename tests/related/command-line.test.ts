/** `attune similar` and `attune bench related` as programs. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { realData } from '../_package.ts';
import { attune, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
const house = join(scratch.path, 'sample');
const similar = (...given: string[]): Promise<Ran> =>
  attune(['similar', ...given, '--data', house], { ATTUNE_DATA: scratch.path });

before(async () => {
  const ran = await attune(['sample', '--data', house], { ATTUNE_DATA: scratch.path });
  assert.equal(ran.code, 0, ran.err);
});

interface Similar {
  readonly id: string;
  readonly ms: number;
  readonly hits: readonly { id: string; title: string; score: number; shared: string[]; tie?: string; mark?: string }[];
}

test('related papers of a sample paper are one JSON document', async () => {
  const ran = await similar('S0001', '--limit', '8', '--json');
  assert.equal(ran.code, 0, ran.err);
  const { ms, hits } = JSON.parse(ran.out) as Similar;
  assert.ok(ms > 0);
  assert.equal(hits.length, 8);
  assert.equal(hits[0]?.tie, 'comment');
  const alike = hits.filter((hit) => hit.tie === undefined);
  for (const { score, shared, title } of alike) assert.ok(score > 0 && shared.length > 0 && title !== '');
  assert.deepEqual(
    alike.map((hit) => hit.score),
    alike.map((hit) => hit.score).sort((one, other) => other - one),
  );
});

test('a person reads why', async () => {
  const ran = await similar('S0001');
  assert.match(ran.out, /^Related to “Getting patients out of bed/);
  assert.match(ran.out, /because they share .*sepsis/);
});

test('an id that is none of the library, and a limit that is no number, are told in a sentence', async () => {
  const unknown = await similar('99999999');
  assert.deepEqual([unknown.code, unknown.out], [1, '']);
  assert.match(unknown.err, /^No paper in this library is 99999999\. Check the identifier/);
  const limit = await similar('S0001', '--limit', 'many');
  assert.equal(limit.code, 2);
  assert.match(limit.err, /^--limit takes a number from 1 to 100, not “many”\./);
});

const bench = (folder: string): Promise<Ran> =>
  attune(['bench', 'related', '--data', folder, '--json'], { ATTUNE_DATA: scratch.path }, undefined, 170_000);

interface Bench {
  readonly records: number;
  readonly seeds: number;
  readonly ndcg10: { readonly attune: number; readonly pmra: number; readonly bm25: number };
  readonly msMean: number;
}

test('two reviews in one pool: a record of both is one paper, and the relevant ones find each other', async () => {
  const folder = join(scratch.path, 'screening');
  mkdirSync(join(folder, 'tune'), { recursive: true });
  const line = (pmid: string, title: string, label: 0 | 1): string =>
    JSON.stringify({ pmid, title, abstract: '', label });
  const sepsis = [line('1', 'Sepsis and walking', 1), line('2', 'Walking in sepsis', 1), line('3', 'Migraine', 0)];
  writeFileSync(join(folder, 'tune', 'one.jsonl'), sepsis.join('\n'));
  writeFileSync(join(folder, 'tune', 'two.jsonl'), [line('3', 'Migraine', 0), line('4', 'Asthma', 1)].join('\n'));
  const ran = await bench(folder);
  assert.equal(ran.code, 0, ran.err);
  const { records, seeds, ndcg10 } = JSON.parse(ran.out) as Bench;
  assert.deepEqual({ records, seeds, ndcg10 }, { records: 4, seeds: 2, ndcg10: { attune: 1, pmra: 1, bm25: 1 } });
});

test('a folder without collections is named', async () => {
  const ran = await bench(join(scratch.path, 'nowhere'));
  assert.match(ran.err, /holds no screened collections/);
});

const screening = realData('screening');

test(
  'the real collections are ranked better than by PubMed’s measure',
  { skip: screening.skip, timeout: 180_000 },
  async () => {
    const ran = await bench(screening.path);
    assert.equal(ran.code, 0, ran.err);
    const { seeds, ndcg10 } = JSON.parse(ran.out) as Bench;
    assert.equal(seeds, 501);
    assert.ok(ndcg10.attune >= 1.05 * ndcg10.pmra && ndcg10.attune > ndcg10.bm25, JSON.stringify(ndcg10));
  },
);
