import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openLibrary } from '../../src/library/engine/open.ts';
import { find } from '../../src/library/find.ts';
import { openSqlite } from '#storage/index.ts';
import { words } from '../../src/text/words.ts';
import { libraryOf, paperOf } from '../_papers.ts';
import { conforms } from './conformance.ts';

conforms('SQLite in the same thread', (folder) => openLibrary(folder, { reading: 'here' }));
conforms('SQLite behind a reading thread', (folder) => openLibrary(folder, { reading: 'worker' }));

const everything = { filters: {}, sort: 'best', page: 1, pageSize: 20 } as const;

test('a query that outlives its budget is stopped with a sentence, and the next one is answered', async () => {
  const papers = Array.from({ length: 3_000 }, (_, index) =>
    paperOf({ pmid: String(index + 1), title: `Common words ${index}`, abstract: `Word${index} common `.repeat(30) }),
  );
  const library = await libraryOf(papers, { reading: 'worker', budgetMs: 60 });
  const slow = `(${Array.from({ length: 400 }, (_, index) => `wo*[tiab] OR co*[tiab] OR w${index}*`).join(' OR ')})`;
  await assert.rejects(find(library, { ...everything, text: slow }), /took longer than 0\.06 seconds and was stopped/);
  let answered = false;
  for (let attempt = 0; attempt < 5 && !answered; attempt += 1)
    answered = await find(library, { ...everything, text: '7[pmid]' }).then(
      ({ total }) => total === 1,
      () => false,
    );
  assert.ok(answered);
  await library.close();
});

test('words made by another version of the tokeniser are made anew when the library is opened', async () => {
  const library = await libraryOf([paperOf({ pmid: '1', title: 'Sepsis' })]);
  const folder = mkdtempSync(join(tmpdir(), 'attune-stale-'));
  cpSync(library.folder, folder, { recursive: true });
  await library.close();
  const db = openSqlite(join(folder, 'library.sqlite'));
  db.exec("update setting set value = '0' where name = 'words_version'; insert into word (word) values ('delete-all')");
  db.close();
  const told: number[] = [];
  const again = await openLibrary(folder, { reading: 'here', onRebuild: (papers) => told.push(papers) });
  assert.deepEqual(told, [1]);
  assert.equal((await find(again, { ...everything, text: 'sepsis' })).total, 1);
  await again.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the index keeps every word exactly as the tokeniser makes it', async () => {
  const text = 'TNF-α CD4+ 1,25-D 0.05 Sjögren ΔΩμέγα हिन्दी தமிழ் 高血圧 "quoted" O’Brien A|B a=b';
  const library = await libraryOf([paperOf({ pmid: '1', title: text })]);
  const db = openSqlite(join(library.folder, 'library.sqlite'));
  db.exec("create virtual table temp.seen using fts5vocab('main', 'word', 'col')");
  const seen = db
    .prepare("select term from seen where col = 'title'")
    .all()
    .map((row) => String(row['term']));
  assert.deepEqual(seen.sort(), [...new Set(words(text).map((word) => word.form))].sort());
  db.close();
  await library.close();
});
