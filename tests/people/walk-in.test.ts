import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AccountId, FictionalPerson, People, WalkIn } from '#people/index.ts';
import { packageRoot } from '../_package.ts';
import { emptyHouse, home, move, MINUTE, refused, sessionOf } from './_people.ts';

const { about, people: CAST } = JSON.parse(readFileSync(join(packageRoot, 'sample', 'people.json'), 'utf8')) as {
  readonly about: string;
  readonly people: readonly FictionalPerson[];
};

function walkInsOf({ walkIns }: People): NonNullable<People['walkIns']> {
  assert.ok(walkIns);
  return walkIns;
}

async function first(people: People): Promise<WalkIn> {
  const [each] = await walkInsOf(people).list();
  assert.ok(each);
  return each;
}

test('the people of the sample are marked as fictional, and their addresses lead nowhere', async () => {
  assert.match(about, /All of them are fictional/);
  for (const { email, does } of CAST) {
    assert.match(email, /@lindmere\.example$/);
    assert.match(does ?? '', /^[A-Z].*\.$/);
  }
});

test('the people of the sample are made once, with their roles and without a password', async () => {
  const house = await emptyHouse({ walkIns: true });
  const walkIns = walkInsOf(house.people);
  assert.deepEqual(await walkIns.list(), []);
  await walkIns.ensure(CAST);
  const rows = house.rows();
  await walkIns.ensure(CAST);
  assert.equal(house.rows(), rows);
  assert.deepEqual(
    (await walkIns.list()).map(({ name, title, does, roles }) => ({ name, title, does, roles })),
    CAST.map(({ name, title, does, roles }) => ({ name, title, does, roles })),
  );
  for (const { email } of CAST) {
    assert.equal((await house.people.accounts.find(email))?.state, 'active');
    assert.equal((await house.people.door.signIn({ email, password: '', kind: 'own' })).outcome, 'refused');
  }
  const { entries } = await house.people.audit.list({ what: ['account-created', 'role-granted'] });
  assert.equal(entries.length, 5);
  assert.ok(entries.every(({ who }) => who === 'operator'));
});

test('whoever walks in has a session like any other, and the log says how they came', async () => {
  const house = await emptyHouse({ walkIns: true });
  await walkInsOf(house.people).ensure(CAST);
  const { account } = await first(house.people);
  const { token, kind } = await walkInsOf(house.people).enter(account, 'shared');
  assert.equal(kind, 'shared');
  const session = await sessionOf(house.people, token);
  assert.deepEqual([session.account, session.roles], [account, []]);
  const { entries } = await house.people.audit.list({ who: account });
  assert.deepEqual(
    entries.map(({ what, about: id }) => [what, id]),
    [['walked-in', session.id]],
  );
  move(31 * MINUTE);
  assert.equal(await house.people.sessions.lookUp(token), undefined);
});

test('what a visitor changes about the people of the sample is set right with the next start', async () => {
  const house = await emptyHouse({ walkIns: true });
  await walkInsOf(house.people).ensure(CAST);
  const { accounts, roles } = house.people;
  const [mara, jo] = await walkInsOf(house.people).list();
  assert.ok(mara && jo);
  await accounts.rename(mara.account, mara.account, { name: 'Somebody' });
  await accounts.disable('operator', jo.account);
  await roles.revoke('operator', jo.account, 'librarian', 'system');
  assert.equal((await walkInsOf(house.people).list()).length, 2);
  await refused(house, () => walkInsOf(house.people).enter(jo.account, 'own'), /Nobody can walk in as this person/);

  const again = await house.again({ walkIns: true });
  await walkInsOf(again).ensure(CAST);
  assert.deepEqual(
    (await walkInsOf(again).list()).map(({ account, name, roles: held }) => [account, name, held.length]),
    [
      [mara.account, 'Dr Mara Oyelaran', 0],
      [jo.account, 'Jo Bell', 1],
      [(await accounts.find('noor.ashby@lindmere.example'))?.id, 'Noor Ashby', 1],
    ],
  );
  await accounts.delete('operator', mara.account);
  await walkInsOf(again).ensure(CAST);
  assert.notEqual((await first(again)).account, mara.account);
});

test('nobody walks in as a real person, and a house that was not opened for it has no such way in', async () => {
  const sample = await emptyHouse({ walkIns: true });
  await walkInsOf(sample.people).ensure(CAST);
  const { account } = await first(sample.people);
  assert.equal((await sample.again()).walkIns, undefined);
  assert.equal((await sample.again({ walkIns: false })).walkIns, undefined);
  const unprepared = walkInsOf(await sample.again({ walkIns: true }));
  assert.deepEqual(await unprepared.list(), []);
  await refused(sample, () => unprepared.enter(account, 'own'), /Nobody can walk in/);

  const house = await home({ walkIns: true });
  const walkIns = walkInsOf(house.people);
  await walkIns.ensure(CAST);
  for (const id of [house.ada, 'p-00000000000000000000' as AccountId, 'operator' as AccountId])
    await refused(house, () => walkIns.enter(id, 'own'), /Nobody can walk in as this person/);
});
