/** How rows change places, by numbers alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shifted } from '../../src/app/feed/shift.ts';
import type { Place } from '../../src/app/feed/shift.ts';

/** An opening that is not in the order of its scores. */
const OPENING = ['a', 'b', 'c', 'd'];
const BEFORE: Readonly<Record<string, number>> = { a: 0.3, b: 0.5, c: 0.4, d: 0.1 };

function places(gained: Readonly<Record<string, number>>, fixed = ''): Place<string>[] {
  return OPENING.map((id) => {
    const before = BEFORE[id] as number;
    return { id, before, now: before + (gained[id] ?? 0), isFixed: fixed.includes(id) };
  });
}

test('where nothing was gained nothing moves, and what was gained and lost again leaves no trace', () => {
  assert.deepEqual(shifted(places({}), OPENING), OPENING);
  const after = shifted(places({ c: 0.3 }), OPENING);
  assert.deepEqual(after, ['c', 'a', 'b', 'd']);
  assert.deepEqual(shifted(places({}), after), OPENING);
  const more = shifted(places({ c: 0.3, d: 0.6 }), after);
  assert.deepEqual(shifted(places({ c: 0.3 }), more), after);
});

test('what was reacted to stays where it stands, and the others share the places that are left', () => {
  const after = shifted(places({ c: 0.3 }), OPENING);
  assert.deepEqual(shifted(places({ c: 0.3, d: 0.6 }, 'c'), after), ['c', 'd', 'a', 'b']);
  assert.deepEqual(shifted(places({ d: 0.6 }, 'ab'), OPENING), ['a', 'b', 'd', 'c']);
  assert.deepEqual(shifted(places({ d: 9 }, 'abcd'), OPENING), OPENING);
});
