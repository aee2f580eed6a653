import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedPlace, TodayAnswer } from '#api/index.ts';
import { changeInWords } from './moved.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;

function today(ids: string, stirred?: Whole['stirred']): Whole {
  const places = [...ids].map((id): FeedPlace => ({ gone: { id, title: id, by: 'less' } }));
  return { day: '2026-11-23', places, ...(stirred && { stirred }) } as Whole;
}

test('papers that stand higher than before are counted, those that came or went are not', () => {
  assert.equal(changeInWords(today('abcd'), today('adbc')), 'One paper moved up.');
  assert.equal(changeInWords(today('abcd'), today('acdb')), 'Two papers moved up.');
  assert.equal(changeInWords(today('abc'), today('bcx')), undefined);
});

test('where Today stands still, what moved behind it is said, once', () => {
  const stirred = { because: { id: '1', title: 'Out of bed' }, up: 12 };
  assert.equal(
    changeInWords(today('abc'), today('abc', stirred)),
    'Behind Today, twelve papers moved up because you liked “Out of bed”.',
  );
  assert.equal(changeInWords(today('abc', stirred), today('abc', stirred)), undefined);
  assert.equal(changeInWords(today('abc'), today('abc', { ...stirred, up: 0 })), undefined);
});

test('another day is another Today', () => {
  assert.equal(changeInWords({ ...today('ab'), day: '2026-11-22' }, today('ba')), undefined);
});
