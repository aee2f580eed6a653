/** The people of a house from the command line, with and without a server beside it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { attune, served, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());

const xml = join(scratch.path, 'one.xml');
writeFileSync(
  xml,
  '<?xml version="1.0" encoding="utf-8"?><PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">99000001</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2024</Year></PubDate></JournalIssue><Title>Annals of Ward Medicine</Title></Journal><ArticleTitle>Early walking after sepsis.</ArticleTitle><Language>eng</Language></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>',
);

interface House {
  readonly data: string;
  run(...given: string[]): Promise<Ran>;
  /** Runs what must go well, and reads its JSON document. */
  told<T>(...given: string[]): Promise<T>;
  /** All bytes of all files of the house, in small letters. */
  bytes(): string;
}

interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email: string;
  readonly state: string;
  readonly roles: readonly { readonly role: string; readonly scope: string }[];
}

async function house(name: string, environment: Record<string, string> = {}): Promise<House> {
  const data = join(scratch.path, name);
  const folder = join(data, 'home');
  const run = (...given: string[]): Promise<Ran> => attune(given, { ATTUNE_DATA: data, ...environment });
  const imported = await run('import', xml);
  assert.equal(imported.code, 0, imported.err);
  return {
    data,
    run,
    async told(...given) {
      const { code, out, err } = await run(...given, '--json');
      assert.equal(code, 0, err);
      return JSON.parse(out);
    },
    bytes: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase())
        .join('\n'),
  };
}

