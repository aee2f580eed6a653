/** The log reads as a person would tell it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actInWords, auditInWords } from './audit-words.ts';

const entry = (what: string, more: Partial<Parameters<typeof auditInWords>[0]> = {}) =>
  auditInWords({ sequence: 1, at: '2026-11-25T09:00:00.000Z', what, detail: {}, ...more });

const MARA = { who: 'p-1', whoName: 'Mara Oyelaran' };
const JONAS = { about: 'p-2', aboutName: 'Jonas Lindgren' };

test('signing in names the person and the kind of device', () => {
  assert.equal(entry('signed-in', { ...MARA, detail: { kind: 'shared' } }), 'Mara Oyelaran signed in on a shared PC');
  assert.equal(entry('signed-in', { ...MARA, detail: { kind: 'own' } }), 'Mara Oyelaran signed in on their own device');
});

test('one person acts on another, or on themselves', () => {
  const detail = { role: 'privacy-officer', scope: 'system' };
  assert.equal(
    entry('role-granted', { ...MARA, ...JONAS, detail }),
    'Mara Oyelaran gave Jonas Lindgren the role “Privacy officer”',
  );
  assert.equal(
    entry('role-granted', { ...MARA, about: 'p-1', aboutName: 'Mara Oyelaran', detail }),
    'Mara Oyelaran gave themselves the role “Privacy officer”',
  );
  assert.equal(
    entry('identity-changed', { ...MARA, ...JONAS, detail: { name: true, email: true } }),
    'Mara Oyelaran changed the name and the e-mail address of Jonas Lindgren',
  );
});

test('a deleted account is a former member', () => {
  assert.equal(entry('signed-out', { who: 'p-9' }), 'A former member signed out');
  assert.equal(
    entry('account-deleted', { ...MARA, about: 'p-9' }),
    'Mara Oyelaran deleted the account of a former member',
  );
});

test('a failed sign-in says why, and names nobody where there is nobody', () => {
  assert.equal(
    entry('sign-in-failed', { ...JONAS, detail: { reason: 'password' } }),
    'A sign-in as Jonas Lindgren failed: the password was wrong',
  );
  assert.equal(
    entry('sign-in-failed', { detail: { reason: 'unknown' } }),
    'A sign-in failed: no account has that e-mail address',
  );
});

test('an act that this page does not know is told as it is written', () => {
  assert.equal(entry('paper-folded', MARA), 'Mara Oyelaran: paper folded');
  assert.equal(actInWords('paper-folded'), 'Paper folded');
  assert.equal(actInWords('signed-in'), 'Signed in');
});
