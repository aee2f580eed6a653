/** What doctor says of the tables that people and reading keep in the record store. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { PEOPLE_MIGRATIONS } from '#people/index.ts';
import { recordStoreHealth } from '#storage/index.ts';
import { home } from './_people.ts';

test('tables of people of another version are told, older and newer, and a room that nobody opened is nothing amiss', async () => {
  const house = await home();
  const db = new DatabaseSync(join(house.folder, 'records.sqlite'));
  const rooms = { people: PEOPLE_MIGRATIONS, never: { 'never-001': { up: async () => undefined } } };
  const told = () => recordStoreHealth(house.folder, rooms).find(({ name }) => name === 'records');
  assert.equal(told()?.state, 'good');
  db.exec("insert into people_migration values ('people-999-later', '2030')");
  assert.equal(told()?.state, 'damage');
  assert.match(told()?.sentence ?? '', /newer version of Attune\. Start that version/);
  db.exec("delete from people_migration where name > 'people-001-accounts'");
  assert.equal(told()?.state, 'warning');
  assert.match(told()?.sentence ?? '', /older version of Attune\. The next start brings it up to date/);
  db.close();
});
