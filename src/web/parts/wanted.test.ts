/** Where the way in leads afterwards: never out of this house, whatever somebody wrote into the address. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readWanted } from './wanted.ts';

const ownPath = (to: string): string | undefined => readWanted({ to }).to;
const HOUSE = 'https://house.example';
const given = readFileSync(
  join(import.meta.dirname, '../../../tests/cases/h29-return-address-leaves-the-house/returns.txt'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '');

test('pages of the house are led back to, with query and fragment', () => {
  assert.ok(given.length >= 3);
  for (const line of given.slice(0, 2)) assert.equal(ownPath(line), line);
});

test('nothing else leaves the house, as a browser resolves it', () => {
  for (const line of given.slice(2)) {
    const path = ownPath(line) ?? '/today';
    assert.equal(new URL(path, HOUSE).origin, HOUSE, line);
    assert.ok(!path.startsWith('//'), line);
  }
});

test('an act comes with a paper, and only the acts that can be taken back', () => {
  assert.deepEqual(readWanted({ to: '/paper/pm1', act: 'like', paper: 'pm1' }), {
    to: '/paper/pm1',
    act: 'like',
    paper: 'pm1',
  });
  for (const [act, paper] of [
    ['unsave', 'pm1'],
    ['like', undefined],
    ['like', '../x'],
    ['like', ''],
    [7, 'pm1'],
  ])
    assert.deepEqual(readWanted({ act, paper }), {});
});
