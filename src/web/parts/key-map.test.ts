/** Which key press means a single key of the house. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyMeant } from './key-map.ts';
import type { Press } from './key-map.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

test('a single key is meant by itself', () => {
  assert.equal(keyMeant(press('j')), 'j');
  assert.equal(keyMeant(press('q')), undefined);
});

test('a key with a modifier belongs to the browser', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
    assert.equal(keyMeant(press('c', { [modifier]: true })), undefined);
});

test('a layout may need Shift for a sign, but a letter with Shift is another', () => {
  assert.equal(keyMeant(press('?', { shiftKey: true })), '?');
  assert.equal(keyMeant(press('/', { shiftKey: true })), '/');
  assert.equal(keyMeant(press('J', { shiftKey: true })), undefined);
});

test('a locked Shift changes nothing', () => assert.equal(keyMeant(press('J')), 'j'));

test('a key held down walks through a list and does nothing else twice', () => {
  assert.equal(keyMeant(press('k', { repeat: true })), 'k');
  assert.equal(keyMeant(press('c', { repeat: true })), undefined);
});

test('a letter that is part of a word being composed is no key', () =>
  assert.equal(keyMeant(press('o', { isComposing: true })), undefined));
