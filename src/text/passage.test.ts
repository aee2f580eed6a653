import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, passage } from './passage.ts';
import { stem } from './stem.ts';
import type { Piece, Sought } from './passage.ts';

const word = (form: string): Sought => ({ forms: [stem(form)], stemmed: true, prefix: false });
const shown = (pieces: readonly Piece[] | undefined): string =>
  (pieces ?? []).map((piece) => (piece.hit ? `<${piece.text}>` : piece.text)).join('');

test('marks words by stem, as written', () => {
  assert.equal(
    shown(marked('Readmissions after heart failure.', [word('readmission'), word('heart')])),
    '<Readmissions> after <heart> failure.',
  );
});

test('marks a phrase only where it stands as one', () => {
  const phrase: Sought = { forms: ['heart', 'failure'], stemmed: false, prefix: false };
  assert.equal(shown(marked('Failure of heart failure care', [phrase])), 'Failure of <heart failure> care');
});

test('marks a truncated word at any ending', () => {
  assert.equal(
    shown(marked('Cardiomyopathy and cardiology', [{ forms: ['cardio'], stemmed: false, prefix: true }])),
    '<Cardiomyopathy> and <cardiology>',
  );
});

test('cuts the stretch that shows most of what was sought, between words', () => {
  const far = 'Filler words stand here. '.repeat(40);
  const text = `${far}Sepsis was common. ${far}Early walking after sepsis shortened the stay 𝑚𝑢𝑐ℎ. ${far}`;
  const cut = shown(passage(text, [word('sepsis'), word('walking')], 120));
  assert.match(cut, /^… .*<walking> after <sepsis>.* …$/);
  assert.ok(cut.length < 170);
});

test('says nothing where nothing is found', () => {
  assert.equal(passage('Nothing of the kind.', [word('sepsis')]), undefined);
});
