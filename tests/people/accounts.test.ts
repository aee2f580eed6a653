import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkGrant, ROLES } from '../../src/people/role-list.ts';
import { emptyHouse, entered, GOOD, home, newcomer, refused } from './_people.ts';
import type { AccountId } from '#people/index.ts';

const NOBODY = 'p-00000000000000000000' as AccountId;

test('accounts are listed by name, with state, roles and last sign-in', async () => {
  const house = await home();
  const { accounts, links } = house.people;
  await newcomer(house, 'Zoë Brandt', 'zoe@ward.example', 'librarian');
  await newcomer(house, 'Ben Adeyemi', 'Ben@Ward.example');
  await links.invite(house.ada, { email: 'mo@ward.example' });
  const list = await accounts.list();
  assert.deepEqual(
    list.map(({ name, email, state, roles }) => [name, email, state, roles.map(({ role }) => role)]),
    [
      ['Ada Hollis', 'ada@hollis.example', 'active', ['administrator']],
      ['Ben Adeyemi', 'Ben@Ward.example', 'active', []],
      [undefined, 'mo@ward.example', 'invited', []],
      ['Zoë Brandt', 'zoe@ward.example', 'active', ['librarian']],
    ],
  );
  assert.equal(list[0]?.lastSignInAt, '2026-03-09T12:00:00.000Z');
  assert.equal(list[2]?.lastSignInAt, undefined);
  assert.equal(await accounts.get(NOBODY), undefined);
  assert.equal(await accounts.find('nobody@ward.example'), undefined);
});

test('who is no administrator changes nobody but themselves', async () => {
  const house = await home();
  const { accounts, roles } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'privacy-officer');
  const eve = await newcomer(house, 'Eve Lund', 'eve@ward.example');
  const only = /Only an administrator/;
  await refused(house, () => accounts.disable(ben.account, eve.account), only);
  await refused(house, () => accounts.enable(ben.account, eve.account), only);
  await refused(house, () => accounts.delete(ben.account, eve.account), only);
  await refused(house, () => accounts.rename(ben.account, eve.account, { name: 'Eva' }), only);
  await refused(house, () => roles.grant(ben.account, ben.account, 'administrator', 'system'), only);
  await refused(house, () => roles.revoke(ben.account, house.ada, 'administrator', 'system'), only);
  await refused(house, () => roles.grant(NOBODY, ben.account, 'administrator', 'system'), only);
  await accounts.rename(ben.account, ben.account, { name: 'Benedict Adeyemi' });
  assert.equal((await accounts.get(ben.account))?.name, 'Benedict Adeyemi');
});

test('an administrator who was disabled is none', async () => {
  const house = await home();
  const { accounts, roles } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'administrator');
  await accounts.disable(house.ada, ben.account);
  await refused(house, () => accounts.disable(ben.account, house.ada), /Only an administrator/);
  await refused(
    house,
    () => roles.revoke(house.ada, house.ada, 'administrator', 'system'),
    /last administrator cannot lose/,
  );
});

test('in a house that has no administrator yet, whoever has the machine in hand takes anybody out', async () => {
  const house = await emptyHouse();
  const { accounts, links, roles } = house.people;
  const ada = await links.invite('operator', {
    email: 'ada@ward.example',
    roles: [{ role: 'administrator', scope: 'system' }],
  });
  const ben = await links.invite('operator', { email: 'ben@ward.example' });
  assert.equal(await accounts.delete('operator', ben.account), true);
  await roles.revoke('operator', ada.account, 'administrator', 'system');
  assert.equal(await accounts.delete('operator', ada.account), true);
  assert.deepEqual(await accounts.list(), []);
});

test('disabling ends sessions and signing in, and enabling lets the old password open again', async () => {
  const house = await home();
  const { accounts, sessions, door } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const signIn = () => door.signIn({ email: 'ben@ward.example', password: GOOD, kind: 'own' });
  await accounts.disable(house.ada, ben.account);
  assert.equal(await sessions.lookUp(ben.token), undefined);
  assert.equal((await signIn()).outcome, 'refused');
  await refused(house, () => accounts.disable(house.ada, ben.account), /disabled already/);
  await accounts.enable(house.ada, ben.account);
  assert.equal(await sessions.lookUp(ben.token), undefined);
  entered(await signIn());
  await refused(house, () => accounts.enable(house.ada, ben.account), /is not disabled/);
  const { account } = await house.people.links.invite(house.ada, { email: 'mo@ward.example' });
  await refused(house, () => accounts.disable(house.ada, account), /has not accepted the invitation yet/);
});

test('the last administrator stays: not disabled, not deleted, not without the role, also not by their own hand or the command line', async () => {
  const house = await home();
  const { accounts, roles } = house.people;
  await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const invited = await house.people.links.invite(house.ada, {
    email: 'mo@ward.example',
    roles: [{ role: 'administrator', scope: 'system' }],
  });
  for (const by of [house.ada, 'operator'] as const) {
    await refused(house, () => accounts.disable(by, house.ada), /The last administrator cannot be disabled/);
    await refused(house, () => accounts.delete(by, house.ada), /The last administrator cannot be deleted/);
    await refused(
      house,
      () => roles.revoke(by, house.ada, 'administrator', 'system'),
      /The last administrator cannot lose the role/,
    );
  }
  await house.people.accept.invitation(invited.token, { name: 'Mo', password: GOOD, kind: 'own' });
  await roles.revoke(invited.account, house.ada, 'administrator', 'system');
  await refused(house, () => accounts.delete(invited.account, invited.account), /The last administrator/);
});

