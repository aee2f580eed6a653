import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BETTER, DAY, emptyHouse, entered, GOOD, home, move, newcomer, refused, sessionOf } from './_people.ts';

const ADA = { name: 'Ada Hollis', email: 'ada@hollis.example', password: GOOD, kind: 'own' } as const;
const DEAD = /This link does not open anything any more/;

test('a house without people has one set-up link, and only the newest opens', async () => {
  const house = await emptyHouse();
  const { links, accept, accounts, audit } = house.people;
  const first = await links.makeSetUp();
  const second = await links.makeSetUp();
  assert.ok(first && second);
  assert.notEqual(first.token, second.token);
  assert.equal(await links.look(first.token), undefined);
  assert.deepEqual(await links.look(second.token), { kind: 'set-up' });
  await refused(house, () => accept.setUp(first.token, ADA), DEAD);
  assert.equal(await accounts.hasAny(), false);

  const { account } = await accept.setUp(second.token, ADA);
  assert.equal(await accounts.hasAny(), true);
  const ada = await accounts.get(account);
  assert.deepEqual(ada?.roles, [{ role: 'administrator', scope: 'system' }]);
  assert.equal(ada?.state, 'active');
  assert.equal(await links.makeSetUp(), undefined);
  await refused(house, () => accept.setUp(second.token, ADA), DEAD);
  const { entries } = await audit.list({ about: account });
  assert.deepEqual(entries.map(({ what }) => what).sort(), ['account-created', 'role-granted']);
});

test('nothing of a token stands in the files, and nothing of a password', async () => {
  const house = await home();
  const { token } = await house.people.links.invite(house.ada, { email: 'ben@ward.example' });
  for (const secret of [token, house.token, GOOD]) assert.equal(house.bytes().includes(secret), false);
});

test('two who set the house up at once: one becomes the administrator', async () => {
  const house = await emptyHouse();
  const link = await house.people.links.makeSetUp();
  assert.ok(link);
  const other = await house.again();
  const both = await Promise.allSettled([
    house.people.accept.setUp(link.token, ADA),
    other.accept.setUp(link.token, { ...ADA, email: 'eve@hollis.example' }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await house.people.accounts.list()).length, 1);
});

test('an invitation opens once, within seven days, for a name and a password', async () => {
  const house = await home();
  const { links, accept, accounts } = house.people;
  const invited = await links.invite(house.ada, {
    email: 'Ben@Ward.example',
    roles: [{ role: 'researcher', scope: 'study:falls-7' }],
  });
  assert.equal(invited.expiresAt, '2026-03-16T12:00:00.000Z');
  assert.deepEqual(await links.look(invited.token), { kind: 'invitation', email: 'Ben@Ward.example' });
  assert.equal((await accounts.get(invited.account))?.state, 'invited');

  const ben = { name: 'Ben Adeyemi', password: BETTER, kind: 'shared' } as const;
  await refused(house, () => accept.invitation(invited.token, { ...ben, name: ' ' }), /The name is empty/);
  await refused(house, () => accept.invitation(invited.token, { ...ben, password: 'short' }), /fewer than 12/);
  await refused(house, () => accept.reset(invited.token, BETTER), DEAD);
  move(7 * DAY);
  await refused(house, () => accept.invitation(invited.token, ben), DEAD);
  const again = await links.inviteAgain(house.ada, invited.account);
  await refused(house, () => accept.invitation(invited.token, ben), DEAD);
  const { account, token } = await accept.invitation(again.token, ben);
  assert.equal(account, invited.account);
  assert.deepEqual((await sessionOf(house.people, token)).roles, [{ role: 'researcher', scope: 'study:falls-7' }]);
  await refused(house, () => accept.invitation(again.token, ben), DEAD);
  await refused(house, () => links.inviteAgain(house.ada, account), /has accepted the invitation already/);
  assert.equal((await accounts.find('BEN@ward.EXAMPLE '))?.name, 'Ben Adeyemi');
});

test('an invitation accepted twice at once lets one in', async () => {
  const house = await home();
  const other = await house.again();
  const { token } = await house.people.links.invite(house.ada, { email: 'ben@ward.example' });
  const accepted = await Promise.allSettled(
    ['Ben', 'Eve'].map((name, n) =>
      [house.people, other][n]?.accept.invitation(token, { name, password: BETTER, kind: 'shared' }),
    ),
  );
  assert.deepEqual(accepted.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await house.people.audit.list({ what: ['invitation-accepted'] })).entries.length, 1);
});

