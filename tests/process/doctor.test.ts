/** `attune doctor`: what it says of a house that is well, of one that wants a look, and of every kind of damage; and that it changes nothing. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  chmodSync, cpSync, existsSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync, closeSync,
} from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, suite, test } from 'node:test';
import { readConfig } from '#config/index.ts';
import { openRecordStore } from '#storage/index.ts';
import type { Check } from '#storage/index.ts';
import { examine } from '../../src/main/doctor/doctor.ts';
import { articleSet, madeUpPapers } from '../_ncbi-papers.ts';
import { packageRoot } from '../_package.ts';
import { attune, served, temporaryFolder } from '../_server.ts';

const STACK = /^\s+at .+[:(]/m;
const EMAIL = { CONTACT_EMAIL: 'house@example.org' };

const scratch = temporaryFolder();
after(() => scratch.remove());
const well = join(scratch.path, 'well');
let houses = 0;

before(async () => {
  const file = join(scratch.path, 'papers.xml');
  writeFileSync(file, articleSet(madeUpPapers(300)));
  const imported = await attune(['import', file, '--data', well]);
  assert.equal(imported.code, 0, imported.err);
  (await openRecordStore(well)).close();
});

/** A copy of the house that is well, to be spoilt. */
function copy(): string {
  const folder = join(scratch.path, `house-${(houses += 1)}`);
  cpSync(well, folder, { recursive: true });
  chmodSync(folder, 0o700);
  return folder;
}

function checksOf(folder: string, now = new Date(), environment: Record<string, string> = EMAIL): readonly Check[] {
  return examine(folder, { config: readConfig(environment, packageRoot), environment, now }).checks;
}

/** What is not good. */
function told(folder: string, now?: Date): Check[] {
  // How much room the machine has, and how old the invented papers are, is no matter here.
  return checksOf(folder, now).filter(({ name, state }) => state !== 'good' && name !== 'disk' && name !== 'age');
}

function isAlone(checks: readonly Check[], state: Check['state'], name: string, sentence: RegExp): void {
  assert.deepEqual(
    checks.map((check) => [check.state, check.name]),
    [[state, name]],
    JSON.stringify(checks),
  );
  assert.match(checks[0]?.sentence ?? '', sentence);
}

function fingerprint(folder: string): string[] {
  return readdirSync(folder).map(
    (name) => `${name} ${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}`,
  ); // prettier-ignore
}

/** With the guard off that keeps FTS5's own tables from being written. */
function spoil(folder: string, sql: string, file = 'library.sqlite'): void {
  const options = { defensive: false, enableForeignKeyConstraints: false };
  const db = new DatabaseSync(join(folder, file), options);
  db.exec(sql);
  db.close();
}

suite('a house that is well', () => {
  test('has a good line for each thing, exit 0, and is left as it was', async () => {
    const before = fingerprint(well);
    const ran = await attune(['doctor', '--data', well], EMAIL);
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.equal(ran.err, '');
    assert.match(ran.out, /^good +library +300 papers, whole\.$/m);
    assert.match(ran.out, /^good +index +The index agrees with the records\.$/m);
    assert.match(ran.out, /^good +server +No server has this house open\.$/m);
    assert.doesNotMatch(ran.out, /DAMAGE/);
    assert.deepEqual(fingerprint(well), before);
  });

  test('is told as one JSON document', async () => {
    const { code, out } = await attune(['doctor', '--json', '--data', well], EMAIL);
    const told = JSON.parse(out) as { house: string; checks: Check[]; ok: boolean };
    assert.deepEqual([code, Object.keys(told), told.house, told.ok], [0, ['house', 'checks', 'ok'], well, true]);
    for (const check of told.checks) assert.deepEqual(Object.keys(check), ['name', 'state', 'sentence']);
  });

  test('that a server has open is told with its address, and is looked at beside it', async () => {
    const server = await served({ data: scratch.path, given: ['--data', copy()] });
    try {
      const folder = join(scratch.path, `house-${houses}`);
      const { code, out } = await attune(['doctor', '--data', folder], EMAIL);
      assert.equal(code, 0, out);
      assert.match(out, new RegExp(`server +A server has this house open at ${server.address}`));
      assert.match(out, /writing +Nobody is writing to the library at this moment\./);
      assert.equal((await fetch(`${server.address}/api/search?q=invented`)).status, 200);
    } finally {
      await server.stop();
    }
  });

  test('that is being written at the moment is told so, and the writer is not disturbed', () => {
    const folder = copy();
    const writer = new DatabaseSync(join(folder, 'library.sqlite'));
    writer.exec("begin immediate; update setting set value = value where name = 'changed_at'");
    assert.deepEqual(told(folder), []);
    assert.match(
      checksOf(folder).find(({ name }) => name === 'writing')?.sentence ?? '',
      /Another program is writing to the library/,
    );
    writer.exec('commit');
    writer.close();
  });
});

