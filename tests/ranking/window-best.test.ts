/** The first page of the feed: what the strongest terms bring, and that no odd window or taste breaks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { best, learnTaste, scoresOf, WindowWords } from '#ranking/index.ts';
import type { Example, PaperText, Taste, Window } from '#ranking/index.ts';
import { keysOf, madeUpPaper } from './_papers.ts';

function windowOf(texts: readonly PaperText[]): Window {
  const words = new WindowWords();
  for (const [row, text] of texts.entries()) words.add(String(row), text);
  return words.window(texts.map((_, row) => String(row)));
}

const WINDOW = windowOf(keysOf(0, 3000).map((key) => madeUpPaper(Number(key))));

function allScores(window: Window, taste: Taste): Float32Array {
  return scoresOf(
    window,
    taste,
    Uint32Array.from({ length: window.size }, (_, row) => row),
  );
}

function rowsOfBest(window: Window, taste: Taste, count: number, isOpen?: Uint8Array): Uint32Array {
  return best(window, taste, count, isOpen).rows;
}

function rows(...of: readonly number[]): Example[] {
  return of.map((row) => ({ row, weight: 1 }));
}

test('the best are the best of all, with their exact scores, whether one subject is liked or several', () => {
  for (const liked of [rows(0), rows(0, 12, 24, 36), rows(1, 13, 2, 14, 3, 15)]) {
    const taste = learnTaste(WINDOW, { liked, disliked: rows(5) }, 1);
    const scores = allScores(WINDOW, taste);
    const order = Uint32Array.from(scores, (_, row) => row)
      .sort((one, other) => (scores[other] as number) - (scores[one] as number))
      .subarray(0, 100);
    const found = best(WINDOW, taste, 500);
    assert.equal(found.rows.length, 500);
    const rank = new Map(Array.from(found.rows, (row, place) => [row, place]));
    const held = order.filter((row) => (rank.get(row) ?? 500) < 100).length;
    assert.ok(held >= 99, `${liked.length} likes: ${held}`);
    for (const [place, row] of found.rows.entries())
      assert.ok(Math.abs((found.scores[place] as number) - (scores[row] as number)) < 1e-4);
  }
});

test('without a taste the newest come, closed rows never, and never more than there are', () => {
  const none = learnTaste(WINDOW, { liked: [], disliked: [] }, 1);
  assert.deepEqual(Array.from(rowsOfBest(WINDOW, none, 4)), [0, 1, 2, 3]);
  const isOpen = new Uint8Array(3000).fill(1);
  isOpen[1] = 0;
  assert.deepEqual(Array.from(rowsOfBest(WINDOW, none, 3, isOpen)), [0, 2, 3]);
  assert.equal(rowsOfBest(WINDOW, none, 10_000).length, 3000);
});

test('only dislikes put what is like them behind what no term speaks against', () => {
  const taste = learnTaste(WINDOW, { liked: [], disliked: rows(4, 16) }, 1);
  assert.ok(taste.weights.every((weight) => weight <= 0));
  const order = Array.from(rowsOfBest(WINDOW, taste, 3000));
  assert.ok(order.indexOf(4) > 2500 && order.indexOf(16) > 2500);
});

test('empty windows, papers without words and a window that is liked whole break nothing', () => {
  const empty: PaperText = { title: '', abstract: '' };
  const text: PaperText = { title: 'Sepsis', abstract: 'Sepsis in older adults.' };
  for (const texts of [[], [empty], [text], [text, text], [empty, text, madeUpPaper(1)]]) {
    const window = windowOf(texts);
    const all = texts.map((_, row) => row);
    for (const liked of [
      [],
      rows(...all),
      [{ text, weight: 0.5 }],
      [{ text: empty, weight: 1 }],
      [...rows(...all), ...rows(...all)],
    ]) {
      const taste = learnTaste(window, { liked, disliked: rows(...all.slice(0, 1)) }, 1);
      assert.equal(rowsOfBest(window, taste, 5).length, Math.min(5, texts.length));
      assert.ok(allScores(window, taste).every(Number.isFinite));
      assert.ok(taste.weights.every(Number.isFinite));
    }
  }
});

test('ten thousand likes, many of the same papers, are learned from', () => {
  const liked = Array.from({ length: 10_000 }, (_, at): Example => ({ row: at % 40, weight: 0.5 }));
  const taste = learnTaste(WINDOW, { liked, disliked: rows(50) }, 1);
  assert.ok(allScores(WINDOW, taste).every(Number.isFinite));
});

test('the same window, examples and seed give the same taste to the bit, and faded away is not said', () => {
  const judged = { liked: rows(0, 12), disliked: rows(7) };
  assert.deepEqual(learnTaste(WINDOW, judged, 5), learnTaste(WINDOW, judged, 5));
  const faded = { ...judged, liked: [...judged.liked, { row: 3, weight: 0 }] };
  assert.deepEqual(learnTaste(WINDOW, faded, 5), learnTaste(WINDOW, judged, 5));
});
