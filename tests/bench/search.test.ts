/** The measurement of searches as a program: which queries it runs, and what it prints of them. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { attune, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';
import { writeMadeUpFile } from './_made-up-file.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
const home = join(scratch.path, 'home');
const list = join(scratch.path, 'queries.tsv');
const bench = (...given: string[]): Promise<Ran> =>
  attune(['bench', 'search', ...given], { ATTUNE_DATA: scratch.path });

before(async () => {
  const ran = await attune(['import', writeMadeUpFile(scratch.path), '--data', home], { ATTUNE_DATA: scratch.path });
  assert.equal(ran.code, 0, ran.err);
  const queries = [
    'and\tsepsis ward\t\t',
    'and\tpatients followed\t\t',
    'or\tsepsis book\t\t',
    'and_year\tsepsis\t2020\t2020',
  ];
  writeFileSync(list, `mode\tquery\tyearFrom\tyearTo\n${queries.join('\n')}\n`);
});

interface Document {
  readonly papers: number;
  readonly modes: Readonly<Record<string, { queries: number; meanCpuMs: number; p95CpuMs: number; maxCpuMs: number }>>;
  readonly broadestWord: { readonly word: string; readonly hits: number; readonly cpuMs: number };
}

test('each mode has its figures, and the broadest word is found', async () => {
  const ran = await bench(list, '--data', home, '--json');
  assert.equal(ran.code, 0, ran.err);
  const { papers, modes, broadestWord } = JSON.parse(ran.out) as Document;
  assert.equal(papers, 6);
  assert.deepEqual(
    Object.entries(modes).map(([name, { queries }]) => [name, queries]),
    [
      ['and', 2],
      ['or', 1],
      ['and_year', 1],
    ],
  );
  for (const { meanCpuMs, p95CpuMs, maxCpuMs } of Object.values(modes))
    assert.ok(meanCpuMs > 0 && p95CpuMs <= maxCpuMs && meanCpuMs <= maxCpuMs);
  assert.equal(broadestWord.hits, 6);
  assert.ok(broadestWord.cpuMs > 0);
});

test('one mode or one word can be asked for', async () => {
  const ran = await bench(list, '--data', home, '--mode', 'or', '--word', 'sepsis', '--json');
  const { modes, broadestWord } = JSON.parse(ran.out) as Document;
  assert.deepEqual(Object.keys(modes), ['or']);
  assert.deepEqual([broadestWord.word, broadestWord.hits], ['sepsis', 5]);
});

test('a file that is no list of queries is named in one sentence', async () => {
  const other = join(scratch.path, 'other.tsv');
  writeFileSync(other, 'a\tb\n');
  for (const [path, sentence] of [
    [other, /other\.tsv is no list of queries/],
    [join(scratch.path, 'absent.tsv'), /There is no file/],
  ] as const) {
    const ran = await bench(path, '--data', home);
    assert.deepEqual([ran.code, ran.out], [1, '']);
    assert.match(ran.err, sentence);
  }
});
