/** The measurement of a house under load as a program: what it prints, what it refuses, and that it leaves nothing behind. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot, realData } from '../_package.ts';
import { attune, builtWeb, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

interface Document {
  readonly records: number;
  readonly readers: number;
  readonly seconds: number;
  readonly requests: number;
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
  readonly cpuMsPerRequest: number;
  readonly kinds: Readonly<Record<string, { readonly requests: number; readonly p50: number; readonly p95: number }>>;
}

const corpus = realData('corpus/pmid_records.jsonl.gz');
const queries = realData('search/queries-500.tsv');
const fixtures = join(corpus.path, '../..');
const scratch = temporaryFolder();
after(() => scratch.remove());

const bench = (given: readonly string[], folder = fixtures): Promise<Ran> =>
  attune(
    ['bench', 'serve', ...given],
    { ATTUNE_DATA: scratch.path, ATTUNE_FIXTURES: folder, TMPDIR: scratch.path },
    '',
    150_000,
  );

test('every request of every kind is answered as it should be', { skip: corpus.skip || queries.skip }, async () => {
  await builtWeb();
  const { code, out, err } = await bench(['--records', '600', '--seconds', '2', '--rate', '20', '--json']);
  assert.equal(code, 0, err);
  const { records, readers, seconds, requests, rps, p50, p95, p99, errors, cpuMsPerRequest, kinds } = JSON.parse(
    out,
  ) as Document;
  assert.equal(errors, 0, err);
  assert.deepEqual([records, readers, seconds, requests], [600, 200, 2, 40]);
  assert.deepEqual(Object.keys(kinds), ['feed', 'paper', 'search', 'saved', 'reaction']);
  assert.equal(
    Object.values(kinds).reduce((sum, kind) => sum + kind.requests, 0),
    requests,
  );
  for (const kind of Object.values(kinds)) assert.ok(kind.requests > 0 && kind.p50 > 0 && kind.p95 >= kind.p50);
  assert.ok(rps > 0 && p50 > 0 && p95 >= p50 && p99 >= p95 && cpuMsPerRequest > 0);
  assert.deepEqual(readdirSync(scratch.path), []);
});

test('what cannot be measured is refused in one sentence', async () => {
  for (const [given, folder, exit, sentence] of [
    [['--rate', 'fast'], fixtures, 2, /^--rate takes a number above 0, not “fast”\.$/],
    [['--rate', '100000'], fixtures, 2, /^--rate goes up to 2,000 requests a second, not 100,000\.$/],
    [[], join(packageRoot, 'absent'), 1, /^There is no file .*queries-500\.tsv\./],
  ] as const) {
    const { code, out, err } = await bench(given, folder);
    assert.deepEqual([code, out], [exit, '']);
    assert.match(err.trim(), sentence);
  }
  assert.deepEqual(readdirSync(scratch.path), []);
});
