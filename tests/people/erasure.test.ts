import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { AppError } from '#model/index.ts';
import { PEOPLE_MIGRATIONS } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { home, newcomer, refused } from './_people.ts';
import type { Home } from './_people.ts';

/** Searched for in the bytes as somebody would who has the disk. */
function isAnywhere(house: Home, text: string): boolean {
  return house.bytes().toLowerCase().includes(Buffer.from(text.toLowerCase()).toString('latin1'));
}

test('after a deletion neither name nor address is in any file of the house, and what was done stays', async () => {
  const house = await home();
  const { accounts, audit, door } = house.people;
  const ben = await newcomer(house, 'Benedict Adeyemi', 'Ben.Adeyemi@Ward.example', 'librarian');
  await accounts.rename(house.ada, ben.account, { name: 'Benny Adeyemi' });
  await door.signIn({ email: 'ben.adeyemi@ward.example', password: 'wrong', kind: 'own', address: '203.0.113.7' });
  await house.people.links.makeReset(house.ada, ben.account);
  assert.ok(isAnywhere(house, 'adeyemi'));

  assert.equal(await accounts.delete(house.ada, ben.account), true);
  for (const text of ['adeyemi', 'benedict', 'benny', 'ward.example'])
    assert.equal(isAnywhere(house, text), false, text);
  assert.deepEqual(await accounts.get(ben.account), {
    id: ben.account,
    state: 'deleted',
    roles: [],
    createdAt: '2026-03-09T12:00:00.000Z',
  });
  assert.equal((await accounts.list()).length, 1);
  assert.equal(await house.people.sessions.lookUp(ben.token), undefined);
  const { entries } = await audit.list({ about: ben.account });
  assert.ok(entries.some(({ what }) => what === 'invitation-accepted'));
  assert.equal(entries[0]?.what, 'account-deleted');
  const gone = /There is no such account/;
  await refused(house, () => accounts.enable(house.ada, ben.account), gone);
  await refused(house, () => accounts.delete(house.ada, ben.account), gone);
  await refused(house, () => accounts.rename(house.ada, ben.account, { name: 'Ben' }), gone);
  await refused(house, () => house.people.links.makeReset(house.ada, ben.account), gone);
  await newcomer(house, 'Benedict Adeyemi', 'Ben.Adeyemi@Ward.example');
});

test('a person deletes their own account', async () => {
  const house = await home();
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example');
  assert.equal(await house.people.accounts.delete(ben.account, ben.account), true);
  assert.equal(isAnywhere(house, 'adeyemi'), false);
});

test('what other rooms keep of an account goes with it, and where that fails the deletion can be asked for again', async () => {
  const told: string[] = [];
  let isFull = true;
  const house = await home({
    async onDelete(account) {
      told.push(account);
      if (isFull) throw new Error('The disk is full.');
    },
  });
  const { accounts, sessions, audit } = house.people;
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example');
  await assert.rejects(accounts.delete(house.ada, ben.account), /The disk is full/);
  assert.equal((await accounts.get(ben.account))?.state, 'active');
  assert.equal(await sessions.lookUp(ben.token), undefined, 'nothing new is kept for them meanwhile');
  isFull = false;
  assert.equal(await accounts.delete(house.ada, ben.account), true);
  assert.deepEqual(told, [ben.account, ben.account]);
  assert.equal((await audit.list({ what: ['sessions-ended'] })).entries.length, 1);
  await refused(house, () => accounts.delete(house.ada, house.ada), /last administrator cannot be deleted/);
  await refused(house, () => accounts.delete(house.ada, ben.account), /There is no such account/);
  assert.equal(told.length, 2, 'what is refused takes nothing away');
});

test('among hundreds that come, change and go none of the deleted can be read any more, and all others can', async () => {
  const house = await home();
  const { accounts, links } = house.people;
  const marks = Array.from({ length: 300 }, (_, n) => `z${randomBytes(6).toString('hex')}${'y'.repeat(n % 40)}`);
  const ids = [];
  for (const mark of marks) {
    const { account } = await links.invite(house.ada, { email: `${mark}@ward.example`, name: `Name ${mark}` });
    ids.push(account);
    const [earlier] = ids.slice(Math.floor(ids.length / 2));
    if (ids.length % 3 === 0 && earlier)
      await accounts.rename(house.ada, earlier, { name: `Other ${mark.slice(0, 2)}` });
  }
  const isGone = (n: number): boolean => n % 5 === 2;
  for (const [n, id] of ids.entries()) if (isGone(n)) assert.equal(await accounts.delete(house.ada, id), true);
  const bytes = house.bytes();
  assert.deepEqual(
    marks.filter((mark, n) => bytes.includes(mark) === isGone(n)),
    [],
  );
});

