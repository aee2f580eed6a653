/** A library of an earlier version learns when its papers entered, the same as if they came in now. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Paper } from '#model/index.ts';
import { openLibrary } from '#library/index.ts';
import { migrate, openSqlite } from '#storage/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import { LIBRARY_FILE } from '../../src/library/engine/library-file.ts';
import { MIGRATIONS } from '../../src/library/engine/migrations.ts';
import { paperOf } from '../_papers.ts';

const entrez = { event: 'entrez', date: { year: 2024, month: 5, day: 6 } };
const PAPERS: readonly Paper[] = [
  paperOf({ pmid: '1', title: 'With its entry', history: [{ event: 'received', date: { year: 2020 } }, entrez] }),
  paperOf({ pmid: '2', title: 'Online first', published: { year: 2025, month: 2 }, publishedOnline: { year: 2024 } }),
  paperOf({ pmid: '3', title: 'Received alone', history: [{ event: 'received', date: { year: 2021, month: 7 } }] }),
  paperOf({ pmid: '4', title: 'A year', published: { year: 1999 } }),
];

test('papers that came in under an earlier version know when they entered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-entered-'));
  try {
    const db = openSqlite(join(folder, LIBRARY_FILE));
    const { '003-entered': _, ...earlier } = MIGRATIONS;
    await migrate(db, earlier, 'The library');
    for (const [index, paper] of PAPERS.entries()) {
      const { id, source, version, day, json } = documentOf(paper);
      db.prepare(
        `insert into paper (number, id, source, version, day, has_abstract, recorded_at) values (?, ?, ?, ?, ?, 0, '2025-01-01T00:00:00.000Z')`,
      ).run(index + 1, id, source, version, day);
      db.prepare('insert into record values (?, ?)').run(index + 1, json);
    }
    db.close();
    const library = await openLibrary(folder, { reading: 'here' });
    const recent = await library.recent(10);
    assert.equal(recent.length, PAPERS.length);
    for (const { id, entered, arrivedAt } of recent) {
      const paper = PAPERS.find((each) => each.id === id) as Paper;
      assert.equal(entered, documentOf(paper).entered, String(paper.title));
      assert.equal(arrivedAt, '2025-01-01T00:00:00.000Z');
    }
    await library.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
