/** What the room holds of a person: taken out whole, and erased whole, in every file of the house. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { CollectionId, TakenOut } from '#reading/index.ts';
import { ADA, BEN, CAI, house, paper, papers } from './_reading.ts';
import type { House } from './_reading.ts';

type Rows = ReturnType<House['rows']>;

/** The tables of the feed as the export calls them. */
const FEED = ['profile', 'left-out', 'interest', 'stance', 'today', 'today-change', 'shown'];

/** A house in which Ben has left something in every table, and others beside him. */
async function lived(): Promise<House & { readonly shared: CollectionId }> {
  const at = await house();
  const { marks, notes, saved, collections, history, profile, todays } = at.reading;
  for (const [who, n] of [[ADA, 100], [BEN, 200]] as const) {
    at.clock.ms += 1_000;
    await marks.act(who, paper(n), 'less', { why: 'poor-study' });
    await marks.act(who, paper(n + 1), 'hide');
    await saved.label(who, papers(n + 2, n + 4), `Label of ${who}`, true);
    await marks.act(who, paper(n + 4), 'unsave');
    await notes.put(who, paper(n + 5), `Note of ${who}, unrepeatable`);
    await history.keepOpened(who, true);
    await history.opened(who, paper(n + 6));
    await history.exported(who, { format: `format-${n}`, papers: n, from: 'selection' });
    await profile.startOver(who);
    await profile.change(who, { isPaused: true, leftOut: { journals: [`Journal of ${who}`], onlyLanguages: ['eng'] } });
    await profile.choose(who, [{ kind: 'topic', value: `Topic of ${who}` }]);
    await profile.say(who, `stem-${n}`, 'forget');
    await todays.keep(who, '2026-03-09', { list: [`List of ${who}`], of: n }, [paper(n + 9)]);
    await todays.note(who, '2026-03-09', { note: `Change of ${who}` });
    const own = await collections.create(who, `Shelf of ${who}`);
    await collections.share(who, own.id, CAI, 'add');
    await collections.add(who, own.id, [paper(n + 7)]);
    await collections.add(CAI, own.id, [paper(n + 8)]);
  } // prettier-ignore
  const [shelf] = await collections.list(ADA);
  assert.ok(shelf);
  await collections.share(ADA, shelf.id, BEN, 'add');
  await collections.add(BEN, shelf.id, [paper(209)]);
  return { ...at, shared: shelf.id };
}

const tablesThatName = (rows: Rows, who: string): string[] =>
  Object.keys(rows).filter((table) => rows[table]?.some((row) => Object.values(row).includes(who)));

test('what is erased was in the export, value by value, and no table of the room is forgotten by either', async () => {
  const at = await lived();
  const before = at.rows();
  // Every table is in use: a new one that this test does not fill fails here.
  const tables = Object.keys(before);
  assert.deepEqual(tablesThatName(before, BEN), tables);
  const taken = await at.reading.takeOut(BEN);
  assert.deepEqual(JSON.parse(JSON.stringify(taken)), taken);
  assert.deepEqual(
    Object.keys(taken).sort(),
    tables.map((table) => table.replace('reading_', '').replaceAll('_', '-')),
  );

  assert.equal(await at.reading.erase(BEN), true);
  const after = at.rows();
  assert.deepEqual(tablesThatName(after, BEN), []);
  const left = new Set(Object.values(after).flatMap((rows) => rows.map((row) => JSON.stringify(row))));
  const told = valuesIn(taken);
  const cleared = Object.values(before)
    .flat()
    .filter((row) => !left.has(JSON.stringify(row)));
  assert.ok(cleared.length >= 18);
  const clearedMinusExported = cleared
    .flatMap((row) => Object.entries(row))
    .filter(([column, value]) => value !== null && !told.has(asTold(column, value)));
  // The order of adding is told by the order of the list.
  assert.deepEqual(
    clearedMinusExported.filter(([column]) => column !== 'sequence'),
    [],
  );
});

test('the export says nothing of others but their pseudonyms where a row needs them', async () => {
  const at = await lived();
  const text = JSON.stringify(await at.reading.takeOut(BEN));
  for (const foreign of [`Label of ${ADA}`, `Note of ${ADA}`, `Shelf of ${ADA}`, ADA, 'pm10', 'format-100', 'stem-100'])
    assert.equal(text.includes(foreign), false, foreign);
  assert.ok(text.includes(CAI));
  const empty = await at.reading.takeOut('p-nobody' as typeof ADA);
  assert.deepEqual(Object.values(empty).flat(), []);
});

test('others keep what is theirs, and what the person added to it stays without a name', async () => {
  const at = await lived();
  const { collections, marks, notes, saved } = at.reading;
  const before = await at.reading.takeOut(ADA);
  await at.reading.erase(BEN);
  const { papers: inIt, members } = await collections.get(ADA, at.shared);
  assert.deepEqual(
    inIt.map(({ paper, addedBy }) => [paper, addedBy]),
    [[paper(107), ADA], [paper(108), CAI], [paper(209), undefined]],
  ); // prettier-ignore
  assert.deepEqual(
    members.map(({ account }) => account),
    [CAI],
  );
  assert.equal((await collections.list(CAI)).length, 1);
  const ada = await at.reading.takeOut(ADA);
  for (const table of ['mark', 'history', 'note', 'label', 'wish', 'opened', 'exported', 'collection', ...FEED])
    assert.deepEqual(ada[table], before[table]);
  // The same account, as if they came back: nothing is there.
  assert.deepEqual(await saved.list(BEN), []);
  assert.deepEqual((await marks.history(BEN)).entries, []);
  assert.equal(await notes.get(BEN, paper(205)), undefined);
  assert.equal(await at.reading.erase(BEN), true);
});