test('while somebody reads an old state a deletion says that it is not complete, and the next opening completes it', async () => {
  const house = await home();
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example');
  const reader = new DatabaseSync(join(house.folder, 'records.sqlite'), { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from identity').get();
  assert.equal(await house.people.accounts.delete(house.ada, ben.account), false);
  reader.close();
  assert.ok(isAnywhere(house, 'adeyemi'));
  await house.again();
  assert.equal(isAnywhere(house, 'adeyemi'), false);
});

test('an address that a setting of the house names is not deleted behind its back', async () => {
  const house = await home();
  const { accounts, settings } = house.people;
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example');
  for (const [key, value] of [
    ['contact-email', 'Ben@Ward.example'],
    ['mail-server', 'smtps://ben%40ward.example:secret@mail.example:465'],
  ] as const) {
    await settings.set(house.ada, key, value);
    await refused(house, () => accounts.delete(house.ada, ben.account), new RegExp(`The setting ${key} has this`));
    await settings.set(house.ada, key, undefined);
  }
  assert.equal(await accounts.delete(house.ada, ben.account), true);
  assert.equal(isAnywhere(house, 'ben@ward.example'), false);
});

test('an address that only ends or begins as one that a setting names is deleted', async () => {
  const house = await home();
  const { accounts, settings } = house.people;
  await settings.set(house.ada, 'contact-email', 'reuben@ward.example');
  await settings.set(house.ada, 'mail-server', 'smtps://ben%40ward.example.org:secret@mail.example:465');
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example');
  assert.equal(await accounts.delete(house.ada, ben.account), true);
});

test('a deletion that fails half way takes nothing away, and who was deleted gets no session and makes no wish', async () => {
  const house = await home({
    async onDelete(account, within) {
      await within.deleteFrom('role').where('account', '=', account).execute();
      if (isFull) throw new Error('The disk is full.');
    },
  });
  let isFull = true;
  const { accounts } = house.people;
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example', 'librarian');
  await assert.rejects(accounts.delete(house.ada, ben.account), /The disk is full/);
  assert.equal((await accounts.get(ben.account))?.roles.length, 1);
  isFull = false;
  await accounts.delete(house.ada, ben.account);
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  const gone = /This account was deleted/;
  const session = db.prepare(
    "insert into session (digest, id, account, kind, created_at, used_at, confirmed_at) values (x'00', 's-0', ?, 'own', 0, 0, 0)",
  );
  assert.throws(() => session.run(ben.account), gone);
  db.close();
  const store = await openRecordStore(house.folder);
  const wish = { kind: 'fetch', lane: 'one', request: { query: 'x', askedBy: ben.account }, isHeld: true } as const;
  await assert.rejects(
    store.jobs.add(wish),
    (thrown: AppError) => thrown.code === 'not_found' && gone.test(thrown.message),
  );
  assert.ok((await store.jobs.add({ ...wish, request: { query: 'x', askedBy: house.ada } })).id > 0);
  store.close();
});

test('who asked for papers is forgotten with the wishes that never ran, waiting or refused, and what ran is nobody’s', async () => {
  const house = await home();
  const store = await openRecordStore(house.folder);
  const wish = (query: string, askedBy: string) =>
    store.jobs.add({ kind: 'fetch', lane: query, request: { query, askedBy }, key: query, isHeld: true });
  const [waiting, turnedDown, ran, other] = [
    await wish('a', 'p-b'),
    await wish('b', 'p-b'),
    await wish('c', 'p-b'),
    await wish('d', 'p-c'),
  ];
  await store.jobs.refuse(turnedDown.id, 'No.');
  await store.jobs.resume(ran.id);
  const lease = await store.jobs.lease(['fetch'], [ran.id]);
  assert.ok(lease);
  await store.jobs.fail(lease, 'It could not be done.');
  await store.jobs.forgetAsker('p-b');
  assert.deepEqual(
    (await store.jobs.list()).map(({ id, request }) => [id, request]),
    [
      [other.id, { query: 'd', askedBy: 'p-c' }],
      [ran.id, { query: 'c' }],
    ],
  );
  assert.equal(await store.jobs.get(waiting.id), undefined);
  store.close();
});

test('a journal that somebody still reads is waited for once when a house is opened, not once for each room', async () => {
  const house = await home();
  const reader = new DatabaseSync(join(house.folder, 'records.sqlite'), { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from identity').get();
  const store = await openRecordStore(house.folder);
  await store.room('people', PEOPLE_MIGRATIONS);
  const began = performance.now();
  await store.room('people', PEOPLE_MIGRATIONS);
  const spent = performance.now() - began;
  reader.close();
  store.close();
  assert.ok(spent < 800, `${spent} ms`);
});
