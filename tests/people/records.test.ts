/** Rooms with tables of their own in the one record store. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openRecordStore } from '#storage/index.ts';
import type { Migrations } from '#storage/index.ts';
import { emptyFolder } from './_people.ts';

interface Shelf {
  readonly shelf: { readonly id: number; readonly label: string };
}

const made = (table: string): Migrations[string] => ({
  up: async (db: never) =>
    void (await sql.raw(`create table ${table} (id integer primary key, label text not null) strict`).execute(db)),
});
const FIRST: Migrations = { 'shelf-001': made('shelf') };
const BOTH: Migrations = { ...FIRST, 'shelf-002': made('box') };

test('each room brings its own steps, in its own time, and jobs go on beside them', async () => {
  const folder = emptyFolder();
  const store = await openRecordStore(folder);
  const shelf = await store.room<Shelf>('shelf', FIRST);
  await store.room('lamp', { 'lamp-001': made('lamp') });
  await shelf.change((tables) => tables.insertInto('shelf').values({ id: 1, label: 'top' }).execute());
  const job = await store.jobs.add({ kind: 'fetch', lane: 'ncbi', request: {} });
  store.close();

  const later = await openRecordStore(folder);
  assert.equal((await later.jobs.get(job.id))?.status, 'waiting');
  const again = await later.room<Shelf>('shelf', BOTH);
  assert.equal((await again.read.selectFrom('shelf').selectAll().executeTakeFirst())?.label, 'top');
  later.close();
});

test('tables of a newer version put off the room they belong to, and nobody else', async () => {
  const folder = emptyFolder();
  const store = await openRecordStore(folder);
  await store.room('shelf', BOTH);
  store.close();
  const older = await openRecordStore(folder);
  await assert.rejects(older.room('shelf', FIRST), /written by another version of Attune/);
  await older.room('lamp', { 'lamp-001': made('lamp') });
  await older.jobs.list();
  older.close();
});

test('a step that fails leaves the room as it was', async () => {
  const folder = emptyFolder();
  const store = await openRecordStore(folder);
  const bad: Migrations = { ...FIRST, 'shelf-002': made('shelf') };
  await assert.rejects(store.room('shelf', bad), /could not be brought up to date at step shelf-002/);
  const { read } = await store.room<Shelf>('shelf', FIRST);
  assert.deepEqual(await read.selectFrom('shelf').selectAll().execute(), []);
  store.close();
});

test('a transaction that fails takes everything back, and its reader cannot write', async () => {
  const folder = emptyFolder();
  const store = await openRecordStore(folder);
  const { change, read, ready } = await store.room<Shelf>('shelf', FIRST);
  await assert.rejects(
    change(async (tables) => {
      await tables.insertInto('shelf').values({ id: 1, label: 'top' }).execute();
      throw new Error('stop');
    }),
    /stop/,
  );
  const first = ready('select * from shelf where id = ?');
  assert.equal(first(1), undefined);
  await assert.rejects(read.insertInto('shelf').values({ id: 1, label: 'top' }).execute(), (thrown: Error) =>
    /readonly/.test(String(thrown.cause)),
  );
  await change((tables) => tables.insertInto('shelf').values({ id: 1, label: 'top' }).execute());
  assert.equal(first(1)?.['label'], 'top');
  store.close();
});

test('readers see whole transactions and wait for none; writers of one thread take turns, whichever way they came in', async () => {
  const folder = emptyFolder();
  const stores = [await openRecordStore(folder), await openRecordStore(folder)] as const;
  const [one, two] = [await stores[0].room<Shelf>('shelf', FIRST), await stores[1].room<Shelf>('shelf', FIRST)];
  const counts: number[] = [];
  const writing = [one, two].map(({ change }, n) =>
    Promise.all(
      Array.from({ length: 20 }, (_, k) =>
        change(async (tables) => {
          for (let m = 0; m < 3; m += 1)
            await tables
              .insertInto('shelf')
              .values({ id: n * 1_000 + k * 10 + m, label: 'x' })
              .execute();
          counts.push(Number(two.ready('select count(*) as n from shelf')()?.['n']));
        }),
      ),
    ),
  );
  const start = performance.now();
  await Promise.all(writing);
  assert.ok(performance.now() - start < 4_000, 'nobody waited for a turn that could not come');
  assert.ok(counts.every((count) => count % 3 === 0));
  for (const store of stores) store.close();
});
