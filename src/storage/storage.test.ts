import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { inSnapshot, inTransaction, migrate, openSqlite, storageFailure } from './index.ts';
import { typedQueries } from './kysely.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-storage-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Tables {
  note: { id: number; text: string | null };
}

const first = {
  '001-note': {
    up: async (db: never) => void (await sql`create table note (id integer primary key, text text)`.execute(db)),
  },
};

test('parameters that SQLite would misread are refused with their kind', async () => {
  const connection = openSqlite(join(folder, 'scalars.sqlite'));
  await migrate(connection, first, 'The notebook');
  const db = typedQueries<Tables>(connection);
  for (const value of [new Date(), [1], { a: 1 }, true, Number.NaN]) {
    await assert.rejects(
      db
        .insertInto('note')
        .values({ id: value as never, text: 'x' })
        .execute(),
      /A database parameter must be text, a number, bytes or null/,
    );
  }
  await db.insertInto('note').values({ id: 1, text: null }).execute();
  assert.deepEqual(await db.selectFrom('note').selectAll().execute(), [
    Object.assign(Object.create(null), { id: 1, text: null }),
  ]);
  connection.close();
});

test('a failed migration leaves nothing behind and says which step', async () => {
  const connection = openSqlite(join(folder, 'failed.sqlite'));
  const bad = {
    ...first,
    '002-bad': {
      up: async (db: never) => {
        await sql`create table half (id integer)`.execute(db);
        await sql`create nonsense`.execute(db);
      },
    },
  };
  await assert.rejects(migrate(connection, bad, 'The notebook'), /could not be brought up to date at step 002-bad/);
  const tables = connection.prepare("select name from sqlite_schema where name in ('note', 'half')").all();
  assert.equal(tables.length, 0);
  connection.close();
});

test('a file from a newer version is refused', async () => {
  const connection = openSqlite(join(folder, 'newer.sqlite'));
  await migrate(connection, { ...first, '002-more': { up: async () => undefined } }, 'The notebook');
  await assert.rejects(migrate(connection, first, 'The notebook'), /written by another version of Attune/);
  connection.close();
});

test('a snapshot does not move while another connection writes, and a failed transaction takes everything back', async () => {
  const file = join(folder, 'snapshot.sqlite');
  const writer = openSqlite(file);
  await migrate(writer, first, 'The notebook');
  const reader = openSqlite(file, { readOnly: true });
  const count = (): unknown => reader.prepare('select count(*) as n from note').get()?.['n'];
  inSnapshot(reader, () => {
    assert.equal(count(), 0);
    inTransaction(writer, () => writer.exec("insert into note values (1, 'x')"));
    assert.equal(count(), 0);
  });
  assert.equal(count(), 1);
  assert.throws(() =>
    inTransaction(writer, () => {
      writer.exec("insert into note values (2, 'y')");
      throw new Error('stop');
    }),
  );
  assert.equal(count(), 1);
  reader.close();
  writer.close();
});

test('a file that cannot be opened is named, with what to look at', () => {
  assert.throws(
    () => openSqlite(join(folder, 'no', 'such', 'folder.sqlite')),
    /cannot be opened.*Check that the folder exists/,
  );
});

test('a full disk, a damaged file and a file that is no database each have a sentence, and other mistakes stay what they are', () => {
  const full = openSqlite(join(folder, 'full.sqlite'));
  full.exec('create table note (text text); pragma max_page_count = 3');
  const caught = (work: () => void): unknown => {
    try {
      work();
    } catch (thrown) {
      return storageFailure(thrown);
    }
    return undefined;
  };
  assert.match(
    String(caught(() => full.prepare('insert into note values (?)').run('x'.repeat(100_000)))),
    /The disk is full/,
  );
  assert.match(String(caught(() => full.exec('select nonsense'))), /no such column/);
  full.close();
  writeFileSync(join(folder, 'text.sqlite'), 'This is a letter and no database. '.repeat(100));
  assert.throws(() => openSqlite(join(folder, 'text.sqlite')), /cannot be opened: file is not a database/);
});
