/** Exploration: one place in twelve, by chance, from outside what its reader would come to anyway, and said to be so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperIn, papersIn } from './_papers-of-fields.ts';
import { rankerOf, viewOf } from './_ranker.ts';

const PLACES = 12;
const SEEDS = 400;

test('of many openings one place in twelve explores, from outside the first hundred, and the same seed the same', async () => {
  const papers = [
    ...papersIn('cardiology', 1, 120),
    ...papersIn('dermatology', 1, 60),
    ...papersIn('nephrology', 1, 60),
  ];
  const { ranker, close } = await rankerOf(papers);
  try {
    const liked = [paperIn('cardiology', 1).id, paperIn('cardiology', 2).id];
    // The learner draws by the seed too; one account with one revision keeps its order, so that the dice alone differ.
    const view = viewOf(liked);
    const page = await ranker.page(view, 0, 100, []);
    const usual = new Set(page.rows.map(({ id }) => id));
    let explored = 0;
    const found = new Set<string>();
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { rows } = await ranker.compose({ ...view, seed: seed * 7919 }, PLACES, 0);
      assert.equal(new Set(rows.map(({ id }) => id)).size, PLACES);
      for (const { id, isExploration } of rows) {
        assert.equal(usual.has(id), !isExploration, id);
        if (isExploration) found.add(id);
        explored += isExploration ? 1 : 0;
      }
    }
    // Of 4800 places 400 are expected; four standard deviations are 77.
    assert.ok(Math.abs(explored - (SEEDS * PLACES) / 12) < 77, String(explored));
    assert.ok(found.size > 80, `only ${found.size} papers were ever drawn`);
    const [one, other] = [await ranker.compose(view, PLACES, 0), await ranker.compose(view, PLACES, 0)];
    assert.deepEqual(one, other);
  } finally {
    await close();
  }
});

test('where nothing is outside, nothing explores, and a place that chance leaves is filled and not labelled', async () => {
  for (const count of [1, 2, 6]) {
    const { ranker, close } = await rankerOf(papersIn('cardiology', 1, count + 1));
    try {
      const view = viewOf([paperIn('cardiology', 1).id]);
      const usual = new Set((await ranker.page(view, 0, Math.ceil(count / 2), [])).rows.map(({ id }) => id));
      for (let seed = 0; seed < 200; seed += 1) {
        const { rows } = await ranker.compose({ ...view, seed: seed * 7919 }, PLACES, 0);
        assert.equal(rows.length, count);
        for (const { id, isExploration } of rows) assert.ok(!isExploration || !usual.has(id));
        if (count === 1) assert.ok(rows.every(({ isExploration }) => !isExploration));
      }
    } finally {
      await close();
    }
  }
});

test('papers without an abstract, and what the reader leaves out or has dealt with, are not drawn', async () => {
  const papers = [...papersIn('cardiology', 1, 60)];
  const bare = papersIn('dermatology', 1, 60).map((paper) => ({ ...paper, abstract: { sections: [] } }));
  const dealtWith = papersIn('nephrology', 1, 60).map(({ id }) => id);
  const { ranker, close } = await rankerOf([...papers, ...bare, ...papersIn('nephrology', 1, 60)]);
  try {
    const view = viewOf([paperIn('cardiology', 1).id], { away: [paperIn('cardiology', 1).id, ...dealtWith] });
    for (let seed = 0; seed < 300; seed += 1) {
      const { rows } = await ranker.compose({ ...view, seed: seed * 7919 }, PLACES, 0);
      for (const { id, isExploration } of rows)
        assert.ok(!dealtWith.includes(id) && (!isExploration || !bare.some((paper) => paper.id === id)));
    }
  } finally {
    await close();
  }
});