test('people are invited, listed and deleted, and what was done is told in words', async () => {
  const { run, told } = await house('people');
  assert.match((await run('user', 'list')).out, /^Nobody is in this house yet\. attune user invite/);

  const invited = await run('user', 'invite', 'ben@ward.example', '--name', 'Ben Adeyemi', '--role', 'librarian', '--role', 'manager@unit:ward-7'); // prettier-ignore
  assert.equal(invited.code, 0, invited.err);
  assert.match(invited.out, /^http:\/\/127\.0\.0\.1:8080\/link#[\w-]{43}\n$/);
  assert.match(invited.err, /PUBLIC_URL is not set.*\nNobody is an administrator of this house yet/s);
  const ada = await told<{ id: string; link: string; expiresAt: string }>('user', 'invite', 'ada@ward.example', '--role', 'administrator'); // prettier-ignore
  assert.ok(Date.parse(ada.expiresAt) > Date.now());
  const again = await told<{ id: string; link: string }>('user', 'invite', 'ada@ward.example');
  assert.equal(again.id, ada.id);
  assert.notEqual(again.link, ada.link);

  const people = await told<Person[]>('user', 'list');
  const [first, ben] = people;
  assert.ok(first && ben && people.length === 2);
  assert.deepEqual(first, {
    id: ada.id,
    email: 'ada@ward.example',
    roles: [{ role: 'administrator', scope: 'system' }],
    state: 'invited',
  });
  assert.deepEqual(
    [ben.name, ben.roles.map(({ role, scope }) => `${role} ${scope}`)],
    ['Ben Adeyemi', ['librarian system', 'manager unit:ward-7']],
  );
  assert.match(
    (await run('user', 'list')).out,
    /invited +Ben Adeyemi <ben@ward\.example>, librarian, manager for unit:ward-7\n/,
  );

  const entries = await told<{ what: string; who: string; about: string }[]>('audit', '--about', 'ben@ward.example');
  assert.deepEqual(
    entries.map(({ what, who, about }) => [what, who, about === ben.id]),
    [
      ['role-granted', 'operator', true],
      ['role-granted', 'operator', true],
      ['account-invited', 'operator', true],
    ],
  );
  const { out } = await run('audit', '--what', 'account-invited', 'role-granted', '--who', 'operator', '--from', '2020-01-01', '--limit', '3'); // prettier-ignore
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 3);
  assert.match(
    lines[0] ?? '',
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  The operator invited ${ada.id}$`),
  );
  assert.match((await run('audit', '--to', '2020-01-01')).out, /^The audit log has no such entry/);

  const asked = await run('user', 'delete', ben.id);
  assert.equal(asked.code, 2);
  assert.match(
    asked.err,
    /^Nothing was changed\. With --yes Ben Adeyemi <ben@ward\.example> is deleted.*cannot be undone/,
  );
  assert.equal((await told<Person[]>('user', 'list')).length, 2);
  const { code, out: gone } = await run('user', 'delete', 'Ben@Ward.example', '--yes');
  assert.equal(code, 0);
  assert.match(gone, new RegExp(`^${ben.id} is deleted\\. Its name and e-mail address are in no file of this house`));
  assert.match((await run('audit', '--about', ben.id)).out, new RegExp(`The operator deleted ${ben.id}\\n`));
});

test('a wish that cannot be met is answered with a sentence and the exit code of its kind', async () => {
  const { run } = await house('wrong');
  const says = async (code: number, sentence: RegExp, ...given: string[]): Promise<void> => {
    const ran = await run(...given);
    assert.match(ran.err, sentence);
    assert.equal(ran.code, code, given.join(' '));
    assert.doesNotMatch(ran.err, /\n +at /);
  };
  await says(2, /There is no role “boss”\. The roles are/, 'user', 'invite', 'ada@ward.example', '--role', 'boss');
  await says(
    2,
    /The role librarian holds for: system/,
    'user',
    'invite',
    'ada@ward.example',
    '--role',
    'librarian@unit:a',
  );
  await says(2, /This is no e-mail address/, 'user', 'invite', 'ada');
  await says(1, /Nobody in this house is ada@ward\.example/, 'user', 'disable', 'ada@ward.example');
  await says(1, /Nobody in this house is p-0/, 'user', 'delete', 'p-0', '--yes');
  await says(2, /--limit takes a number from 1/, 'audit', '--limit', '0');
  await says(2, /--from takes a day, such as 2026-03-09, not “2026-02-30”/, 'audit', '--from', '2026-02-30');
  await says(2, /There is no act “signed”/, 'audit', '--what', 'signed');
  const nowhere = join(scratch.path, 'nowhere');
  await says(1, /There is no house in .*nowhere yet\. Start Attune once/, 'user', 'list', '--data', nowhere);
  await says(1, /There is no house in .*nowhere yet\. Start Attune once/, 'audit', '--data', nowhere);
});

test('after a deletion beside a running server neither name nor address is in any file of the house', async () => {
  const { data, run, told, bytes } = await house('served');
  const server = await served({ data });
  try {
    const ada = await told<Person>('user', 'invite', 'ada@ward.example', '--role', 'administrator');
    for (let n = 0; n < 3; n += 1)
      await told('user', 'invite', `quillfeather${n}@ostermoor.example`, '--name', `Wilhelmina Quillfeather ${n}`);
    const marks = ['wilhelmina', 'quillfeather', 'ostermoor.example'];
    for (const mark of marks) assert.ok(bytes().includes(mark), `${mark} is there before`);
    for (let n = 0; n < 3; n += 1) {
      const { code, out, err } = await run('user', 'delete', `quillfeather${n}@ostermoor.example`, '--yes');
      assert.equal(code, 0, err);
      assert.match(out, /in no file of this house any more/);
    }
    for (const mark of marks) assert.equal(bytes().includes(mark), false, mark);
    assert.deepEqual(
      (await told<Person[]>('user', 'list')).map(({ id }) => id),
      [ada.id],
    );
    assert.equal((await fetch(`${server.address}/readyz`)).status, 200);
  } finally {
    assert.equal(await server.stop(), 0);
  }
  assert.equal(bytes().includes('quillfeather'), false);
});

test('while somebody reads an older state the deletion says so, and the next command completes it', async () => {
  const { data, run, told, bytes } = await house('read');
  await told('user', 'invite', 'quillfeather@ostermoor.example', '--name', 'Wilhelmina Quillfeather');
  const reader = new DatabaseSync(join(data, 'home', 'records.sqlite'), { readOnly: true });
  try {
    reader.exec('begin');
    reader.prepare('select count(*) from identity').get();
    const { code, out } = await run('user', 'delete', 'quillfeather@ostermoor.example', '--yes');
    assert.equal(code, 0);
    assert.match(out, /is deleted, but an older state of the house is being read just now/);
    assert.ok(bytes().includes('quillfeather'));
  } finally {
    reader.close();
  }
  assert.deepEqual(await told<Person[]>('user', 'list'), []);
  assert.equal(bytes().includes('quillfeather'), false);
});
