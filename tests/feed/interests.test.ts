/** Several interests: the smaller one keeps places among the first however many papers the greater one brings. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RecordId } from '#model/index.ts';
import { ADA, feedHouse, idsOf, NEXT, until } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';
import { rankerOf, viewOf } from './_ranker.ts';

const isOf = (field: 'cardiology' | 'informatics', id: RecordId): boolean =>
  Math.floor(Number(id.slice(2)) / 10_000) === (field === 'cardiology' ? 1 : 2);

test('after two likes each, forty new papers of one interest do not push the other out of the first twelve', async () => {
  const house = await feedHouse([
    ...papersIn('cardiology', 1, 12),
    ...papersIn('informatics', 1, 12),
    ...papersIn('dermatology', 1, 40),
  ]);
  for (const field of ['cardiology', 'informatics'] as const)
    await house.like(paperIn(field, 1).id, paperIn(field, 2).id);
  await house.feed().change(ADA, { places: 12 });
  const { total } = await house.stream();
  house.bring(papersIn('cardiology', 101, 140));
  await until(
    () => house.stream(),
    (stream) => stream.total === total + 40,
  );
  const { rows } = await house.stream(undefined, undefined, 0, 12);
  const first = rows.map(({ id }) => id);
  assert.ok(
    first.some((id) => isOf('informatics', id)),
    first.join(),
  );
  assert.ok(
    first.some((id) => isOf('cardiology', id)),
    first.join(),
  );
  const today = idsOf(await house.today(undefined, NEXT));
  assert.equal(today.length, 12);
  assert.ok(
    today.some((id) => isOf('informatics', id)),
    today.join(),
  );
});

suite('among the first twelve', () => {
  for (const [many, few] of [
    [40, 2],
    [40, 1],
    [2, 40],
  ] as const)
    test(`${many} likes of cardiology leave a place to ${few} of informatics, whichever are newer`, async () => {
      const { ranker, close } = await rankerOf([
        ...papersIn('cardiology', 1, 140),
        ...papersIn('informatics', 1, 60),
        ...papersIn('dermatology', 1, 60),
      ]);
      try {
        const heart = papersIn('cardiology', 1, many).map(({ id }) => id);
        const code = papersIn('informatics', 1, few).map(({ id }) => id);
        for (const liked of [
          [...heart, ...code],
          [...code, ...heart],
        ]) {
          const { rows } = await ranker.page(viewOf(liked), 0, 12, []);
          const first = rows.map(({ id }) => id);
          assert.ok(
            first.some((id) => isOf('informatics', id)),
            first.join(),
          );
          assert.ok(
            first.some((id) => isOf('cardiology', id)),
            first.join(),
          );
        }
      } finally {
        await close();
      }
    });
});

test('the smaller interest keeps its places where the greater one has more papers than are mixed', async () => {
  const { ranker, close } = await rankerOf([
    ...papersIn('cardiology', 1, 1_300),
    ...papersIn('informatics', 1, 60),
    ...papersIn('dermatology', 1, 60),
  ]);
  try {
    const liked = [...papersIn('cardiology', 1, 40), ...papersIn('informatics', 1, 2)].map(({ id }) => id);
    const { rows } = await ranker.page(viewOf(liked), 0, 1_500, []);
    const ids = rows.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.slice(0, 12).some((id) => isOf('informatics', id)));
    const among = ids.slice(0, 120).filter((id) => isOf('informatics', id)).length;
    assert.ok(among >= 8 && among <= 14, `${among} of the first 120`);
  } finally {
    await close();
  }
});

test('an interest that was chosen keeps its place beside forty likes of another', async () => {
  const { ranker, close } = await rankerOf([...papersIn('cardiology', 1, 140), ...papersIn('informatics', 1, 60)]);
  try {
    const heart = papersIn('cardiology', 1, 40).map(({ id }) => id);
    const view = viewOf(heart, { interests: [{ kind: 'topic', value: 'Medical informatics' }] });
    const first = (await ranker.page(view, 0, 12, [])).rows;
    const chosen = first.filter(({ id }) => isOf('informatics', id));
    assert.ok(chosen.length > 0 && chosen.length < 12);
    for (const { why } of chosen) assert.equal(why.chosen.length, 1);
  } finally {
    await close();
  }
});