test('where there is no house it says so, exit 1, and makes none', async () => {
  const nowhere = join(scratch.path, 'nowhere');
  const { code, out, err } = await attune(['doctor', '--data', nowhere]);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^There is no house in .*nowhere yet/);
  assert.equal(existsSync(nowhere), false);
});

suite('what wants a look is a warning, with what to do', () => {
  test('rights that let others in, with the command that takes them away', () => {
    const folder = copy();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'library.sqlite'), 0o644);
    isAlone(told(folder), 'warning', 'rights', /chmod 700 \S+ && chmod 600 \S+library\.sqlite$/);
  });

  test('no library yet, or one that is gone', () => {
    const folder = copy();
    rmSync(join(folder, 'library.sqlite'));
    isAlone(
      told(folder),
      'warning',
      'library',
      /the first import or fetch makes it\. If the house had papers, .*put it back/,
    );
  });

  test('no address for NLM; what is set is named, and a secret is never shown', () => {
    const environment = { NCBI_API_KEY: 'abcdef0123456789', LOG_LEVEL: 'warn' };
    const settings = checksOf(well, new Date(), environment).find(({ name }) => name === 'settings');
    assert.equal(settings?.state, 'warning');
    assert.match(
      settings.sentence,
      /LOG_LEVEL is warn, NCBI_API_KEY is set\..*set CONTACT_EMAIL, or a contact address on the settings page\.$/,
    );
    assert.doesNotMatch(settings.sentence, /abcdef/);
  });

  test('words of another version, which the next start makes anew', () => {
    const folder = copy();
    spoil(folder, "update setting set value = '0' where name = 'words_version'");
    isAlone(told(folder), 'warning', 'index', /The next start makes it anew/);
  });

  test('records that were set aside', () => {
    const folder = copy();
    spoil(folder, "insert into quarantine values ('a.xml', 1, 2, null, 'It has no PMID.', '<Pubmed', '2026-01-01')");
    isAlone(told(folder), 'warning', 'set aside', /^1 record could not be read: attune import --quarantine/);
  });

  test('papers that are old, and a clock that fell behind', () => {
    const late = new Date('2020-04-01T00:00:00Z');
    const age = (now: Date): Check | undefined => checksOf(well, now).find(({ name }) => name === 'age');
    assert.deepEqual([age(late)?.state, age(new Date('2020-12-01'))?.state], ['good', 'warning']);
    assert.match(age(new Date('2020-12-01'))?.sentence ?? '', /is of 2020-01-30, 306 days ago\. Bring newer ones/);
    isAlone(told(well, late), 'warning', 'clock', /may have been set back: set it right\. Nothing is lost\./);
  });

  test('jobs that failed or were left lying', async () => {
    const folder = copy();
    const store = await openRecordStore(folder);
    for (const lane of ['one', 'two']) await store.jobs.add({ kind: 'import', lane, request: {} });
    const job = await store.jobs.lease(['import']);
    await store.jobs.lease(['import']);
    if (job !== undefined) await store.jobs.fail(job, 'The disk is full.');
    store.close();
    isAlone(told(folder), 'warning', 'jobs', /^1 job failed: attune jobs says why, and how to go on\.$/);
    spoil(folder, "update job set leased_until = 1 where status = 'running'", 'records.sqlite');
    isAlone(told(folder), 'warning', 'jobs', /1 job was cut off in the middle and will go on when Attune is started/);
  });

  test('a record store whose making was cut off', () => {
    const folder = copy();
    truncateSync(join(folder, 'records.sqlite'), 0);
    isAlone(told(folder), 'warning', 'records', /was begun and never made.*The next start makes it/);
  });
});

