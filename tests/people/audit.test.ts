import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { note } from '../../src/people/audit.ts';
import { PEOPLE_MIGRATIONS } from '../../src/people/migrations.ts';
import type { PeopleTables } from '../../src/people/tables.ts';

import { openPeople } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { BETTER, CHEAP, GOOD, home, MINUTE, move, newcomer, sessionOf } from './_people.ts';

test('the database itself refuses to change or take away what the log says', async () => {
  const house = await home();
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  const before = house.rows();
  for (const statement of [
    "update audit set what = 'nothing'",
    'update audit set sequence = sequence + 100',
    'delete from audit',
    'delete from audit where sequence = 1',
    "insert or replace into audit (sequence, at, what, detail) values (1, 0, 'nothing', '{}')",
    "insert into audit (sequence, at, what, detail) values (1, 0, 'nothing', '{}') on conflict do update set what = 'nothing'",
    "replace into audit (sequence, at, what, detail) values (1, 0, 'nothing', '{}')",
  ])
    assert.throws(() => db.exec(statement), /What the audit log says is never changed/, statement);
  db.close();
  assert.equal(house.rows(), before);
});

test('an act and its entry are one: where the entry cannot be written, nothing happened', async () => {
  const house = await home();
  const { accounts, roles, settings, links, sessions, door } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const session = await sessionOf(house.people, ben.token);
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  db.exec("create trigger full before insert on audit begin select raise(abort, 'no room'); end");
  db.close();
  for (const act of [
    () => accounts.disable(house.ada, ben.account),
    () => accounts.delete(house.ada, ben.account),
    () => accounts.rename(house.ada, ben.account, { name: 'Other' }),
    () => roles.grant(house.ada, ben.account, 'analyst', 'system'),
    () => settings.set(house.ada, 'house-name', 'House'),
    () => links.invite(house.ada, { email: 'eve@ward.example' }),
    () => links.makeReset(house.ada, ben.account),
    () => sessions.end(ben.account, session.id),
    () => sessions.endAll(ben.account),
    () => sessions.signOut(session),
  ]) {
    const before = house.rows();
    await assert.rejects(act, /no room/);
    assert.equal(house.rows(), before);
  }
  const rows = (): unknown[][] => (JSON.parse(house.rows()) as unknown[][]).slice(0, -1);
  const before = rows();
  await assert.rejects(door.signIn({ email: 'ben@ward.example', password: GOOD, kind: 'own' }), /no room/);
  await assert.rejects(door.changePassword(session, { old: GOOD, fresh: BETTER }), /no room/);
  assert.deepEqual(rows(), before);
});

test('no name, no address and no sentence gets into the log', async () => {
  const house = await home();
  const store = await openRecordStore(house.folder);
  const records = await store.room<PeopleTables>('people', PEOPLE_MIGRATIONS);
  const before = house.rows();
  for (const text of ['Ada Hollis', 'ada@hollis.example', 'Ada', 'two words', '', 'x'.repeat(81)])
    for (const given of [{ about: text }, { reason: text }])
      await assert.rejects(
        records.change((tables) => note(tables, 0, 'signed-in', given)),
        /holds codes alone/,
      );
  assert.equal(house.rows(), before);
  store.close();
  const ben = await newcomer(house, 'Benedict Adeyemi', 'ben@ward.example', 'librarian');
  await house.people.accounts.rename(ben.account, ben.account, { name: 'Benny' });
  const log = JSON.stringify(await house.people.audit.list({ limit: 200 }));
  for (const text of ['Adeyemi', 'Benny', 'ward.example', 'Hollis']) assert.equal(log.includes(text), false, text);
});

test('other rooms note their acts in their own transaction, or when they are over', async () => {
  const house = await home();
  const { audit } = house.people;
  await audit.note('exported', { who: house.ada, papers: 12, format: 'ris' });
  const [entry] = (await audit.list({ what: ['exported'] })).entries;
  assert.deepEqual([entry?.who, entry?.detail], [house.ada, { papers: 12, format: 'ris' }]);
  await assert.rejects(audit.note('exported', { file: 'Ada’s papers.ris' }), /holds codes alone/);

  const store = await openRecordStore(house.folder);
  const records = await store.room<{ note: { text: string } }>('other', {
    'other-001': { up: async (db) => void (await sql.raw('create table note (text text) strict').execute(db)) },
  });
  const people = await openPeople(store, { cost: CHEAP });
  const act = (isToFail: boolean): Promise<void> =>
    records.change(async (tables) => {
      await tables.insertInto('note').values({ text: 'kept' }).execute();
      await people.audit.note('reading-erased', { who: house.ada, about: house.ada }, tables);
      if (isToFail) throw new Error('taken back');
    });
  await assert.rejects(act(true), /taken back/);
  assert.deepEqual((await audit.list({ what: ['reading-erased'] })).entries, []);
  await act(false);
  assert.equal((await audit.list({ what: ['reading-erased'] })).entries.length, 1);
  assert.equal((await records.read.selectFrom('note').selectAll().execute()).length, 1);
  store.close();
});

test('the log is read newest first, page by page and by who, about whom, what and when', async () => {
  const house = await home();
  const { audit, roles } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const all = (await audit.list({ limit: 200 })).entries;
  assert.deepEqual(
    all.map(({ sequence }) => sequence),
    [...all.keys()].map((n) => all.length - n),
  );
  const paged = [];
  let next: number | undefined;
  do {
    const page = await audit.list({ limit: 2, ...(next === undefined ? {} : { before: next }) });
    paged.push(...page.entries);
    next = page.next;
  } while (next !== undefined);
  assert.deepEqual(paged, all);

  move(MINUTE);
  await roles.grant(house.ada, ben.account, 'manager', 'unit:ward-7');
  const from = '2026-03-09T12:01:00.000Z';
  const { entries } = await audit.list({ from });
  assert.deepEqual(entries, [
    {
      sequence: all.length + 1,
      at: from,
      what: 'role-granted',
      who: house.ada,
      about: ben.account,
      detail: { role: 'manager', scope: 'unit:ward-7' },
    },
  ]);
  assert.equal((await audit.list({ to: from })).entries.length, all.length);
  assert.ok((await audit.list({ who: ben.account })).entries.every(({ who }) => who === ben.account));
  assert.equal((await audit.list({ about: ben.account, what: ['account-invited'] })).entries.length, 1);
  assert.deepEqual(await audit.list({ what: ['setting-changed'] }), { entries: [] });
});

test('a clock that was set back changes times, not the order', async () => {
  const house = await home();
  const { audit, settings } = house.people;
  await settings.set(house.ada, 'house-name', 'One');
  move(-60 * MINUTE);
  await settings.set(house.ada, 'house-name', 'Two');
  const { entries } = await audit.list({ what: ['setting-changed'] });
  assert.deepEqual(
    entries.map(({ at }) => at),
    ['2026-03-09T11:00:00.000Z', '2026-03-09T12:00:00.000Z'],
  );
});