test('of an erased person nothing is in any file of the house, the journal included', async () => {
  const at = await lived();
  const feed = ['Journal', 'Topic', 'List', 'Change'].map((what) => `${what} of ${BEN}`);
  const words = [BEN, `Shelf of ${BEN}`, 'unrepeatable', 'format-200', 'stem-200', ...feed, ...papers(200, 209)];
  for (const word of words) assert.ok(at.bytes().includes(word), word);
  await at.reading.erase(ADA);
  assert.equal(await at.reading.erase(BEN), true);
  for (const word of words) assert.equal(at.bytes().includes(word), false, word);
});

test('a note that was removed, and one that told of a patient and was mended, are in no file any more', async () => {
  const at = await house();
  const { notes } = at.reading;
  await notes.put(ADA, paper(1), 'Quilla Oyster, born 3.4.1961', { isSure: true });
  await notes.put(ADA, paper(2), 'zebrafish everywhere');
  assert.ok(at.bytes().includes('Quilla') && at.bytes().includes('zebrafish'));
  await notes.put(ADA, paper(1), 'the patient of last week');
  await notes.remove(ADA, paper(2));
  for (const word of ['Quilla', 'Oyster', 'zebrafish']) assert.equal(at.bytes().includes(word), false, word);
});

test('what was opened and exported is erased from every file', async () => {
  const at = await lived();
  assert.equal(await at.reading.history.eraseOpened(BEN), true);
  assert.equal(at.bytes().includes(paper(206)), false);
  assert.equal(await at.reading.history.eraseExported(BEN), true);
  assert.equal(at.bytes().includes('format-200'), false);
  assert.ok(at.bytes().includes(paper(106)) && at.bytes().includes('format-100'));
});

test('among hundreds of notes that come, change and go none of the removed can be read any more, and all others can', async () => {
  const at = await house();
  const { notes, reading } = { notes: at.reading.notes, reading: at.reading };
  const marks = Array.from(
    { length: 300 },
    (_, n) => `z${randomBytes(6).toString('hex')}${'y'.repeat((n * 37) % 900)}`,
  );
  const people = [ADA, BEN, CAI];
  for (const [n, mark] of marks.entries())
    await notes.put(people[n % 3] ?? ADA, paper(1 + ((n * 7_919) % 100_003)), mark);
  for (const n of marks.keys())
    if (n % 3 === 1 && n % 4 === 0) await notes.remove(BEN, paper(1 + ((n * 7_919) % 100_003)));
  await reading.erase(CAI);
  const isGone = (n: number): boolean => n % 3 === 2 || (n % 3 === 1 && n % 4 === 0);
  const bytes = at.bytes();
  assert.deepEqual(
    marks.filter((mark, n) => bytes.includes(mark.slice(0, 13)) === isGone(n)),
    [],
  );
});

test('while somebody reads an old state an erasure says that it is not complete, and the next opening completes it', async () => {
  const at = await lived();
  const reader = new DatabaseSync(join(at.folder, 'records.sqlite'), { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from reading_note').get();
  assert.equal(await at.reading.erase(BEN), false);
  reader.close();
  assert.ok(at.bytes().includes(`Note of ${BEN}`));
  await at.again();
  assert.equal(at.bytes().includes(`Note of ${BEN}`), false);
});

function valuesIn(taken: TakenOut): Set<string> {
  return new Set(Object.values(taken).flatMap((rows) => rows.flatMap((row) => Object.values(row).map(asText))));
}

/** What was kept as JSON comes out as what it says. */
function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value of the file as the export writes it. */
function asTold(column: string, value: unknown): string {
  if (/(?:^|_)(?:at|since)$/.test(column)) return new Date(Number(value)).toISOString();
  return /^(?:is|keeps)_/.test(column) ? String(value === 1) : String(value);
}

test('of hundreds of removed notes that grew and moved about, none can be read after the next opening, and all others can', async () => {
  const at = await house();
  const { notes } = at.reading;
  const marks = Array.from({ length: 400 }, () => `z${randomBytes(6).toString('hex')}`);
  const on = (n: number) => paper(1 + ((n * 7_919) % 100_003));
  for (const [n, mark] of marks.entries()) await notes.put(ADA, on(n), `${mark} ${'y'.repeat((n * 37) % 900)}`);
  for (const n of marks.keys()) if (n % 4 === 0) await notes.remove(ADA, on(n));
  await at.again();
  const bytes = at.bytes();
  assert.deepEqual(
    marks.filter((mark, n) => bytes.includes(mark) === (n % 4 === 0)),
    [],
  );
});