test('who is no administrator invites nobody, and an address is invited once', async () => {
  const house = await home();
  const { links } = house.people;
  const { account } = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'librarian');
  await refused(house, () => links.invite(account, { email: 'eve@ward.example' }), /Only an administrator/);
  await refused(house, () => links.inviteAgain(account, house.ada), /Only an administrator/);
  await refused(house, () => links.makeReset(account, house.ada), /Only an administrator/);
  await refused(house, () => links.invite(house.ada, { email: 'BEN@ward.example' }), /an account with this e-mail/);
  for (const email of ['', 'ben', 'ben@ward', 'a b@ward.example', `${'b'.repeat(250)}@ward.example`, 'a@b@c.example'])
    await refused(house, () => links.invite(house.ada, { email }), /This is no e-mail address/);
  await refused(
    house,
    () => links.invite(house.ada, { email: 'eve@ward.example', roles: [{ role: 'reader', scope: 'system' }] }),
    /There is no role “reader”/,
  );
});

test('a link for a new password opens once, within a day, and ends all sessions', async () => {
  const house = await home();
  const { links, accept, door, sessions } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const old = await links.makeReset(house.ada, ben.account);
  const late = await links.makeReset(house.ada, ben.account);
  await refused(house, () => accept.reset(old.token, BETTER), DEAD);
  move(DAY);
  await refused(house, () => accept.reset(late.token, BETTER), DEAD);

  const { account, token } = entered(await door.signIn({ email: 'ben@ward.example', password: GOOD, kind: 'shared' }));
  const link = await links.makeReset(house.ada, account);
  assert.deepEqual(await links.look(link.token), { kind: 'reset', name: 'Ben Adeyemi', email: 'ben@ward.example' });
  await refused(house, () => accept.reset(link.token, 'Ben Adeyemi ward'), /made of your name/);
  await accept.reset(link.token, BETTER);
  assert.equal(await sessions.lookUp(token), undefined);
  await refused(house, () => accept.reset(link.token, GOOD), DEAD);
  assert.equal((await door.signIn({ email: 'ben@ward.example', password: GOOD, kind: 'shared' })).outcome, 'refused');
  entered(await door.signIn({ email: 'ben@ward.example', password: BETTER, kind: 'shared' }));
});

test('there is no link for a new password before there is a password, nor for an account that is disabled', async () => {
  const house = await home();
  const { links, accounts } = house.people;
  const { account } = await links.invite(house.ada, { email: 'ben@ward.example' });
  await refused(house, () => links.makeReset(house.ada, account), /has not accepted the invitation yet/);
  const eve = await newcomer(house, 'Eve Lund', 'eve@ward.example');
  const link = await links.makeReset(house.ada, eve.account);
  await accounts.disable(house.ada, eve.account);
  assert.equal(await links.look(link.token), undefined);
  await refused(house, () => links.makeReset(house.ada, eve.account), /This account is disabled/);
});

test('a clock that was set back makes no link hold longer', async () => {
  const house = await home();
  const { token } = await house.people.links.invite(house.ada, { email: 'ben@ward.example' });
  move(-30 * DAY);
  assert.equal(await house.people.links.look(token), undefined);
});

test('a house of whom all were deleted is set up as one that never had any, whoever deleted them', async () => {
  const house = await emptyHouse();
  const { accounts, links, accept } = house.people;
  const other = await house.again();
  const { account } = await links.invite('operator', { email: 'ben@ward.example' });
  assert.deepEqual([await accounts.hasAny(), await other.accounts.hasAny()], [true, true]);
  assert.equal(await links.makeSetUp(), undefined);
  await other.accounts.delete('operator', account);
  assert.deepEqual([await accounts.hasAny(), await other.accounts.hasAny()], [false, false]);
  const link = await links.makeSetUp();
  assert.ok(link);
  await accept.setUp(link.token, ADA);
  assert.deepEqual([await accounts.hasAny(), await other.accounts.hasAny()], [true, true]);
});
