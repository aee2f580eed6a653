/** Today: fixed at its first opening of a day, moved only by what its reader reacts to, and never with what they have dealt with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper, RecordId } from '#model/index.ts';
import type { MarkAct } from '#reading/index.ts';
import { ADA, BEN, DAY, feedHouse, idsOf, NEXT, THIRD, until } from './_feed.ts';
import type { FeedHouse } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';

const HEART = papersIn('cardiology', 1, 30);
const SKIN = papersIn('dermatology', 1, 30);

async function reader(): Promise<FeedHouse> {
  const house = await feedHouse([...HEART, ...SKIN]);
  await house.like(paperIn('cardiology', 29).id, paperIn('cardiology', 30).id);
  return house;
}

test('the first opening of a day fixes the rows: for a second window, after new papers and after a restart', async () => {
  const house = await reader();
  const { total } = await house.stream();
  const [one, other] = await Promise.all([house.today(), house.today()]);
  const ids = idsOf(one);
  assert.equal(ids.length, 5);
  assert.equal(new Set(ids).size, 5);
  assert.deepEqual(idsOf(other), ids);
  house.bring(papersIn('cardiology', 31, 50, {}));
  await until(
    () => house.stream(),
    (stream) => stream.total === total + 20 - 5,
  );
  assert.deepEqual(idsOf(await house.today()), ids);
  await house.restart();
  assert.deepEqual(idsOf(await house.today()), ids);
  assert.equal((await house.feed().days(ADA)).length, 1);
});

test('two feeds that open a day at once, as two processes do, show the same rows', async () => {
  const house = await reader();
  const first = await house.today(BEN).catch(() => undefined);
  assert.equal(first, undefined);
  const before = house.feed();
  const { Feed } = await import('#app/index.ts');
  const { papersById } = await import('#library/index.ts');
  const second = new Feed(house.folder, house.reading, (ids) => papersById(house.library, ids));
  try {
    const answers = await Promise.all([
      until(
        () => before.today(ADA, DAY),
        ({ kind }) => kind === 'ranked',
      ),
      until(
        () => second.today(ADA, DAY),
        ({ kind }) => kind === 'ranked',
      ),
    ]);
    const [one, two] = answers.map((answer) => (answer.kind === 'ranked' ? idsOf(answer) : []));
    assert.equal(one?.length, 5);
    assert.deepEqual(one, two);
  } finally {
    await second.close();
  }
});

test('as many places as the reader set, from the next opening on', async () => {
  const house = await reader();
  for (const [day, places] of [
    [DAY, 1],
    [NEXT, 12],
    [THIRD, 7],
  ] as const) {
    await house.feed().change(ADA, { places });
    assert.equal((await house.today(ADA, day)).standing.rows.length, places);
  }
  await house.feed().change(ADA, { places: 3 });
  assert.equal((await house.today(ADA, THIRD)).standing.rows.length, 7);
  for (const places of [0, 13, 2.5]) await assert.rejects(house.feed().change(ADA, { places }), /from 1 to 12 papers/);
});

test('a reaction adds no row and moves no row that has one; only the others change places', async () => {
  const house = await reader();
  await house.feed().change(ADA, { places: 12 });
  const opening = idsOf(await house.today());
  let before = opening;
  const reacted = new Map<RecordId, number>();
  const acts: readonly MarkAct[] = ['like', 'save', 'less', 'read', 'like'];
  for (const [at, act] of acts.entries()) {
    const id = before[2 * at] as RecordId;
    reacted.set(id, 2 * at);
    await house.reading.marks.act(ADA, id, act);
    const { standing } = await house.today();
    const now = standing.rows.map(({ row }) => row.id);
    assert.deepEqual([...now].sort(), [...opening].sort());
    for (const [kept, place] of reacted) assert.equal(now[place], kept, `after ${act} of row ${2 * at + 1}`);
    const { mark } = standing.rows[2 * at] as { mark: { opinion?: string; isSaved: boolean; isRead: boolean } };
    assert.ok(mark.opinion === act || (act === 'save' && mark.isSaved) || (act === 'read' && mark.isRead));
    before = now;
  }
});

test('saving, reading, labelling and noting without a change of taste move nothing', async () => {
  const house = await reader();
  const opened = await house.today();
  const ids = idsOf(opened);
  for (const [at, act] of (['save', 'read', 'unsave', 'unread', 'hide', 'show'] as const).entries()) {
    await house.reading.marks.act(ADA, ids[at % 5] as RecordId, act);
    await house.reading.marks.act(ADA, paperIn('dermatology', 20).id, act);
    const { standing } = await house.today();
    assert.deepEqual(
      standing.rows.map(({ row }) => row.id),
      ids,
      act,
    );
    assert.deepEqual(standing.shifts, [], act);
  }
});

test('a like of a paper found elsewhere moves rows and is named as the cause; taking it back restores the order', async () => {
  // With three interests that are mixed, the opening is not in the order of its scores.
  for (const others of [['dermatology'], ['nephrology', 'informatics']] as const) {
    const house = await feedHouse([...HEART, ...others.flatMap((field) => papersIn(field, 1, 30))]);
    await house.like(paperIn('cardiology', 29).id, paperIn('cardiology', 30).id);
    for (const field of others) await house.like(paperIn(field, 30).id);
    await house.feed().change(ADA, { places: 12 });
    const opening = idsOf(await house.today());
    await house.stream();
    const elsewhere = papersIn(others[0], 1, 29).filter(({ id }) => !opening.includes(id));
    const [first, second] = [elsewhere[0] as Paper, elsewhere[1] as Paper];
    await house.reading.marks.act(ADA, first.id, 'like');
    // The page asks for what stands behind Today at the same time.
    await house.stream();
    const { standing } = await house.today();
    const [shift] = standing.shifts;
    assert.deepEqual([standing.shifts.length, shift?.act, shift?.paper], [1, 'like', first.id]);
    assert.equal(shift?.title, first.title);
    assert.ok((shift?.streamUp ?? 0) > 0, 'The like moved nothing behind Today.');
    const now = standing.rows.map(({ row }) => row.id);
    assert.notDeepEqual(now, opening);
    const risen = standing.rows.filter(({ up }) => up !== undefined);
    assert.ok(risen.length > 0);
    for (const { row, up } of risen) assert.equal(opening.indexOf(row.id) - now.indexOf(row.id), up);
    await house.restart();
    assert.deepEqual(idsOf(await house.today()), now);
    await house.reading.marks.act(ADA, first.id, 'no-opinion');
    const back = await house.today();
    assert.deepEqual(idsOf(back), opening, others.join());
    assert.equal(back.standing.shifts.at(-1)?.act, 'other');
    // Two on top of each other come apart in the order in which they were given, too.
    for (const act of ['like', 'no-opinion'] as const)
      for (const { id } of [first, second]) {
        await house.reading.marks.act(ADA, id, act);
        await house.today();
      }
    assert.deepEqual(idsOf(await house.today()), opening, others.join());
  }
});

test('the next days hold nothing reacted to, and nothing that was shown twice', async () => {
  const house = await reader();
  await house.feed().change(ADA, { places: 8 });
  const first = idsOf(await house.today());
  const acts: readonly MarkAct[] = ['like', 'less', 'save', 'read', 'hide'];
  for (const [at, act] of acts.entries()) await house.reading.marks.act(ADA, first[at] as RecordId, act);
  const second = idsOf(await house.today(ADA, NEXT));
  assert.equal(second.length, 8);
  for (const id of first.slice(0, 5)) assert.ok(!second.includes(id));
  const twice = second.filter((id) => first.includes(id));
  assert.ok(twice.length > 0, 'Without a paper that comes a second time the test says nothing.');
  const third = idsOf(await house.today(ADA, THIRD));
  const behind = await house.stream(ADA, THIRD, 0, 100);
  for (const id of [...twice, ...first.slice(0, 5)]) {
    assert.ok(!third.includes(id));
    assert.ok(!behind.rows.some((row) => row.id === id));
  }
});

test('a preprint and its journal version are one row, also where chance draws', async () => {
  const twins = HEART.slice(0, 12).map((paper, at) => ({
    ...paperIn('cardiology', 500 + at),
    title: String(paper.title),
    publicationTypes: [{ name: 'Preprint' }],
  }));
  const house = await feedHouse([...HEART, ...twins, ...papersIn('dermatology', 1, 3)]);
  await house.like(paperIn('cardiology', 29).id);
  await house.feed().change(ADA, { places: 12 });
  for (let day = 1; day <= 28; day += 1) {
    const account = `p-many${day}` as typeof ADA;
    await house.reading.marks.act(account, paperIn('cardiology', 29).id, 'like');
    await house.feed().change(account, { places: 12 });
    const today = await house.today(account, DAY);
    const titles = today.standing.rows.map(({ row }) => row.title);
    assert.deepEqual([...new Set(titles)], titles);
  }
});

test('what is left out never comes, however much it is liked; notices and retracted papers never do', async () => {
  const odd = [
    paperIn('cardiology', 101, { publicationTypes: [{ name: 'Editorial' }] }),
    paperIn('cardiology', 102, { languages: ['ger'] }),
    paperIn('cardiology', 103, { journal: { title: 'Heart Tales', issns: [] } }),
    paperIn('cardiology', 104, { mesh: [{ name: 'Animals' }, { name: 'Mice' }] }),
  ];
  const never = [
    paperIn('cardiology', 201, { publicationTypes: [{ name: 'Retraction Notice' }] }),
    paperIn('cardiology', 202, { publicationTypes: [{ name: 'Retraction of Publication' }] }),
    paperIn('cardiology', 203, { publicationTypes: [{ name: 'Retracted Publication' }] }),
    paperIn('cardiology', 204, { publicationTypes: [{ name: 'Published Erratum' }] }),
    paperIn('cardiology', 205, { publicationTypes: [{ name: 'Expression of Concern' }] }),
    // Their own records say it in other words, or not yet.
    paperIn('cardiology', 206, { relations: [{ type: 'RetractionIn', to: paperIn('cardiology', 201).id }] }),
    paperIn('cardiology', 207),
    paperIn('cardiology', 208, { relations: [{ type: 'RetractionOf', to: paperIn('cardiology', 207).id }] }),
  ];
  const house = await feedHouse([...HEART, ...SKIN, ...odd, ...never]);
  await house.like(paperIn('cardiology', 29).id);
  await house.feed().change(ADA, { places: 12 });
  const seen = async (day: string): Promise<readonly string[]> => {
    const today = await house.today(ADA, day);
    const { rows } = await house.stream(ADA, day, 0, 100);
    return [...idsOf(today), ...rows.map(({ id }) => id)];
  };
  const all = await seen(DAY);
  for (const { id } of odd) assert.ok(all.includes(id));
  for (const { id, publicationTypes } of never) assert.ok(!all.includes(id), `${id} ${publicationTypes[0]?.name}`);
  const leftOut = {
    types: ['editorial'],
    journals: ['Heart tales'],
    species: ['animals-only'],
    onlyLanguages: ['eng'],
  } as const;
  await house.feed().change(ADA, { leftOut });
  const left = await seen(NEXT);
  for (const { id } of odd) assert.ok(!left.includes(id), id);
  await house.feed().change(ADA, { leftOut: { types: [], journals: [], species: [], onlyLanguages: ['ger'] } });
  assert.deepEqual(idsOf(await house.today(ADA, THIRD)), [paperIn('cardiology', 102).id]);
});
