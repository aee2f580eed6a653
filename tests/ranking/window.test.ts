/** The window of the feed: the same model as the plain learner's, whatever the window went through to hold its papers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  corrected,
  diceOf,
  learn,
  LEARNING,
  learnTaste,
  likeness,
  partsOf,
  rowsOf,
  sampleOf,
  score,
  scoresOf,
  vectorOf,
  vocabularyOf,
  WindowWords,
} from '#ranking/index.ts';
import type { Example, PaperText, Window } from '#ranking/index.ts';
import { keysOf, madeUpPaper } from './_papers.ts';

function windowOf(keys: readonly string[], words = new WindowWords(), textOf = madeUp): Window {
  for (const key of keys) if (!words.has(key)) words.add(key, textOf(key));
  return words.window(keys);
}

function madeUp(key: string): PaperText {
  return madeUpPaper(Number(key));
}

function examples(rows: readonly number[], weight = 1): Example[] {
  return rows.map((row) => ({ row, weight }));
}

/** Scores of all papers by the plain learner, with the very samples that the window draws; and the papers presumed disliked. */
function plainScores(
  keys: readonly string[],
  liked: readonly number[],
  disliked: readonly number[],
): { plain: Float64Array; presumed: readonly number[] } {
  const texts = keys.map(madeUp);
  const rows = rowsOf(texts, vocabularyOf(texts, LEARNING.features));
  const dice = diceOf(3);
  const all = keys.map((_, row) => row);
  const left = all.filter((row) => !liked.includes(row) && !disliked.includes(row));
  const presumed = sampleOf(left, LEARNING.learner.presumed, dice);
  const scale = sampleOf(left, LEARNING.learner.scale, dice);
  const whole = (row: number): { row: number; weight: number } => ({ row, weight: 1 });
  const judgements = { liked: liked.map(whole), disliked: disliked.map(whole), presumed, scale };
  return { plain: score(learn(rows, judgements, LEARNING.learner, 3), rows, all), presumed };
}

for (const [papers, said] of [
  [300, 'of a small window'],
  [2100, 'of a window large enough to drop the terms of single papers'],
] as const)
  test(`the scores ${said} are those of the plain learner over the same papers`, () => {
    const keys = keysOf(0, papers);
    const window = windowOf(keys);
    const [liked, disliked] = [
      [0, 12, 24, 37],
      [5, 17],
    ];
    const taste = learnTaste(window, { liked: examples(liked), disliked: examples(disliked) }, 3);
    const scores = scoresOf(
      window,
      taste,
      Uint32Array.from(keys, (_, row) => row),
    );
    const { plain, presumed } = plainScores(keys, liked, disliked);
    // An example alone is also scored by the terms that nothing else has.
    const examined = new Set([...liked, ...disliked, ...presumed]);
    const others = keys.map((_, row) => row).filter((row) => !examined.has(row));
    const largest = Math.max(...plain.map(Math.abs));
    for (const row of others)
      assert.ok(Math.abs((scores[row] as number) - (plain[row] as number)) < 1e-4 * largest, `${row}`);
  });

test('a window that changed by a few papers is the same as one made of its papers at once', () => {
  const words = new WindowWords();
  windowOf(keysOf(40, 2400), words);
  const changed = windowOf(keysOf(0, 2300), words);
  const fresh = windowOf(keysOf(0, 2300));
  assert.equal(changed.version, fresh.version);
  assert.deepEqual(changed.vectors, fresh.vectors);
  assert.deepEqual(changed.postings, fresh.postings);
  const taste = (window: Window): unknown => learnTaste(window, { liked: examples([1, 13]), disliked: [] }, 8);
  assert.deepEqual(taste(changed), taste(fresh));
});

test('a paper that is added again is read anew, and one that is not named is forgotten', () => {
  const words = new WindowWords();
  const before = windowOf(keysOf(0, 50), words);
  words.add('3', { title: 'Sepsis', abstract: 'and its care' });
  const after = words.window(keysOf(0, 50));
  assert.notEqual(after.version, before.version);
  assert.ok(after.columnOf(['sepsi']) !== undefined);
  words.window(keysOf(0, 10));
  assert.ok(!words.has('20'));
  assert.throws(() => words.window(['20']), /was not added/);
});

