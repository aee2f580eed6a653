/** The command line as a program: exit codes, what goes to which stream, and no stack trace to anybody. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { packageRoot, SAMPLE_PAPERS } from '../_package.ts';
import { attune, plainEnvironment, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

const STACK = /^\s+at .+[:(]/m;
const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
const COMMANDS = [
  [],
  ['serve'],
  ['sample'],
  ['fetch'],
  ['import'],
  ['jobs'],
  ['search'],
  ['show'],
  ['doctor'],
  ['bench'],
];

const scratch = temporaryFolder();
after(() => scratch.remove());
const sample = join(scratch.path, 'sample');
const run = async (...given: string[]): Promise<Ran> => {
  const ran = await attune(given, { ATTUNE_DATA: scratch.path });
  assert.doesNotMatch(ran.out + ran.err, STACK);
  return ran;
};

before(async () => {
  const made = await run('sample', '--data', sample);
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, new RegExp(`^Made a sample house with ${SAMPLE_PAPERS} fictional papers in `));
});

/** A mistake of the person, told on standard error and nowhere else. */
function wrong(ran: Ran, code: number, sentence: RegExp): void {
  assert.equal(ran.code, code, ran.out + ran.err);
  assert.match(ran.err, sentence);
  assert.equal(ran.out, '');
}

suite('every command', () => {
  for (const command of COMMANDS) {
    const words = ['attune', ...command].join(' ');
    test(`${words} --help and ${words} --version end well and are printed on standard output`, async () => {
      const [help, told] = await Promise.all([run(...command, '--help'), run(...command, '--version')]);
      assert.deepEqual([help.code, help.err], [0, '']);
      assert.ok(help.out.startsWith(`Usage: ${words} `), help.out);
      assert.deepEqual(told, { code: 0, out: `${version}\n`, err: '' });
    });
  }

  test('an unknown command, an unknown flag, and a missing word are wrong usage', async () => {
    const mistakes: readonly (readonly [given: readonly string[], sentence: RegExp])[] = [
      [['serch'], /unknown command 'serch'/],
      [['search', 'sepsis', '--fast'], /unknown option '--fast'/],
      [['--fast'], /unknown option '--fast'/],
      [['search'], /missing required argument 'query'/],
      [['search', '--data'], /argument missing/],
      [['import'], /^Name at least one file or folder/],
      [['sample', 'extra'], /too many arguments/],
    ];
    await Promise.all(mistakes.map(async ([given, sentence]) => wrong(await run(...given), 2, sentence)));
  });
});

suite('search', () => {
  test('prints one JSON document and nothing else where it is asked to', async () => {
    const { code, out, err } = await run('search', '--json', 'sepsis', '--data', sample);
    assert.deepEqual([code, err], [0, '']);
    const found = JSON.parse(out) as { query: string; total: number; ms: number; hits: object[]; notes: string[] };
    assert.deepEqual(Object.keys(found), ['query', 'total', 'ms', 'hits', 'notes', 'courtesy']);
    assert.equal(found.query, 'sepsis');
    assert.ok(found.total > 0 && found.hits.length === Math.min(found.total, 20));
    assert.ok(Object.keys(found.hits[0] ?? {}).includes('score'));
  });

  test('says SAMPLE where the papers are fictional, and RETRACTED where one is', async () => {
    const { out } = await run('search', 'step counts septic shock', '--data', sample);
    assert.match(out, /\(SAMPLE, all fictional\)/);
    assert.match(out, /RETRACTED\. Step counts and recovery after septic shock/);
  });

  test('a query that cannot be read is wrong usage, as a sentence or as one JSON document', async () => {
    wrong(await run('search', '(sepsis', '--data', sample), 2, /./);
    const { code, out } = await run('search', '--json', '(sepsis', '--data', sample);
    assert.equal(code, 2);
    const { error } = JSON.parse(out) as { error: { code: string; message: string; at: object } };
    assert.equal(error.code, 'bad_query');
    assert.deepEqual(error.at, { start: 0, length: 1 });
  });

  test('a page that is no number, and a library that is not there, are told', async () => {
    wrong(
      await run('search', 'sepsis', '--page', 'two', '--data', sample),
      2,
      /--page takes a number from 1, not “two”/,
    );
    wrong(await run('search', 'sepsis'), 1, /There is no library in .*home yet\. Bring papers with attune import/);
    assert.equal(existsSync(join(scratch.path, 'home')), false, 'a search makes no library');
  });
});

test('a reader who stops listening, as head does, is no failure', () => {
  const command = `"${join(packageRoot, 'attune')}" search "NOT zzz" --data "${sample}" | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: plainEnvironment() });
  assert.match(stdout, /papers of/);
  assert.equal(stderr, '');
});

suite('show', () => {
  test('prints a paper by its identifier, and as one JSON document', async () => {
    const shown = await run('show', '10.5555/attune.sample.0005', '--data', sample);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /^! This paper was retracted/);
    const { code, out } = await run('show', 'S0005', '--json', '--data', sample);
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { identifiers: { sample: string } }).identifiers.sample, 'S0005');
  });

  test('an identifier that no paper has ends with 1 and a sentence', async () => {
    wrong(await run('show', '99', '--data', sample), 1, /^No paper in this library is 99\./);
  });
});

suite('import', () => {
  test('a file that is not there, no XML, or cut short is told by its name, and the exit is 1', async () => {
    const page = join(scratch.path, 'page.xml');
    const cut = join(scratch.path, 'cut.xml');
    writeFileSync(page, '<html><body>Not found</body></html>');
    writeFileSync(cut, '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>');
    wrong(await run('import', join(scratch.path, 'gone.xml')), 1, /gone\.xml/);
    wrong(await run('import', page), 1, /page\.xml/);
    wrong(await run('import', cut), 1, /cut\.xml/);
  });

  test('the sample takes no real papers', async () => {
    wrong(
      await run('import', join(scratch.path, 'page.xml'), '--data', sample),
      2,
      /is the sample house, which takes no real papers/,
    );
  });

  test('a home is never made into a sample', async () => {
    wrong(
      await run('sample', '--data', join(scratch.path, 'home')),
      1,
      /is a house of your own and is not made into a sample/,
    );
  });
});

test('a setting that cannot be used stops every command with its name', async () => {
  wrong(await attune(['search', 'sepsis'], { ATTUNE_DATA: scratch.path, PORT: 'eighty' }), 1, /^PORT is “eighty”\./);
  wrong(
    await attune(['search', 'sepsis'], { ATTUNE_DATA: scratch.path, LOG_LEVEL: 'loud' }),
    1,
    /^LOG_LEVEL is “loud”\./,
  );
});
