/** A deletion while the person goes on: whatever they send until the last moment, nothing is kept of them afterwards. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { openReading } from '#reading/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Ncbi } from '../_ncbi.ts';
import { answered, browserOf, invited, PASSWORD, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const PAPER = 'pm99000001';

let ncbi: Ncbi;
let house: App;
let ada: Person;
before(async () => {
  ncbi = await startNcbi({ papers: madeUpPapers(3) });
  house = await appOf([madeUpPaper()], { ncbi: { url: ncbi.address } });
  ada = await setUp(house);
});
after(async () => {
  await house.close();
  await ncbi.close();
});

/** The tables with a row in which the id stands anywhere. */
function tablesThatName(id: string): string[] {
  const db = new DatabaseSync(join(house.folder, 'home', 'records.sqlite'), { readOnly: true });
  try {
    return db
      .prepare("select name from sqlite_schema where type = 'table' order by name")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => JSON.stringify(db.prepare(`select * from "${name}"`).all()).includes(id));
  } finally {
    db.close();
  }
}

/** Everything of a person that leaves a row, sent at once. */
function writes(person: Person, n: number, shared: string): Promise<Response>[] {
  const { email } = person;
  return [
    person.post('/api/marks', { paper: PAPER, act: n % 2 === 0 ? 'save' : 'unsave' }),
    person.post('/api/marks/all', { papers: [PAPER, 'pm3'], act: n % 2 === 0 ? 'like' : 'no-opinion' }),
    person.post('/api/saved/label', { papers: [PAPER], label: `Label ${n}`, on: true }),
    person.post('/api/notes', { paper: PAPER, text: `Note ${n}` }),
    person.post('/api/collections', { name: `Collection ${n}` }),
    person.post('/api/collections/papers', { id: shared, papers: [PAPER], on: n % 2 === 0 }),
    ada.post('/api/collections/share', { id: shared, with: person.id, right: 'add' }),
    person.post('/api/history/keep', { on: n % 2 === 0 }),
    person.ask(`/api/papers/${PAPER}`),
    person.ask(`/api/papers/${PAPER}/export?format=ris`),
    person.post('/api/fetches', { query: `a wish ${n}` }),
    browserOf(house).post('/api/sign-in', { email, password: PASSWORD, device: 'own' }),
  ];
}

test('nothing of an account is left but its pseudonym, however much is written while it is deleted', async () => {
  const { collection } = await answered<{ collection: { id: string } }>(
    await ada.post('/api/collections', { name: 'Shared' }),
  );
  for (let round = 0; round < 3; round += 1) {
    const ben = await invited(house, ada, `ben${round}@example.org`);
    await answered(await ada.post('/api/collections/share', { id: collection.id, with: ben.id, right: 'add' }));
    const over = new AbortController();
    const statuses = new Set<number>();
    const going = (async () => {
      for (let n = 0; !over.signal.aborted && n < 12; n += 1)
        for (const { status } of await Promise.all(writes(ben, n, collection.id))) statuses.add(status);
    })();
    // At another moment each time.
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 30));
    const last = writes(ben, 99, collection.id);
    await answered(await ada.post('/api/accounts/delete', { id: ben.id }));
    const late = await Promise.all([...last, ...writes(ben, 100, collection.id)]);
    over.abort();
    await going;
    for (const { status } of late) statuses.add(status);
    assert.deepEqual(tablesThatName(ben.id), ['account', 'audit']);
    // Nobody is told of an inside that broke: they are not signed in, or the account is none any more.
    assert.deepEqual(
      [...statuses].filter((status) => status >= 500),
      [],
    );
  }
});

test('a write that was under way when its account went is refused by the table it is for', async () => {
  const cleo = await invited(house, ada, 'cleo@example.org');
  const { reading } = house.houses.house();
  await answered(await ada.post('/api/accounts/delete', { id: cleo.id }));
  const account = cleo.id as Parameters<typeof reading.marks.act>[0];
  const gone = { code: 'not_found', message: /This account was deleted/ };
  const paper = PAPER as Parameters<typeof reading.marks.act>[1];
  await assert.rejects(reading.marks.act(account, paper, 'save'), gone);
  await assert.rejects(reading.notes.put(account, paper, 'A note'), gone);
  await assert.rejects(reading.saved.label(account, [paper], 'A label', true), gone);
  await assert.rejects(reading.collections.create(account, 'A collection'), gone);
  await assert.rejects(reading.history.keepOpened(account, true), gone);
  await assert.rejects(reading.history.exported(account, { format: 'ris', papers: 1, from: 'paper' }), gone);
  assert.deepEqual(tablesThatName(cleo.id), ['account', 'audit']);
});

test('what an earlier version left of somebody who was deleted goes when the tables are guarded', async () => {
  const dan = await invited(house, ada, 'dan@example.org');
  await answered(await ada.post('/api/accounts/delete', { id: dan.id }));
  const db = new DatabaseSync(join(house.folder, 'home', 'records.sqlite'));
  const guards = db
    .prepare("select name from sqlite_schema where type = 'trigger' and name like 'reading_%_not_of_gone'")
    .all();
  const guarded = new Set(guards.map(({ name }) => String(name).replace('_not_of_gone', '')));
  const named = db
    .prepare(
      "select distinct s.name from sqlite_schema s, pragma_table_info(s.name) c where s.type = 'table' and s.name like 'reading_%' and c.name in ('account', 'owner', 'added_by')",
    )
    .all()
    .map(({ name }) => String(name));
  assert.deepEqual([...guarded].sort(), named.sort(), 'each table that names people is guarded');
  for (const { name } of guards) db.exec(`drop trigger ${String(name)}`);
  db.prepare("insert into reading_note values (?, 'pm1', 'left behind', 0)").run(dan.id);
  db.prepare("insert into reading_label values (?, 'pm1', 'left', 'Left')").run(dan.id);
  db.close();
  assert.deepEqual(tablesThatName(dan.id), ['account', 'audit', 'reading_label', 'reading_note']);
  const again = await openRecordStore(join(house.folder, 'home'));
  await openReading(again);
  again.close();
  assert.deepEqual(tablesThatName(dan.id), ['account', 'audit']);
});