test('building a window pauses, and one that is given up changes nothing', () => {
  const words = new WindowWords();
  const before = windowOf(keysOf(0, 200), words);
  const building = words.building(keysOf(0, 100), 20);
  assert.equal(building.next().done, false);
  building.return(before);
  assert.equal(words.window(keysOf(0, 200)).version, before.version);
});

test('in a large window a term of one paper has no column, in a small one it does', () => {
  const single = 'single0x1';
  const has = (window: Window): boolean => window.columnsWith(single).length > 0;
  const textOf = (key: string): PaperText =>
    key === '0' ? { title: single, abstract: `w1 ${single} w2` } : madeUp(key);
  assert.ok(has(windowOf(keysOf(0, 1999), new WindowWords(), textOf)));
  assert.ok(!has(windowOf(keysOf(0, 2000), new WindowWords(), textOf)));
});

test('a window says the room it takes, which is within its budget', () => {
  const { bytes } = windowOf(keysOf(0, 3000));
  const { perRecord, budget, ...parts } = bytes;
  assert.ok(Object.values(parts).every((each) => each > 0));
  assert.ok(perRecord > 0 && perRecord < budget, `${perRecord}`);
});

test('a text that is a paper of the window is the same vector, its own terms apart', () => {
  const window = windowOf(keysOf(0, 500));
  const sorted = ({ columns, values }: ReturnType<typeof vectorOf>): Map<number, string> =>
    new Map(
      Array.from(columns, (column, at): [number, string] => [column, (values[at] as number).toFixed(5)]).sort(
        (a, b) => a[0] - b[0],
      ),
    );
  assert.deepEqual(
    sorted(vectorOf(window, { text: madeUpPaper(7), weight: 1 })),
    sorted(vectorOf(window, { row: 7, weight: 1 })),
  );
});

test('parts add up to the score, and taking the strongest away lowers it more than taking others', () => {
  const window = windowOf(keysOf(0, 600));
  const taste = learnTaste(window, { liked: examples([0, 12, 24]), disliked: [] }, 1);
  const parts = partsOf(window, taste, 36);
  const sum = (of: typeof parts): number => of.reduce((all, { weight }) => all + weight, 0);
  const [whole = 0] = scoresOf(window, taste, Uint32Array.of(36));
  assert.ok(Math.abs(sum(parts) - whole) < 1e-4);
  const dice = diceOf(2);
  const others = sampleOf(parts.map((_, at) => at).slice(3), 3, dice);
  assert.ok(sum(parts.slice(3)) < sum(parts.filter((_, at) => !others.includes(at))));
});

test('a paper is nearest to itself, and nearer to one of its own subject than to another', () => {
  const window = windowOf(keysOf(0, 300));
  assert.ok(Math.abs(likeness(window, 4, 4) - 1) < 1e-5);
  assert.ok(likeness(window, 0, 12) > likeness(window, 0, 5));
});

test('a forgotten word weighs nothing in any pair; more and less move a term by the largest weight', () => {
  const window = windowOf(keysOf(0, 600));
  const taste = learnTaste(window, { liked: examples([0, 12, 24]), disliked: [] }, 1);
  const word = window.stemsOf(partsOf(window, taste, 12)[0]?.column as number)[0] as string;
  const without = corrected(window, taste, [{ stems: [word], stance: 'forget' }]);
  assert.ok(window.columnsWith(word).every((column) => !without.columns.includes(column)));
  const largest = Math.max(...taste.weights.map(Math.abs));
  const weightIn = ({ columns, weights }: typeof taste, column: number): number =>
    weights[columns.indexOf(column)] ?? 0;
  const column = window.columnOf(['topic5x0']) as number;
  const more = corrected(window, taste, [{ stems: ['topic5x0'], stance: 'more' }]);
  assert.ok(Math.abs(weightIn(more, column) - weightIn(taste, column) - largest) < 1e-5);
  const less = corrected(window, taste, [{ stems: ['topic5x0'], stance: 'less' }]);
  assert.ok(weightIn(less, column) < weightIn(taste, column));
  assert.deepEqual(corrected(window, taste, [{ stems: ['unheard of'], stance: 'more' }]), taste);
});
