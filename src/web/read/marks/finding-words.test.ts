import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piecesOf } from './finding-words.ts';

test('a note comes in pieces that are the whole of it', () => {
  const text = 'Born 12.03.1950, call 555 0100 tomorrow';
  const pieces = piecesOf(text, [
    { kind: 'phone', start: 22, length: 8 },
    { kind: 'birth-date', start: 5, length: 10 },
  ]);
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    pieces.filter(({ looksLike }) => looksLike !== undefined),
    [
      { text: '12.03.1950', looksLike: 'a date of birth' },
      { text: '555 0100', looksLike: 'a telephone number' },
    ],
  );
});

test('a kind without a word is still said', () =>
  assert.deepEqual(piecesOf('x', [{ kind: 'newer', start: 0, length: 1 }]), [
    { text: 'x', looksLike: 'something personal' },
  ]));
