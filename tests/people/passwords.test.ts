import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  hashPassword,
  HASHING_COST,
  isOutdated,
  isPassword,
  nobodysHash,
  normalPassword,
} from '../../src/people/passwords.ts';
import { passwordRules } from '../../src/people/password-rules.ts';
import { CHEAP } from './_people.ts';

const check = passwordRules();
const MARIA = { name: 'Maria López-Brandt', email: 'mlopez@hospital.example' };
const allowed = (password: string, whose = MARIA): void => check(normalPassword(password), whose);

test('a password of words that nobody would put together is taken, and so is what a password manager makes', () => {
  for (const password of [
    'umbrella granite tuesday flute',
    'correct horse battery staple',
    'kX9#mQ2$vL7p',
    '水曜日の傘は青い石と笛を運ぶ',
    'the nurse forgot nine blue umbrellas',
    `${'a long tale of nine umbrellas and a flute. '.repeat(4)}The end.`,
  ])
    allowed(password);
});

test('common passwords, patterns and what belongs to the person are refused, with what to do', () => {
  const soon = /would be guessed soon.*Take four or more words/;
  const own = /made of your name.*Take four or more words/;
  for (const [password, sentence] of [
    ['password1234', soon],
    ['Password123!', soon],
    ['p4$$w0rdp4$$w0rd', soon],
    ['qwertyuiop12', soon],
    ['abcdefghijkl', soon],
    ['aaaaaaaaaaaaaaaa', soon],
    ['letmein letmein', soon],
    ['Summer2024!!', soon],
    ['iloveyou123456', soon],
    ['marialopez12', own],
    ['Maria López-Brandt', own],
    ['mlopez@hospital.example', own],
    ['BrandtMaria!', own],
    ['attuneattune1', soon],
    ['Attune2026!!', own],
  ] as const)
    assert.throws(() => allowed(password), sentence, password);
});

test('a password has 12 to 200 characters, counted as people count them after composing', () => {
  assert.throws(() => allowed('kX9#mQ2$vL7'), /fewer than 12 characters/);
  assert.throws(() => allowed(''), /fewer than 12 characters/);
  assert.throws(() => allowed('e\u0301'.repeat(11)), /fewer than 12 characters/);
  assert.throws(() => allowed('😀'.repeat(6)), /fewer than 12 characters/);
  const long = 'umbrella granite tuesday flute '.repeat(10);
  allowed(long.slice(0, 200));
  assert.throws(() => allowed(long.slice(0, 201)), /more than 200 characters/);
});

test('weighing a long password that was made to be slow takes no longer than a moment', () => {
  for (const part of ['p4$$w0rd', '20120305', '1@$!', '5s5s$5z2', '|1lI0oØ5$7+2zZ']) {
    const start = process.cpuUsage();
    try {
      allowed(part.repeat(50).slice(0, 200));
    } catch {}
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 500_000, `${part}: ${(user + system) / 1_000} CPU-ms`);
  }
});

test('whatever a password is made of, its hash opens by it and by nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (one, other) => {
      const hash = await hashPassword(one, CHEAP);
      assert.equal(await isPassword(one, hash), true);
      assert.equal(await isPassword(other, hash), other === one);
      assert.equal(await isPassword(one, nobodysHash(CHEAP)), false);
    }),
    { numRuns: 40 },
  );
  const [one, other] = [await hashPassword('the same', CHEAP), await hashPassword('the same', CHEAP)];
  assert.notEqual(one, other);
});

test('a hash is outdated where any of its parameters is below what holds now', () => {
  const hash = nobodysHash(HASHING_COST);
  assert.equal(isOutdated(hash, HASHING_COST), false);
  assert.equal(isOutdated(hash, CHEAP), false);
  assert.equal(isOutdated(hash, { ...HASHING_COST, memory: HASHING_COST.memory + 1 }), true);
  assert.equal(isOutdated(hash, { ...HASHING_COST, passes: 3 }), true);
  assert.equal(isOutdated(hash, { ...HASHING_COST, lanes: 2 }), true);
});

test('a hash is read as other programs write it', async () => {
  // From the tests of the reference implementation.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  assert.equal(await isPassword('password', reference), true);
  assert.equal(await isPassword('passwore', reference), false);
});

test('hashing leaves the thread free for others', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  const dear = { memory: 65_536, passes: 4, lanes: 1 };
  await hashPassword('umbrella granite tuesday flute', dear);
  clearInterval(counting);
  assert.ok(turns >= 5, `${turns} turns`);
});
