/** What the feed believes of a reader is theirs to put right: terms, pausing, starting over and taking it back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedProfile } from '#app/index.ts';
import { ADA, DAY, feedHouse, idsOf, NEXT, until } from './_feed.ts';
import type { FeedHouse } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';

async function reader(): Promise<FeedHouse> {
  const house = await feedHouse([...papersIn('cardiology', 1, 30), ...papersIn('dermatology', 1, 30)]);
  await house.like(...papersIn('cardiology', 1, 4).map(({ id }) => id));
  await house.today();
  return house;
}

async function order({ stream }: FeedHouse, day = DAY): Promise<string[]> {
  return (await stream(ADA, day, 0, 100)).rows.map(({ id }) => id);
}

const beliefs = async (house: FeedHouse): Promise<ReadonlyMap<string, FeedProfile['beliefs'][number]>> =>
  new Map((await house.feed().profile(ADA, DAY)).beliefs.map((belief) => [belief.key, belief]));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

test('more of a term, less of it, and forgetting it change its weight and the order; taking it back restores both', async () => {
  const house = await reader();
  const before = await beliefs(house);
  const first = await order(house);
  // As the stem of “coronary”, which the liked papers have.
  const key = 'coronari';
  const weights: Record<string, number> = {};
  for (const stance of ['more', 'less', 'forget'] as const) {
    await house.feed().say(ADA, key, stance);
    const belief = (await beliefs(house)).get(key);
    assert.deepEqual([belief?.stance, (belief?.likes ?? 0) > 0], [stance, true]);
    weights[stance] = belief?.weight ?? Number.NaN;
    assert.notDeepEqual(await order(house), first, stance);
    if (stance === 'forget') assert.equal(belief?.strength, 'forgotten');
  }
  assert.ok((weights['more'] as number) > 0 && (weights['less'] as number) < 0, JSON.stringify(weights));
  assert.equal(weights['forget'], 0);
  const rows = (await house.stream(ADA, DAY, 0, 20)).rows;
  for (const { why } of rows)
    for (const reason of why) assert.ok(reason.kind !== 'term' || !(reason.stems as readonly string[]).includes(key));
  await house.feed().say(ADA, key, 'none');
  assert.deepEqual(await beliefs(house), before);
  assert.deepEqual(await order(house), first);
});

test('a term that no liked paper has can be asked for, and raises its papers', async () => {
  const house = await reader();
  const places = async (): Promise<number[]> =>
    (await house.stream(ADA, DAY, 0, 100)).rows.flatMap(({ hit }, at) =>
      /psoriasis/i.test(JSON.stringify(hit.paper)) ? [at] : [],
    );
  const before = await places();
  await house.feed().say(ADA, 'psoriasi', 'more');
  const now = await places();
  assert.equal(now.length, before.length);
  assert.ok(sumOf(now) < sumOf(before), `${before.join()} to ${now.join()}`);
});

test('while learning is paused a like moves nothing; after it, what was liked meanwhile counts', async () => {
  const house = await reader();
  await house.feed().change(ADA, { isPaused: true });
  const first = await order(house);
  const rows = idsOf(await house.today());
  const before = await beliefs(house);
  const meanwhile = papersIn('dermatology', 1, 4).map(({ id }) => id);
  await house.like(...meanwhile);
  assert.deepEqual(idsOf(await house.today()), rows);
  assert.deepEqual((await house.today()).standing.shifts, []);
  assert.deepEqual(await beliefs(house), before);
  // What was reacted to is away, paused or not.
  const rest = (await order(house)).filter((id) => !meanwhile.some((each) => each === id));
  assert.deepEqual(
    rest,
    first.filter((id) => !meanwhile.some((each) => each === id)),
  );
  await house.feed().change(ADA, { isPaused: false });
  assert.notDeepEqual(await beliefs(house), before);
  const [shift] = (await house.today()).standing.shifts;
  assert.deepEqual([shift?.act, shift?.paper], ['like', meanwhile.at(-1)]);
});

test('starting over forgets what was learned, chosen and said, and can be taken back', async () => {
  const house = await reader();
  await house.feed().choose(ADA, [{ kind: 'topic', value: 'Dermatology' }]);
  await house.feed().say(ADA, 'statin', 'less');
  const profile = await house.feed().profile(ADA, DAY);
  const first = await order(house);
  const before = await house.feed().startOver(ADA);
  const empty = await house.feed().profile(ADA, DAY);
  assert.deepEqual([empty.likes, empty.interests, empty.beliefs], [0, [], []]);
  assert.ok(empty.profile.startedOverAt !== undefined);
  assert.equal((await house.feed().stream(ADA, NEXT, 0, 20)).kind, 'choose');
  assert.equal((await house.feed().today(ADA, NEXT)).kind, 'choose');
  // The Today that is open stays.
  assert.equal(idsOf(await house.today()).length, 5);
  await house.feed().takeBack(ADA, JSON.parse(JSON.stringify(before)) as typeof before);
  const again = await house.feed().profile(ADA, DAY);
  assert.deepEqual([again.beliefs, again.interests, again.likes], [profile.beliefs, profile.interests, profile.likes]);
  assert.deepEqual(await order(house), first);
});

test('what is offered to be left out is what the window has', async () => {
  const house = await reader();
  house.bring([paperIn('cardiology', 700, { languages: ['fre'], publicationTypes: [{ name: 'Editorial' }] })]);
  const { offered } = await until(
    () => house.feed().profile(ADA, DAY),
    (profile) => profile.offered.languages.length === 2,
  );
  assert.deepEqual(offered.languages, [
    { value: 'eng', count: 60 },
    { value: 'fre', count: 1 },
  ]);
  assert.deepEqual(offered.types, [
    { value: 'Journal Article', count: 60 },
    { value: 'Editorial', count: 1 },
  ]);
  assert.deepEqual(offered.journals[0], { value: 'Annals of cardiology', count: 31 });
});
