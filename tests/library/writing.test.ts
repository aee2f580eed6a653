/** Writers of one library: they take turns, one that never lets go is named, and a clock that is set back loses nothing. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { importFiles, openLibrary } from '#library/index.ts';
import { openSqlite } from '#storage/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import { writeManyRecords } from '../process/_many-records.ts';
import { libraryOf, paperOf } from '../_papers.ts';

test('a writer that has the library without a pause is waited for without blocking, and then named', async () => {
  const library = await libraryOf([]);
  const other = openSqlite(join(library.folder, 'library.sqlite'));
  other.exec('begin immediate');
  const writer = library.writer();
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 5);
  await assert.rejects(writer.beginInTurn(200), /^AppError: Another program has been writing to this library/);
  clearInterval(ticking);
  assert.ok(ticks > 10, `${ticks} ticks while it waited`);
  const begun = writer.beginInTurn(5_000);
  await wait(30);
  other.exec('commit');
  await begun;
  writer.rollback();
  other.close();
  await library.close();
});

test('two writers that both go on at once each get every second turn or so', async () => {
  const library = await libraryOf([]);
  const second = await openLibrary(library.folder, { reading: 'here' });
  const turns: string[] = [];
  const work = async (name: string, writer: ReturnType<typeof library.writer>): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      await writer.beginInTurn();
      turns.push(name);
      await wait(10);
      writer.commit();
    }
  };
  await Promise.all([work('a', library.writer()), work('b', second.writer())]);
  const half = turns.slice(0, 20).filter((name) => name === 'a').length;
  assert.ok(half >= 4 && half <= 16, turns.join(''));
  await second.close();
  await library.close();
});

test('a clock that is set back while papers come in neither stops them nor takes the state back', async () => {
  let now = new Date('2026-03-09T12:00:00Z');
  const library = await libraryOf([paperOf({ pmid: '1', title: 'Sepsis' })], { reading: 'here', now: () => now });
  assert.equal((await library.state()).changedAt, '2026-03-09T12:00:00.000Z');
  now = new Date('2026-03-01T00:00:00Z');
  const writer = library.writer();
  writer.begin();
  assert.equal(writer.add(documentOf(paperOf({ pmid: '2', title: 'Later, by an earlier clock' }))), 'added');
  writer.commit();
  const state = await library.state();
  assert.deepEqual([state.papers, state.changedAt], [2, '2026-03-09T12:00:00.000Z']);
  await library.close();
});

test('an import that was cut off goes on behind its last batch, and what others brought meanwhile stays', async () => {
  const library = await libraryOf([]);
  const [file, newer] = [join(library.folder, 'many.xml'), join(library.folder, 'newer.xml')];
  writeManyRecords(file, { count: 4_000, mark: 'quellmark' });
  writeManyRecords(newer, { count: 10, mark: 'ostermoor' });
  const ending = new AbortController();
  await assert.rejects(
    importFiles(library, [file], {
      withoutAbstracts: [],
      signal: ending.signal,
      onCommitted: () => ending.abort(new Error('cut off')),
    }),
    /cut off/,
  );
  const { papers } = await library.state();
  assert.ok(papers > 0 && papers < 4_000, String(papers));
  assert.equal((await importFiles(library, [newer], { withoutAbstracts: [] })).updated, 10);
  const report = await importFiles(library, [file], { withoutAbstracts: [] });
  assert.deepEqual(
    [report.records, report.resumed, report.unchanged, report.added],
    [4_000, papers, papers, 4_000 - papers],
  );
  const first = await library.resolve(['97000001']);
  assert.match(String(first[0]?.title), /ostermoor/);
  await library.close();
});
