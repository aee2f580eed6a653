import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isConfirmed, isLive } from '../../src/people/session-life.ts';
import { DAY, entered, GOOD, home, HOUR, MINUTE, move, newcomer, refused, sessionOf } from './_people.ts';
import type { Home } from './_people.ts';

async function signedIn(house: Home, kind: 'shared' | 'own'): Promise<string> {
  return entered(await house.people.door.signIn({ email: 'ada@hollis.example', password: GOOD, kind })).token;
}

test('a session on a shared computer is over after half an hour without use, and after twelve hours in any case', async () => {
  const house = await home();
  const { sessions } = house.people;
  const idle = await signedIn(house, 'shared');
  move(30 * MINUTE - 1);
  const used = await signedIn(house, 'shared');
  assert.ok(await sessions.lookUp(idle));
  move(30 * MINUTE);
  assert.equal(await sessions.lookUp(idle), undefined);
  assert.equal(await sessions.lookUp(used), undefined);

  const busy = await signedIn(house, 'shared');
  for (let n = 0; n < 35; n += 1) {
    move(20 * MINUTE);
    assert.ok(await sessions.lookUp(busy), `after ${n} times twenty minutes`);
  }
  move(20 * MINUTE);
  assert.equal(await sessions.lookUp(busy), undefined);
});

test('a session on one’s own device lives ninety days from its last use', async () => {
  const house = await home();
  for (let n = 0; n < 4; n += 1) {
    move(89 * DAY);
    assert.ok(await house.people.sessions.lookUp(house.token));
  }
  move(90 * DAY);
  assert.equal(await house.people.sessions.lookUp(house.token), undefined);
});

test('however often it is used, a session on one’s own device is over after a year', async () => {
  const house = await home();
  for (let n = 0; n < 52; n += 1) {
    move(7 * DAY);
    assert.ok(await house.people.sessions.lookUp(house.token), `after ${n + 1} weeks`);
  }
  move(DAY);
  assert.equal(await house.people.sessions.lookUp(house.token), undefined);
  assert.deepEqual(await house.people.sessions.list(house.ada), []);
});

test('no session outlives its kind, is confirmed for longer than ten minutes, or gains by a clock that was set back', () => {
  const ms = fc.integer({ min: -100 * DAY, max: 500 * DAY });
  const times = {
    kind: fc.constantFrom('shared' as const, 'own' as const),
    created_at: ms,
    used_at: ms,
    confirmed_at: ms,
  };
  fc.assert(
    fc.property(fc.record(times), ms, (session, now) => {
      const idle = now - session.used_at;
      const age = now - session.created_at;
      if (isLive(session, now)) {
        assert.ok(idle < (session.kind === 'shared' ? 30 * MINUTE : 90 * DAY) && idle >= -5 * MINUTE);
        assert.ok(age < (session.kind === 'own' ? 365 * DAY : 12 * HOUR));
      }
      if (isConfirmed(session, now)) assert.ok(now - session.confirmed_at < 10 * MINUTE);
    }),
  );
});

test('a token that never was one opens nothing', async () => {
  const house = await home();
  const odd = fc.oneof(fc.string(), fc.constant(house.token.slice(1)), fc.constant(`${house.token} `));
  await fc.assert(
    fc.asyncProperty(odd, async (token) => assert.equal(await house.people.sessions.lookUp(token), undefined)),
    { numRuns: 50 },
  );
});

test('use is written down once a minute, not with every request', async () => {
  const house = await home();
  const at = async (): Promise<string | undefined> => (await house.people.sessions.list(house.ada))[0]?.lastUsedAt;
  const before = house.rows();
  for (let n = 0; n < 5; n += 1) {
    move(11_000);
    await house.people.sessions.lookUp(house.token);
  }
  assert.equal(house.rows(), before);
  assert.equal(await at(), '2026-03-09T12:00:00.000Z');
  move(5_000);
  await house.people.sessions.lookUp(house.token);
  assert.equal(await at(), '2026-03-09T12:01:00.000Z');
});

test('a person sees their own sessions, and ends one or all of them', async () => {
  const house = await home();
  const { sessions } = house.people;
  move(MINUTE);
  const ward = await signedIn(house, 'shared');
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  const list = await sessions.list(house.ada);
  assert.deepEqual(
    list.map(({ kind, createdAt }) => [kind, createdAt]),
    [
      ['shared', '2026-03-09T12:01:00.000Z'],
      ['own', '2026-03-09T12:00:00.000Z'],
    ],
  );
  assert.deepEqual(Object.keys(list[0] ?? {}).sort(), ['createdAt', 'id', 'kind', 'lastUsedAt']);

  const id = (await sessionOf(house.people, ward)).id;
  assert.equal(await sessions.lookUp(id), undefined);
  await refused(house, () => sessions.end(ben.account, id), /You have no such session/);
  await sessions.end(house.ada, id);
  assert.equal(await sessions.lookUp(ward), undefined);
  await refused(house, () => sessions.end(house.ada, id), /You have no such session/);

  await signedIn(house, 'own');
  assert.equal(await sessions.endAll(house.ada), 2);
  assert.equal(await sessions.lookUp(house.token), undefined);
  assert.ok(await sessions.lookUp(ben.token));
});

test('signing out ends the session for good, and a second time does no harm', async () => {
  const house = await home();
  const { sessions, audit } = house.people;
  const session = await sessionOf(house.people, house.token);
  await sessions.signOut(session);
  await sessions.signOut(session);
  assert.equal(await sessions.lookUp(house.token), undefined);
  const { entries } = await audit.list({ what: ['signed-out'] });
  assert.deepEqual(
    entries.map(({ who, about }) => [who, about]),
    [[house.ada, session.id]],
  );
});

test('when what an account may do changes, its sessions carry on under a new token, and requests under way do not fail', async () => {
  const house = await home();
  const { sessions, roles } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  await roles.grant(house.ada, ben.account, 'librarian', 'system');
  const found = await Promise.all([sessions.lookUp(ben.token), sessions.lookUp(ben.token), sessions.lookUp(ben.token)]);
  for (const each of found) assert.deepEqual(each?.session.roles, [{ role: 'librarian', scope: 'system' }]);
  const [fresh, ...more] = found.flatMap((each) => each?.newToken ?? []);
  assert.ok(fresh);
  assert.deepEqual(more, []);
  assert.equal((await sessionOf(house.people, fresh)).id, found[0]?.session.id);
  move(29_000);
  assert.equal((await sessions.lookUp(ben.token))?.newToken, undefined);
  assert.ok(await sessions.lookUp(ben.token));
  move(1_000);
  assert.equal(await sessions.lookUp(ben.token), undefined);
  assert.ok(await sessions.lookUp(fresh));
});

test('sessions that are over leave the table', async () => {
  const house = await home();
  await signedIn(house, 'shared');
  move(2 * DAY);
  await signedIn(house, 'shared');
  assert.equal(house.rows().match(/"s-[0-9a-f]{20}",\s+"account"/g)?.length, 2);
});

test('whose request it is costs little', async (context) => {
  const house = await home();
  for (let n = 0; n < 40; n += 1) await signedIn(house, 'own');
  const { sessions } = house.people;
  const rounds = 5_000;
  const cpu = async (): Promise<number> => {
    const start = process.cpuUsage();
    for (let n = 0; n < rounds; n += 1) await sessions.lookUp(house.token);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000 / rounds;
  };
  await cpu();
  const each = await cpu();
  context.diagnostic(`A session is looked up in ${each.toFixed(4)} CPU-ms.`);
  assert.ok(each < 0.5, `${each} CPU-ms`);
});
