/** Earlier days as they were, ranked anew, with what changed since; and what arrived between two days, counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADA, BEN, DAY, feedHouse, idsOf, NEXT, rowsAbout, THIRD } from './_feed.ts';
import type { FeedHouse } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';

const PAPERS = [...papersIn('cardiology', 1, 40), ...papersIn('dermatology', 1, 40)];

async function reader(): Promise<FeedHouse> {
  const house = await feedHouse(PAPERS);
  await house.like(...papersIn('cardiology', 1, 3).map(({ id }) => id));
  return house;
}

test('an earlier day stands in its opening order with what was pressed, and comes out the same when ranked anew', async () => {
  const house = await reader();
  const opening = idsOf(await house.today());
  const elsewhere = papersIn('dermatology', 1, 9).find(({ id }) => !opening.includes(id));
  await house.reading.marks.act(ADA, elsewhere?.id as (typeof opening)[number], 'like');
  await house.today();
  await house.reading.marks.act(ADA, opening[1] as (typeof opening)[number], 'less');
  await house.today();
  await house.today(ADA, NEXT);
  const day = await house.feed().day(ADA, DAY);
  assert.deepEqual(
    day.rows.map(({ row }) => row.id),
    opening,
  );
  assert.equal(day.rows[1]?.mark.opinion, 'less');
  assert.deepEqual(
    day.shifts.map(({ act, paper }) => [act, paper]),
    [['like', elsewhere?.id], ['less', opening[1]]], // prettier-ignore
  );
  assert.ok(day.shifts.every(({ notedAt }) => notedAt >= day.openedAt));
  assert.deepEqual(day.replay, { order: 'same', changed: [] });
  await house.restart();
  await house.stream();
  assert.deepEqual((await house.feed().day(ADA, DAY)).replay, { order: 'same', changed: [] });
  assert.deepEqual(await house.feed().days(ADA), [NEXT, DAY]);
  assert.deepEqual(await house.feed().days(BEN), []);
});

test('what changed in the library since is told: an updated paper, one that is gone, and new ones', async () => {
  const house = await reader();
  await house.feed().change(ADA, { places: 12 });
  const opening = idsOf(await house.today());
  const replay = async (): Promise<readonly string[]> => {
    await house.restart();
    await house.stream();
    return (await house.feed().day(ADA, DAY)).replay.changed;
  };
  const [updated, removed] = PAPERS.filter(({ id }) => opening.includes(id));
  assert.ok(updated !== undefined && removed !== undefined);
  house.bring([{ ...updated, title: 'Another title of many new words now', version: 2 }]);
  assert.deepEqual(await replay(), ['“Another title of many new words now” was updated.']);
  house.remove([removed.id]);
  const gone = `“${String(removed.title)}” is no longer there.`;
  assert.deepEqual((await replay()).slice(1), [gone]);
  house.bring(papersIn('cardiology', 101, 103));
  assert.deepEqual((await replay()).slice(1), [gone, '3 papers came in.']);
  const { rows } = await house.feed().day(ADA, DAY);
  assert.deepEqual(
    rows.map(({ row }) => row.id),
    opening,
  );
  const lost = rows.find(({ row }) => row.id === removed.id);
  assert.deepEqual([lost?.hit, lost?.row.title], [undefined, removed.title]);
  // A Today that is open says it too, and goes on.
  const today = await house.today();
  assert.deepEqual(idsOf(today), opening);
  assert.equal(today.standing.rows.find(({ row }) => row.id === removed.id)?.hit, undefined);
  await house.like(paperIn('dermatology', 40).id);
  assert.equal(idsOf(await house.today()).length, 12);
});

test('what changed further down is told without a name, and never as papers that came', async () => {
  const house = await feedHouse([...papersIn('cardiology', 1, 120), ...papersIn('dermatology', 1, 60)]);
  await house.like(...papersIn('cardiology', 1, 3).map(({ id }) => id));
  await house.today();
  const { rows } = await house.stream(ADA, DAY, 160, 20);
  const [last, other] = rows.slice(-2).map(({ hit }) => hit.paper);
  assert.ok(last !== undefined && other !== undefined);
  const replay = async (): Promise<readonly string[]> => {
    await house.restart();
    await house.stream();
    return (await house.feed().day(ADA, DAY)).replay.changed;
  };
  house.bring([{ ...last, title: 'Quite another title', version: 2 }]);
  assert.deepEqual(await replay(), [
    'Papers that stood further down were updated; how rare each word is has changed with them.',
  ]);
  house.remove([other.id]);
  assert.deepEqual(await replay(), ['One paper left the window.']);
});

test('what arrived since the day before, what passed the filters, and what of it is shown are counts that come out by hand', async () => {
  const house = await reader();
  const { record } = (await house.today()).standing;
  assert.deepEqual(record.since, { arrived: 80, passed: 80, shown: 5 });
  assert.ok(record.rows.every(({ isNew }) => !isNew));
  const editorial = { publicationTypes: [{ name: 'Editorial' }] };
  house.bring([
    ...papersIn('cardiology', 201, 207),
    ...papersIn('dermatology', 201, 204),
    ...papersIn('cardiology', 301, 302, editorial),
    paperIn('cardiology', 303, { publicationTypes: [{ name: 'Retraction Notice' }] }),
    // An update is no arrival.
    paperIn('cardiology', 20, { version: 2, title: 'Changed' }),
  ]);
  await house
    .feed()
    .change(ADA, { places: 12, leftOut: { types: ['Editorial'], journals: [], species: [], onlyLanguages: [] } });
  await house.restart();
  const next = (await house.today(ADA, NEXT)).standing.record;
  const isNew = (id: string): boolean => /^pm(?:10|40)20\d$/.test(id);
  const shown = next.rows.filter(({ id }) => isNew(id)).length;
  assert.ok(shown > 0);
  assert.deepEqual(next.since, { from: DAY, arrived: 14, passed: 11, shown });
  for (const row of next.rows) assert.equal(row.isNew, isNew(row.id), row.id);
  const third = (await house.today(ADA, THIRD)).standing.record;
  assert.deepEqual(third.since, { from: NEXT, arrived: 0, passed: 0, shown: 0 });
});

test('what comes in while a day is opened counts for that day or for the next, and for one of them alone', async () => {
  const house = await reader();
  await house.stream();
  house.bring(papersIn('dermatology', 201, 209));
  const first = (await house.today()).standing.record.since;
  await house.restart();
  const { since } = (await house.today(ADA, NEXT)).standing.record;
  assert.equal(first.arrived + since.arrived, 89);
});

test('a reader who is forgotten leaves no row of the feed', async () => {
  const house = await reader();
  await house.reading.marks.act(BEN, paperIn('cardiology', 1).id, 'like');
  await house.today(BEN);
  const opening = idsOf(await house.today());
  await house.reading.marks.act(ADA, opening[0] as (typeof opening)[number], 'like');
  await house.today();
  await house.feed().choose(ADA, [{ kind: 'topic', value: 'Cardiology' }]);
  await house.feed().say(ADA, 'statin', 'more');
  await house.feed().change(ADA, { leftOut: { types: ['Editorial'], journals: [], species: [], onlyLanguages: [] } });
  const tables = Object.keys(rowsAbout(house, ADA));
  for (const table of ['profile', 'left_out', 'interest', 'stance', 'today', 'today_change', 'shown'])
    assert.ok(tables.includes(`reading_${table}`), table);
  const ben = rowsAbout(house, BEN);
  await house.reading.erase(ADA);
  assert.deepEqual(rowsAbout(house, ADA), {});
  assert.deepEqual(rowsAbout(house, BEN), ben);
});

test('a day that is none, or was not opened, is answered in a sentence', async () => {
  const house = await reader();
  await house.today();
  await assert.rejects(house.feed().day(ADA, NEXT), /No Today is kept for 2026-03-24/);
  await assert.rejects(house.feed().day(BEN, DAY), /No Today is kept for 2026-03-23/);
  for (const day of ['2026-02-30', 'yesterday', ''])
    await assert.rejects(house.feed().day(ADA, day), /is no day. It looks like 2026-03-09/);
});
