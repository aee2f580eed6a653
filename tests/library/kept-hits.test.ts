/** Papers kept between answers are never older than the library. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { keptHits, openLibrary } from '#library/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import { paperOf } from '../_papers.ts';

test('a change of a paper, a notice about it and its removal are seen at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-kept-'));
  const library = await openLibrary(folder, { reading: 'worker' });
  let now = Date.parse('2026-01-01');
  const writer = library.writer();
  const bring = async (paper: Paper): Promise<void> => {
    // An instant tells one state from the next; they are never as near as this in use.
    while (Date.now() === now) await new Promise((resolve) => setTimeout(resolve, 1));
    now = Date.now();
    writer.begin();
    writer.add(documentOf(paper));
    writer.commit();
  };
  try {
    const papers = keptHits(library, { hideAbstracts: [] });
    const id = 'pm1' as RecordId;
    await bring(paperOf({ pmid: '1', title: 'First wording' }));
    const first = await papers([id, 'pm9' as RecordId]);
    assert.deepEqual([...first.keys()], [id]);
    assert.equal((await papers([id])).get(id), first.get(id), 'kept as long as nothing changes');
    await bring(paperOf({ pmid: '1', title: 'Second wording' }));
    assert.equal(plainText((await papers([id])).get(id)?.paper.title ?? ''), 'Second wording');
    assert.deepEqual((await papers([id])).get(id)?.notices, []);
    await bring(
      paperOf({
        pmid: '2',
        title: 'Retraction notice',
        publicationTypes: [{ name: 'Retraction of Publication' }],
        relations: [{ type: 'RetractionOf', to: id, citation: 'J Test. 2020' }],
      }),
    );
    assert.equal((await papers([id])).get(id)?.notices[0]?.kind, 'retracted');
    while (Date.now() === now) await new Promise((resolve) => setTimeout(resolve, 1));
    writer.begin();
    writer.remove(id, 'gone.xml');
    writer.commit();
    assert.equal((await papers([id])).size, 0);
  } finally {
    await library.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