suite('damage has one sentence', () => {
  const flipped = (file: string): void => {
    const { length } = readFileSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(length / 4, 0xa5), 0, length / 4, Math.floor(length / 8) * 4);
    closeSync(handle);
  };
  const cases: readonly (readonly [what: string, check: string, sentence: RegExp, spoil: (folder: string) => void])[] =
    [
      ['bytes flipped in the library', 'library', /is damaged\. Put the library back from a backup, or import its files again/, (f) => flipped(join(f, 'library.sqlite'))],
      ['a library that was cut short', 'library', /is damaged\. Put the library back/, (f) => truncateSync(join(f, 'library.sqlite'), 100_000)],
      ['a library that is empty', 'library', /is empty\. Put the library back/, (f) => truncateSync(join(f, 'library.sqlite'), 0)],
      ['a library of a newer version', 'library', /newer version of Attune\. Start that version/, (f) => spoil(f, "insert into kysely_migration values ('999-later', '2030')")],
      ['a record store that is garbage', 'records', /is no database\. Put it back.*no papers are in it/, (f) => writeFileSync(join(f, 'records.sqlite'), 'A letter. '.repeat(900), { mode: 0o600 })],
      ['a mark that is garbage', 'house', /house\.json is damaged/, (f) => writeFileSync(join(f, 'house.json'), '{"kind":')],
      ['a mark that is gone', 'house', /house\.json is missing/, (f) => rmSync(join(f, 'house.json'))],
      ['the index has lost a paper', 'index', /does not agree with the records in 1 paper\./, (f) => spoil(f, 'delete from word_docsize where id = 7')],
      ['the index has other words than the records', 'index', /does not agree with the records in at least 200 papers\. Put the library back/, (f) => spoil(f, "update record set json = json_set(json, '$.title', 'One word more than it had before')")],
      ['a record is gone', 'index', /does not agree with the records in 2 papers\./, (f) => spoil(f, 'delete from record where paper in (3, 4)')],
    ]; // prettier-ignore
  for (const [what, check, sentence, spoilt] of cases)
    test(what, () => {
      const folder = copy();
      spoilt(folder);
      const damage = checksOf(folder).filter(({ state }) => state === 'damage');
      isAlone(damage, 'damage', check, sentence);
    });

  test('the command ends with 1 and no stack trace', async () => {
    const folder = copy();
    flipped(join(folder, 'library.sqlite'));
    const [plain, json] = await Promise.all([
      attune(['doctor', '--data', folder], EMAIL),
      attune(['doctor', '--json', '--data', folder], EMAIL),
    ]);
    assert.deepEqual([plain.code, plain.err, json.code, json.err], [1, '', 1, '']);
    assert.match(plain.out, /^DAMAGE +library +The library .* is damaged\./m);
    assert.match(
      plain.out,
      /^The house is damaged\. Stop Attune before you mend it, and keep a copy of the folder\.$/m,
    );
    assert.doesNotMatch(plain.out, STACK);
    assert.equal((JSON.parse(json.out) as { ok: boolean }).ok, false);
  });

  test('entries of papers that are not there', () => {
    const folder = copy();
    spoil(folder, "insert into facet values (9000, 'type', 'Review')");
    assert.deepEqual(
      told(folder).map(({ name, state }) => [name, state]),
      [
        ['library', 'damage'],
        ['index', 'damage'],
      ],
    );
  });

  test('a search of a damaged library says where to look, without a stack trace', async () => {
    const folder = copy();
    flipped(join(folder, 'library.sqlite'));
    const { code, err } = await attune(['search', 'invented OR hedgehogs OR otters', '--data', folder]);
    assert.equal(code, 1);
    assert.match(err, /damaged/);
    assert.doesNotMatch(err, STACK);
  });
});
