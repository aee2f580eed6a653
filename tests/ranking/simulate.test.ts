/** `attune simulate` as a program: its figures, the real sets where they are, and what it says of files that will not do. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { realData } from '../_package.ts';
import { attune, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
const simulate = (...given: string[]): Promise<Ran> => attune(['simulate', ...given], { ATTUNE_DATA: scratch.path });

const RECORDS = Array.from({ length: 30 }, (_, at) => ({
  id: `r${at}`,
  title: at < 6 ? `Sepsis on ward ${at}` : `Trees of forest ${at}`,
  abstract: at % 2 === 0 ? 'Methods and results.' : null,
  label: at < 6 ? 1 : 0,
}));

function written(name: string, records: readonly object[]): string {
  const path = join(scratch.path, name);
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

test('a collection that words tell apart is screened in order, packed or not, and the same way each time', async () => {
  const [plain, packed] = [
    await simulate(written('easy.jsonl', RECORDS), '--json'),
    await simulate(written('easy.jsonl.gz', RECORDS), '--json'),
  ];
  assert.equal(plain.code, 0, plain.err);
  const { cpuSeconds, ...figures } = JSON.parse(plain.out) as Record<string, number>;
  const { cpuSeconds: _, ...again } = JSON.parse(packed.out) as Record<string, number>;
  assert.deepEqual(figures, again);
  assert.ok((cpuSeconds as number) >= 0);
  assert.deepEqual(figures, {
    records: 30,
    relevant: 6,
    seeds: 3,
    loss: 0,
    ndcg: 1,
    wss95: figures['wss95'],
    rrf10: 0.4,
    atd: 0.107143,
    recall100: 1,
    lastFound: 0.178571,
  });
});

test('several files give their macro mean, beside the peer of the priors', async () => {
  const mean = { loss: 0.1, ndcg: 0.9, wss95: 0.5, rrf10: 0.3, atd: 0.2, recall100: 1, lastFound: 0.6 };
  const runs = [{ seed: 0, priorRelevantId: 'r2', priorIrrelevantId: 'r9' }];
  const priors = join(scratch.path, 'priors.json');
  writeFileSync(priors, JSON.stringify({ sets: ['one', 'two'].map((name) => ({ name, split: 'tune', runs, mean })) }));
  const files = ['one.jsonl', 'two.jsonl.gz'].map((name) => written(name, RECORDS));
  const ran = await simulate(...files, '--priors', priors, '--json');
  assert.equal(ran.code, 0, ran.err);
  const { sets, macro } = JSON.parse(ran.out) as { sets: { name: string; seeds: number }[]; macro: object[] };
  assert.deepEqual(
    sets.map(({ name, seeds }) => [name, seeds]),
    [
      ['one', 1],
      ['two', 1],
    ],
  );
  assert.equal(macro.length, 1);
  assert.deepEqual({ ...macro[0], wss95: 0 }, {
    split: 'tune', sets: 2, loss: 0, ndcg: 1, wss95: 0, rrf10: 0.4, atd: 0.107143, recall100: 1, lastFound: 0.178571,
    peer: mean, lossToPeer: 0,
  }); // prettier-ignore
  assert.match((await simulate(...files, '--priors', priors)).out, /Mean of the 2 sets \(tune\): loss 0, 0 times/);
});

test('texts without words are screened in the order of the file', async () => {
  const ran = await simulate(written('wordless.jsonl', RECORDS.map(({ id, label }) => ({ id, label }))), '--json'); // prettier-ignore
  assert.equal(ran.code, 0, ran.err);
  assert.equal((JSON.parse(ran.out) as { loss: number }).loss, 0);
});

test('what will not do is named in one sentence', async () => {
  const easy = written('easy.jsonl', RECORDS);
  const broken = written('broken.jsonl', RECORDS);
  writeFileSync(broken, `${JSON.stringify(RECORDS[0])}\n\n{"title": "cut o\n`);
  const noPriors = written('no-priors.json', []);
  const otherSets = join(scratch.path, 'other-sets.json');
  writeFileSync(otherSets, '{"sets": []}');
  const cutOff = join(scratch.path, 'cut.jsonl.gz');
  writeFileSync(cutOff, gzipSync(JSON.stringify(RECORDS)).subarray(0, 40));
  for (const [given, code, sentence] of [
    [[broken], 1, /^Line 3 of .*broken\.jsonl is no record/],
    [[written('label.jsonl', [{ title: 'No label' }])], 1, /^Line 1 of .*label\.jsonl is no record/],
    [[written('empty.jsonl', [])], 1, /empty\.jsonl holds no records/],
    [[written('dislikes.jsonl', RECORDS.slice(6))], 2, /nothing to simulate in .*: 0 of its records are relevant/],
    [[written('one-like.jsonl', RECORDS.slice(5))], 2, /nothing to simulate in .*: 1 of its records are relevant/],
    [[join(scratch.path, 'absent.jsonl')], 1, /There is no file/],
    [[cutOff], 1, /cut\.jsonl\.gz cannot be read/],
    [[easy, '--priors', noPriors], 1, /no-priors\.json holds no priors/],
    [[easy, '--priors', otherSets], 1, /other-sets\.json has no priors for easy/],
  ] as const) {
    const ran = await simulate(...given);
    assert.deepEqual([ran.code, ran.out], [code, ''], ran.err);
    assert.match(ran.err, sentence);
    assert.doesNotMatch(ran.err, /\n./);
  }
});

test('priors that name no single record of the file are refused', async () => {
  const mean = { loss: 0.1, ndcg: 0.9, wss95: 0.5, rrf10: 0.3, atd: 0.2, recall100: 1, lastFound: 0.6 };
  const runs = [{ seed: 0, priorRelevantId: 'r9', priorIrrelevantId: 'r2' }];
  const priors = join(scratch.path, 'wrong.json');
  writeFileSync(priors, JSON.stringify({ sets: [{ name: 'easy', split: 'tune', runs, mean }] }));
  const ran = await simulate(written('easy.jsonl', RECORDS), '--priors', priors);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /name record r9 as relevant/);
});

const small = realData('screening/tune/cohen2006_Antihistamines.jsonl.gz');
const priors = realData('screening/asreview-u4.json');

test(
  'on a small real review it loses at most a tenth more than ASReview',
  { skip: small.skip || priors.skip },
  async () => {
    const ran = await simulate(small.path, '--priors', priors.path, '--json');
    assert.equal(ran.code, 0, ran.err);
    const { records, relevant, seeds, loss } = JSON.parse(ran.out) as Record<string, number>;
    assert.deepEqual([records, relevant, seeds], [310, 16, 3]);
    assert.ok((loss as number) <= 1.1 * 0.234, `${loss}`);
  },
);