test('of two last administrators who disable each other at once one stays', async () => {
  for (const act of ['disable', 'delete'] as const) {
    const house = await home();
    const other = await house.again();
    const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'administrator');
    const both = await Promise.allSettled([
      house.people.accounts[act](house.ada, ben.account),
      other.accounts[act](ben.account, house.ada),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const active = (await house.people.accounts.list()).filter(({ state }) => state === 'active');
    assert.equal(active.length, 1);
  }
});

test('roles come from the one list, with the scopes they can have', async () => {
  const house = await home();
  const { roles, accounts } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const give = (role: string, scope: string) => () => roles.grant(house.ada, ben.account, role, scope);
  await refused(house, give('superuser', 'system'), /There is no role “superuser”. The roles are: researcher,/);
  await refused(house, give('toString', 'system'), /There is no role/);
  for (const scope of ['', 'unit', 'unit:', 'unit:Ward 7', 'house', 'study:a,b', "unit:x' or 1"])
    await refused(house, give('researcher', scope), /is no scope/);
  await refused(house, give('administrator', 'unit:ward-7'), /holds for: system/);
  await refused(house, give('director', 'study:falls'), /holds for: system, unit/);
  await refused(house, () => roles.grant(house.ada, NOBODY, 'analyst', 'system'), /There is no such account/);
  await refused(house, () => roles.revoke(house.ada, ben.account, 'analyst', 'system'), /does not have that role/);

  await give('manager', 'unit:ward-7')();
  const before = house.rows();
  await give('manager', 'unit:ward-7')();
  assert.equal(house.rows(), before);
  await give('manager', 'system')();
  await roles.revoke(house.ada, ben.account, 'manager', 'unit:ward-7');
  assert.deepEqual((await accounts.get(ben.account))?.roles, [{ role: 'manager', scope: 'system' }]);
});

test('what passes as a role and scope is one of the list, and fits the audit log', () => {
  const role = fc.oneof(fc.constantFrom(...Object.keys(ROLES)), fc.string());
  const scope = fc.oneof(fc.constantFrom('system', 'unit:ward-7', 'study:falls'), fc.string());
  fc.assert(
    fc.property(role, scope, (role, scope) => {
      try {
        const grant = checkGrant(role, scope);
        assert.ok(Object.keys(ROLES).includes(grant.role));
        assert.match(grant.scope, /^(system|(unit|study):[a-z0-9-]+)$/);
      } catch (thrown) {
        assert.equal((thrown as Error).name, 'AppError');
      }
    }),
  );
});

test('a name and an address are changed by their owner or an administrator, and the new address signs in', async () => {
  const house = await home();
  const { accounts, door } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  await refused(
    house,
    () => accounts.rename(house.ada, ben.account, { email: 'ADA@hollis.example' }),
    /an account with this e-mail address already/,
  );
  await refused(house, () => accounts.rename(ben.account, ben.account, { name: 'a\u202Eb' }), /cannot be seen/);
  await refused(house, () => accounts.rename(ben.account, ben.account, { name: 'x'.repeat(121) }), /Shorten it/);
  await accounts.rename(house.ada, ben.account, { email: 'ben@clinic.example' });
  entered(await door.signIn({ email: 'ben@clinic.example', password: GOOD, kind: 'own' }));
  assert.equal((await door.signIn({ email: 'ben@ward.example', password: GOOD, kind: 'own' })).outcome, 'refused');
});

test('the list comes a hundred a page, all of it or what is looked for, and costs little among ten thousand', async (context) => {
  const house = await home();
  const { accounts, links } = house.people;
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  db.exec('begin');
  const account = db.prepare("insert into account (id, state, created_at) values (?, 'active', 0)");
  const identity = db.prepare(
    'insert into identity (account, name, name_match, email, email_match) values (?1, ?2, lower(?2), ?3, ?3)',
  );
  for (let n = 0; n < 10_000; n += 1) {
    const id = `p-${String(n).padStart(20, '0')}`;
    account.run(id);
    identity.run(id, `Person${n} Number`, `n${n}@ward.example`);
  }
  db.exec('commit');
  db.close();
  await links.invite(house.ada, { email: 'zoe@ward.example', roles: [{ role: 'librarian', scope: 'system' }] });
  const first = await accounts.page();
  assert.deepEqual([first.accounts.length, first.total, first.pages], [100, 10_002, 101]);
  assert.equal(first.accounts[0]?.name, 'Ada Hollis');
  const last = await accounts.page({ page: 101 });
  assert.deepEqual(
    last.accounts.map(({ name, email, roles }) => [name, email, roles.length]),
    [['Person9999 Number', 'n9999@ward.example', 0], [undefined, 'zoe@ward.example', 1]],
  ); // prettier-ignore
  const found = async (look: string): Promise<string[]> =>
    (await accounts.page({ look })).accounts.map(({ id, name }) => name ?? id);
  assert.deepEqual(await found('NUM person4711'), ['Person4711 Number']);
  assert.deepEqual(await found('Ádá'), ['Ada Hollis']);
  assert.deepEqual(await found('N4711@'), ['Person4711 Number']);
  assert.equal((await accounts.page({ look: 'zoe@' })).total, 1);
  for (const nobody of ['erson', '%', 'ward.example', 'x']) assert.deepEqual(await found(nobody), [], nobody);
  assert.equal((await accounts.page({ page: 102 })).accounts.length, 0);
  const start = process.cpuUsage();
  for (let n = 1; n <= 10; n += 1) await accounts.page({ page: n * 10 });
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / 10_000;
  context.diagnostic(`A page is listed in ${each.toFixed(1)} CPU-ms.`);
  assert.ok(each < 60, `${each} CPU-ms`);
});
