import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AccountId } from '#people/index.ts';
import { home, newcomer } from './_people.ts';

test('an id has a name until its account is deleted; one invited without a name has none yet', async () => {
  const house = await home();
  const { accounts, links } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const invited = await links.invite(house.ada, { email: 'mo@ward.example' });
  const ids = [house.ada, ben.account, invited.account, 'p-00000000000000000000' as AccountId];
  assert.deepEqual(
    await accounts.names(ids),
    new Map([
      [house.ada, 'Ada Hollis'],
      [ben.account, 'Ben Adeyemi'],
    ]),
  );
  await accounts.disable(house.ada, ben.account);
  assert.equal((await accounts.names([ben.account])).get(ben.account), 'Ben Adeyemi');
  await accounts.delete(house.ada, ben.account);
  assert.equal((await accounts.names(ids)).size, 1);
  assert.equal((await accounts.names([])).size, 0);
});

test('people are looked for by the beginnings of their names, in any case and without accents, and no address is given out', async () => {
  const house = await home();
  const { accounts, links } = house.people;
  const made = new Map<string, AccountId>();
  for (const [n, name] of [
    'Zoë Brandt',
    'Ben Adeyemi',
    'Amira Haddad-Lund',
    "Sean O'Neill [ward*]",
    'Жанна Орлова',
  ].entries())
    made.set(name, (await newcomer(house, name, `p${n}@ward.example`)).account);
  const found = async (text: string, limit = 10): Promise<string[]> =>
    (await accounts.lookFor(text, limit)).map(({ name }) => name);

  assert.deepEqual(await accounts.lookFor('zoe', 5), [{ id: made.get('Zoë Brandt'), name: 'Zoë Brandt' }]);
  assert.deepEqual(await found('ZOË b'), ['Zoë Brandt']);
  assert.deepEqual(await found('brandt zo'), ['Zoë Brandt']);
  assert.deepEqual(await found('lund'), ['Amira Haddad-Lund']);
  assert.deepEqual(await found('neill'), ["Sean O'Neill [ward*]"]);
  assert.deepEqual(await found('жан'), ['Жанна Орлова']);
  assert.deepEqual(await found('a'), ['Ada Hollis', 'Amira Haddad-Lund', 'Ben Adeyemi']);
  assert.deepEqual(await found('a', 1), ['Ada Hollis']);
  for (const nobody of ['', '  ', '*', '?', 'deyemi', 'ward.example', 'p1@', '%', 'zoe x'])
    assert.deepEqual(await found(nobody), [], nobody);
  assert.deepEqual(await found('[ward*'), ["Sean O'Neill [ward*]"]);

  await links.invite(house.ada, { email: 'zora@ward.example', name: 'Zora Quill' });
  await accounts.disable(house.ada, made.get('Zoë Brandt') as AccountId);
  assert.deepEqual(await found('zo'), []);
});

test('whatever is typed, only people whose names begin so are found', async () => {
  const house = await home();
  await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[abhAB*?[\]^-]{1,3}$/)), async (text) => {
      const words = plain(text).trim().split(/\s+/u).filter(Boolean);
      for (const { name } of await house.people.accounts.lookFor(text, 5))
        assert.ok(words.every((word) => ` ${plain(name)}`.includes(` ${word}`)));
    }),
    { numRuns: 200 },
  );
});

test('a name is found however it is typed, in any script, with and without its signs', async () => {
  const house = await home();
  for (const [n, name] of [
    'Nguyễn Thị Ánh',
    'Йордан Петров',
    '김민준',
    'Søren Ørsted',
    'Łukasz Żak',
    "Nuala O'Brien-Ó Sé",
  ].entries())
    await newcomer(house, name, `p${n}@ward.example`);
  const found = async (text: string): Promise<string[]> =>
    (await house.people.accounts.lookFor(text, 10)).map(({ name }) => name);
  for (const [name, ...typed] of [
    ['Nguyễn Thị Ánh', 'nguyen', 'Nguyễn', 'NGUYỄN'.normalize('NFD'), 'anh thi'],
    ['Йордан Петров', 'йорд', 'Йордан'.normalize('NFD'), 'петров ЙОРДАН', 'иордан'],
    ['김민준', '김', '김민', '김민준'.normalize('NFD')],
    ['Søren Ørsted', 'soren', 'Søren', 'SØREN orsted', 'ør'],
    ['Łukasz Żak', 'lukasz', 'Łukasz', 'ŁUK', 'zak'],
    ["Nuala O'Brien-Ó Sé", "o'bri", 'o’brien', 'brien', "O'Brien-ó", 'se'],
  ] as const)
    for (const text of typed) assert.deepEqual(await found(text), [name], text);
  await house.people.accounts.rename(house.ada, house.ada, { name: 'Zoltán Kőrösi' });
  assert.deepEqual(await found('korosi'), ['Zoltán Kőrösi']);
  assert.deepEqual(await found('hollis'), []);
});

test('names that were kept before they could be looked for so are found after the next opening', async () => {
  const house = await home();
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  // As the version before left it.
  db.exec(
    'alter table identity drop column name_match; drop trigger session_not_of_gone; drop trigger job_not_of_gone',
  );
  db.exec("delete from people_migration where name > 'people-001-accounts'");
  db.close();
  const again = await house.again();
  assert.deepEqual(
    (await again.accounts.lookFor('holl', 5)).map(({ name }) => name),
    ['Ada Hollis'],
  );
});
