/** The search for patients' details, counted over notes as people write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { lookForPatient } from '../../src/reading/patient/look.ts';
import { count } from './_marked.ts';
import type { Counted } from './_marked.ts';
import { HELD_OUT_HONEST, HELD_OUT_WITH_PATIENTS } from './_notes-held-out.ts';
import { HONEST_NOTES } from './_notes-honest.ts';
import { NOTES_WITH_PATIENTS } from './_notes-with-patients.ts';

const RECALL = 0.95;
const FALSE_ALARMS = 0.05;

function holds(t: TestContext, what: string, counted: Counted): void {
  const { planted, missed, beside, honest, falseAlarms, byLetter } = counted;
  const recall = (planted - missed.length) / planted;
  const alarms = falseAlarms.length / honest;
  const letters = Object.entries(byLetter).map(([letter, [all, found]]) => `${letter} ${found}/${all}`);
  t.diagnostic(
    `${what}: recall ${recall.toFixed(3)} of ${planted} (${letters.join(', ')}); ` +
      `false alarms ${(alarms * 100).toFixed(1)} % of ${honest} honest notes; ${beside.length} findings beside`,
  );
  assert.ok(recall >= RECALL, missed.join('\n'));
  assert.ok(alarms <= FALSE_ALARMS, falseAlarms.join('\n'));
  assert.ok(beside.length <= planted * FALSE_ALARMS, beside.join('\n'));
}

test('of planted details at least 95 in a hundred are found, and at most 5 honest notes in a hundred are warned of', (t) => {
  assert.ok(NOTES_WITH_PATIENTS.length + HELD_OUT_WITH_PATIENTS.length >= 150);
  assert.ok(HONEST_NOTES.length + HELD_OUT_HONEST.length >= 150);
  holds(t, 'notes the detector was made with', count(NOTES_WITH_PATIENTS, HONEST_NOTES));
  holds(t, 'notes held out', count(HELD_OUT_WITH_PATIENTS, HELD_OUT_HONEST));
});

test('a finding says where in the text it is, and no two overlap', () => {
  const text = 'Frau Ada Holm, geb. 3.4.1950, Fallnummer 2024-1187, Tel. 030 23125 144';
  const findings = lookForPatient(text);
  assert.deepEqual(
    findings.map(({ kind, start, length }) => [kind, text.slice(start, start + length)]),
    [
      ['name-and-birth-date', 'Frau Ada Holm, geb. 3.4.1950'],
      ['record-number', 'Fallnummer 2024-1187'],
      ['phone', '030 23125 144'],
    ],
  );
  assert.deepEqual(lookForPatient(''), []);
});

test('a birth date without a name and the number of a person in a country are told as what they are', () => {
  const kinds = (text: string): string[] => lookForPatient(text).map(({ kind }) => kind);
  assert.deepEqual(kinds('second child, dob 3/4/2019'), ['birth-date']);
  assert.deepEqual(kinds('NHS number 943 476 5919'), ['national-id']);
  assert.deepEqual(kinds('219-09-9999'), ['national-id']);
  assert.deepEqual(kinds('756.1234.5678.97'), ['national-id']);
});

test('a long note is looked through at once, whatever stands in it', () => {
  const pieces = [
    'a',
    '1',
    ' 1',
    'Aa ',
    'a@',
    '0-',
    '(0',
    'Born ',
    '12 Elm ',
    '+4',
    'Tel. ',
    '1.',
    'A, ',
    'MRN ',
    'van ',
    '"',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const start = performance.now();
    lookForPatient(text);
    const ms = performance.now() - start;
    assert.ok(ms < 1_000, `${JSON.stringify(piece)} took ${ms.toFixed(0)} ms`);
  }
});
