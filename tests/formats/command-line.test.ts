/** `attune search --export` as a program: what goes to which stream, which files are left, and how it ends. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { packageRoot, SAMPLE_PAPERS } from '../_package.ts';
import { attune, plainEnvironment, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';
import { asNobody, isOneSentence, needsMount, needsRoot, smallDisk } from '../process/_bad-ground.ts';
import { FORMATS } from './_exported.ts';
import { readRis } from './_readers.ts';

const ALL = 'NOT zzzqqq';
const scratch = temporaryFolder();
after(() => scratch.remove());
const sample = join(scratch.path, 'sample');
const out = join(scratch.path, 'out');
const run = async (...given: string[]): Promise<Ran> => {
  const ran = await attune(given, { ATTUNE_DATA: scratch.path });
  assert.doesNotMatch(ran.out + ran.err, /^\s+at .+[:(]/m);
  return ran;
};
const search = (...given: string[]): Promise<Ran> => run('search', ALL, '--data', sample, ...given);

before(async () => {
  mkdirSync(out);
  const made = await run('sample', '--data', sample);
  assert.equal(made.code, 0, made.err);
});

suite('to standard output', () => {
  test('every paper found, not one page, and nothing beside it', async () => {
    const { code, out: text, err } = await search('--export', 'ris');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(readRis(text).length, SAMPLE_PAPERS);
  });

  test('how the query was read is told on standard error', async () => {
    const ran = await run('search', 'sepsis OR zzzqqq', '--data', sample, '--export', 'jsonl');
    assert.equal(ran.code, 0);
    assert.equal(ran.err, 'Nothing in this library has “zzzqqq”.\n');
    for (const line of ran.out.trim().split('\n')) JSON.parse(line);
  });

  test('a reader who stops early, as head does, ends it quietly', async () => {
    const child = spawn(
      'sh',
      ['-c', './attune search "$1" --data "$2" --export csv | head -c 10; echo " ${?}"', '-', ALL, sample],
      {
        cwd: packageRoot,
        env: plainEnvironment({ ATTUNE_DATA: scratch.path }),
      },
    );
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, said], [0, '']);
  });
});

suite('into a file', () => {
  test('of each format, whole, with a word on standard error and none on standard output', async () => {
    for (const format of FORMATS) {
      const file = join(out, `all.${format}`);
      const ran = await search('--export', format, '--out', file);
      assert.deepEqual([ran.code, ran.out], [0, ''], ran.err);
      assert.match(ran.err, new RegExp(`^${SAMPLE_PAPERS} papers written to ${file} as `));
      assert.match(ran.err, /Sample paper written for Attune\. All of it is fictional\.\n$/);
    }
    const printed = await search('--export', 'bibtex');
    assert.equal(readFileSync(join(out, 'all.bibtex'), 'utf8'), printed.out);
    assert.deepEqual(
      readdirSync(out).filter((name) => name.startsWith('.')),
      [],
    );
  });

  test('with --json one document says what was written', async () => {
    const file = join(out, 'told.csv');
    const ran = await search('--export', 'csv', '--out', file, '--json');
    assert.deepEqual([ran.code, ran.err], [0, '']);
    const { courtesy, ...document } = JSON.parse(ran.out) as Record<string, unknown>;
    assert.deepEqual(document, { out: file, format: 'csv', papers: SAMPLE_PAPERS, total: SAMPLE_PAPERS, notes: [] });
    assert.match(String(courtesy), /fictional/);
  });

  test('a file that is there is left as it is', async () => {
    const file = join(out, 'mine.ris');
    writeFileSync(file, 'mine');
    const ran = await search('--export', 'ris', '--out', file);
    assert.deepEqual([ran.code, ran.out], [1, '']);
    assert.equal(
      ran.err,
      `${file} is there already and was left as it is. Name another file with --out, or take this one away first.\n`,
    );
    assert.equal(readFileSync(file, 'utf8'), 'mine');
  });

  test('a folder that is not there, or may not be written, is said in a sentence', async () => {
    const ran = await search('--export', 'ris', '--out', join(out, 'no', 'a.ris'));
    assert.equal(ran.code, 1);
    assert.match(
      ran.err,
      /^\S+ cannot be written: its folder is not there\. Make the folder first, or name another\.\n$/,
    );
    const below = await search('--export', 'ris', '--out', join(out, 'mine.ris', 'a.ris'));
    assert.equal(below.code, 1);
    assert.match(
      below.err,
      /cannot be written: what should be its folder is a file\. Name another file with --out\.\n$/,
    );
  });

  test('a folder of somebody else is said in a sentence', { skip: needsRoot() }, async () => {
    spawnSync('chmod', ['-R', 'a+rX', scratch.path]);
    const given = ['search', ALL, '--data', sample, '--export', 'ris', '--out', join(out, 'theirs.ris')];
    isOneSentence(await asNobody(given, {}), /cannot be written: you may not write into its folder\. Name a file in a/);
  });

  test(
    'a full disk is said in a sentence, and keeps no part of the file',
    { skip: needsMount(scratch.path) },
    async () => {
      const disk = smallDisk(scratch.path, 'small', '64k') ?? assert.fail();
      const ran = await search('--export', 'jsonl', '--out', join(disk.path, 'all.jsonl'));
      isOneSentence(
        ran,
        /all\.jsonl cannot be written: the disk is full\. Make room, or name a file on another disk\.$/m,
      );
      assert.deepEqual(readdirSync(disk.path), []);
      disk.remove();
    },
  );

  test('stopped on the way leaves nothing behind', async () => {
    const file = join(out, 'stopped.jsonl');
    const child = spawn('sh', ['./attune', 'search', ALL, '--data', sample, '--export', 'jsonl', '--out', file], {
      cwd: packageRoot,
      env: plainEnvironment({ ATTUNE_DATA: scratch.path }),
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    setTimeout(() => child.kill('SIGINT'), 150);
    await once(child, 'close');
    const left = readdirSync(out).filter((name) => name.includes('stopped'));
    assert.deepEqual(left, existsSync(file) ? ['stopped.jsonl'] : []);
  });
});

test('a wrong format, a page, and options that do not go together are wrong usage', async () => {
  const mistakes: readonly (readonly [given: readonly string[], sentence: RegExp])[] = [
    [
      ['--export', 'endnote'],
      /^There is no export as “endnote”\. Choose one of ris, nbib, bibtex, csl-json, csv or jsonl\.\n$/,
    ],
    [['--export', 'ris', '--page', '2'], /^--export writes all papers found, not one page\. Leave --page out\.\n$/],
    [['--out', join(out, 'x.ris')], /^--out goes with --export: say in which format the papers are to be written\.\n$/],
    [['--export'], /argument missing/],
  ];
  for (const [given, sentence] of mistakes) {
    const ran = await search(...given);
    assert.deepEqual([ran.code, ran.out], [2, ''], ran.err);
    assert.match(ran.err, sentence);
  }
  const both = await search('--export', 'ris', '--json');
  assert.equal(both.code, 2);
  assert.match(both.err, /^--json and --export both want standard output\. Name a file with --out\.\n$/);
});
