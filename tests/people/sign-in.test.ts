import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPeople } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { HASHING_COST } from '../../src/people/passwords.ts';
import { BETTER, CHEAP, DAY, emptyHouse, entered, GOOD, home, MINUTE, move, newcomer, sessionOf } from './_people.ts';
import type { Home } from './_people.ts';

const REFUSED = /do not open an account/;

function tries(house: Home, email: string, password: string, address?: string) {
  return house.people.door.signIn({ email, password, kind: 'shared', address });
}

test('whatever is wrong with a sign-in, the answer is the same', async () => {
  const house = await home();
  const { accounts, links, audit } = house.people;
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example');
  await accounts.disable(house.ada, ben.account);
  await links.invite(house.ada, { email: 'eve@ward.example' });
  const answers = [
    await tries(house, 'ada@hollis.example', BETTER),
    await tries(house, 'nobody@hollis.example', GOOD),
    await tries(house, 'ben@ward.example', GOOD),
    await tries(house, 'eve@ward.example', GOOD),
    await tries(house, GOOD, 'ada@hollis.example'),
    await tries(house, 'ada@hollis.example', 'x'.repeat(100_000)),
    await tries(house, '', ''),
  ];
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.match(answers[0]?.outcome === 'refused' ? answers[0].sentence : '', REFUSED);

  const { entries } = await audit.list({ what: ['sign-in-failed'] });
  assert.deepEqual(
    entries.map(({ detail }) => detail['reason']),
    ['unknown', 'password', 'unknown', 'invited', 'disabled', 'unknown', 'password'],
  );
  assert.equal(entries[0]?.about, undefined);
  assert.equal(entries[1]?.about, house.ada);
  for (const typed of ['nobody@hollis.example', GOOD, BETTER]) assert.equal(house.bytes().includes(typed), false);
});

test('a password is found in whichever way its characters were composed', async () => {
  const house = await home();
  const { token } = await house.people.links.invite(house.ada, { email: 'zoe@ward.example' });
  const composed = 'café Ärmel größe nuit';
  await house.people.accept.invitation(token, { name: 'Zoë', password: composed.normalize('NFC'), kind: 'shared' });
  assert.notEqual(composed.normalize('NFD'), composed.normalize('NFC'));
  entered(await tries(house, 'ZOE@ward.example', composed.normalize('NFD')));
});

test('after five tries each waits twice as long as the one before, and a right password does not open meanwhile', async () => {
  const house = await home();
  for (const email of ['ada@hollis.example', 'nobody@hollis.example']) {
    for (let n = 0; n < 6; n += 1) assert.equal((await tries(house, email, BETTER)).outcome, 'refused');
    for (const seconds of [10, 20, 40, 80]) {
      assert.deepEqual(await tries(house, email, GOOD), {
        outcome: 'wait',
        seconds,
        sentence: `There were too many tries. Wait ${seconds < 60 ? `${seconds} seconds` : '2 minutes'}, then try again.`,
      });
      move(seconds * 1_000);
      assert.equal((await tries(house, email, BETTER)).outcome, 'refused');
    }
  }
  move(DAY);
  entered(await tries(house, 'ada@hollis.example', GOOD));
});

test('no wait is longer than a quarter of an hour', async () => {
  const house = await home();
  let longest = 0;
  for (let n = 0; n < 40; n += 1) {
    const answer = await tries(house, 'ada@hollis.example', BETTER);
    if (answer.outcome !== 'wait') continue;
    longest = Math.max(longest, answer.seconds);
    move(answer.seconds * 1_000);
  }
  assert.equal(longest, 900);
  entered(
    await tries(house, 'ada@hollis.example', GOOD).then(async (answer) => {
      if (answer.outcome !== 'wait') return answer;
      move(answer.seconds * 1_000);
      return tries(house, 'ada@hollis.example', GOOD);
    }),
  );
});

test('many tries at once are counted like many in a row, in two processes too, and a restart forgets none', async () => {
  const house = await home();
  const other = await house.again();
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      (n % 2 === 0 ? house.people : other).door.signIn({ email: 'ada@hollis.example', password: `${n}`, kind: 'own' }),
    ),
  );
  assert.equal(outcomes.filter(({ outcome }) => outcome === 'refused').length, 6);
  const restarted = await house.again();
  const answer = await restarted.door.signIn({ email: 'ada@hollis.example', password: GOOD, kind: 'own' });
  assert.equal(answer.outcome, 'wait');
});

test('a right password lets the count of its account begin anew', async () => {
  const house = await home();
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 5; n += 1) await tries(house, 'ada@hollis.example', BETTER);
    entered(await tries(house, 'ada@hollis.example', GOOD));
  }
});

test('guessing at many accounts from one address is slowed down; the other half of an IPv6 address makes no difference', async () => {
  for (const addresses of [
    ['203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:0:7::1', '2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd'],
  ]) {
    const house = await home();
    const sentTo = (n: number) => tries(house, `p${n}@hollis.example`, BETTER, addresses[n % 2]);
    for (let n = 0; n < 101; n += 1) assert.equal((await sentTo(n)).outcome, 'refused');
    assert.equal((await sentTo(200)).outcome, 'wait');
    assert.equal((await tries(house, 'p300@hollis.example', BETTER, '198.51.100.1')).outcome, 'refused');
    assert.equal((await tries(house, 'p300@hollis.example', BETTER, '2001:db8:0:8::1')).outcome, 'refused');
    for (const address of addresses) assert.equal(house.bytes().includes(address), false);
  }
});

test('those who know their password do not use up the tries of their address', async () => {
  const house = await home();
  for (let n = 0; n < 120; n += 1) entered(await tries(house, 'ada@hollis.example', GOOD, '203.0.113.7'));
});

test('counts that are over do not stay', async () => {
  const house = await home();
  const kept = (): number => (JSON.parse(house.rows()) as unknown[][]).at(-1)?.length ?? 0;
  for (let n = 0; n < 7; n += 1) await tries(house, 'nobody@hollis.example', BETTER, '203.0.113.7');
  assert.equal(kept(), 3);
  move(DAY);
  entered(await tries(house, 'ada@hollis.example', GOOD, '198.51.100.1'));
  assert.equal(kept(), 1);
});

test('a hash that was made when guessing cost less is made anew at the next sign-in, and opens as before', async () => {
  const house = await home();
  const hash = (): string => /\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+/.exec(house.rows())?.[0] ?? '';
  assert.equal(hash(), '$argon2id$v=19$m=64,t=1,p=1');
  const dear = await house.again({ cost: { memory: 128, passes: 2, lanes: 1 } });
  const signIn = () => dear.door.signIn({ email: 'ada@hollis.example', password: GOOD, kind: 'own' });
  for (const entry of await Promise.all([signIn(), signIn()])) entered(entry);
  assert.equal(hash(), '$argon2id$v=19$m=128,t=2,p=1');
  entered(await signIn());
  entered(await tries(house, 'ada@hollis.example', GOOD));
  assert.equal(hash(), '$argon2id$v=19$m=128,t=2,p=1');
});

test('what stands in the file is argon2id with no less than 19 MiB and two passes', async () => {
  const house = await emptyHouse({ cost: HASHING_COST });
  const link = await house.people.links.makeSetUp();
  const ada = { name: 'Ada', email: 'ada@hollis.example', password: GOOD, kind: 'own' } as const;
  await house.people.accept.setUp(link?.token ?? '', ada);
  assert.match(house.rows(), /\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}"/);
});

test('an unknown address takes about as long as a wrong password', async () => {
  const house = await emptyHouse();
  const store = await openRecordStore(house.folder);
  const people = await openPeople(store, { cost: { ...CHEAP, memory: 8_192 } });
  const link = await people.links.makeSetUp();
  const ada = { name: 'Ada', email: 'ada@hollis.example', password: GOOD, kind: 'own' } as const;
  await people.accept.setUp(link?.token ?? '', ada);
  const times: Record<string, number[]> = { 'ada@hollis.example': [], 'nobody@hollis.example': [] };
  for (let n = 0; n < 21; n += 1)
    for (const [email, list] of Object.entries(times)) {
      const start = performance.now();
      assert.equal((await people.door.signIn({ email, password: BETTER, kind: 'own' })).outcome, 'refused');
      list.push(performance.now() - start);
      move(20 * MINUTE);
    }
  const [known = 0, unknown = 0] = Object.values(times).map((list) => list.sort((a, b) => a - b)[10]);
  console.log(`A wrong password: ${known.toFixed(1)} ms; an unknown address: ${unknown.toFixed(1)} ms.`);
  assert.ok(unknown > known / 2 && unknown < known * 2);
  store.close();
});

test('being asked again takes the password, changes the token and holds for ten minutes', async () => {
  const house = await home();
  const { door, sessions } = house.people;
  let session = await sessionOf(house.people, house.token);
  assert.equal(session.isConfirmed, true);
  move(10 * MINUTE);
  session = await sessionOf(house.people, house.token);
  assert.equal(session.isConfirmed, false);
  assert.throws(() => sessions.mustBeConfirmed(session), /Enter your password again/);
  const wrong = await door.confirm(session, BETTER);
  assert.deepEqual(wrong, {
    outcome: 'refused',
    sentence: 'This is not your password. Nothing was changed. Try again.',
  });
  assert.equal((await sessionOf(house.people, house.token)).isConfirmed, false);
  const { token } = entered(await door.confirm(session, GOOD));
  assert.equal(await sessions.lookUp(house.token), undefined);
  const confirmed = await sessionOf(house.people, token);
  assert.equal(confirmed.isConfirmed, true);
  assert.equal(confirmed.id, session.id);
  sessions.mustBeConfirmed(confirmed);
});

test('guessing the password of a session that was left open is slowed down too', async () => {
  const house = await home();
  const session = await sessionOf(house.people, house.token);
  for (let n = 0; n < 6; n += 1) assert.equal((await house.people.door.confirm(session, BETTER)).outcome, 'refused');
  assert.equal((await house.people.door.confirm(session, GOOD)).outcome, 'wait');
  assert.equal((await house.people.door.changePassword(session, { old: GOOD, fresh: BETTER })).outcome, 'wait');
});

test('changing the password asks for the old one, ends the other sessions and makes links void', async () => {
  const house = await home();
  const { door, sessions, links } = house.people;
  const elsewhere = entered(await tries(house, 'ada@hollis.example', GOOD));
  const link = await links.makeReset(house.ada, house.ada);
  const session = await sessionOf(house.people, house.token);
  assert.equal((await door.changePassword(session, { old: BETTER, fresh: BETTER })).outcome, 'refused');
  await assert.rejects(door.changePassword(session, { old: GOOD, fresh: 'hollis hollis' }), /made of your name/);
  await assert.rejects(door.changePassword(session, { old: GOOD, fresh: GOOD }), /the password you have/);
  entered(await tries(house, 'ada@hollis.example', GOOD));
  assert.ok(await sessions.lookUp(elsewhere.token));

  const { token } = entered(await door.changePassword(session, { old: GOOD, fresh: BETTER }));
  assert.equal(await sessions.lookUp(elsewhere.token), undefined);
  assert.equal(await sessions.lookUp(house.token), undefined);
  assert.equal((await sessionOf(house.people, token)).id, session.id);
  assert.equal(await links.look(link.token), undefined);
  assert.equal((await tries(house, 'ada@hollis.example', GOOD)).outcome, 'refused');
  entered(await tries(house, 'ada@hollis.example', BETTER));
});

test('a session that ended while the password was entered is not brought back', async () => {
  const house = await home();
  const session = await sessionOf(house.people, house.token);
  await house.people.sessions.signOut(session);
  await assert.rejects(house.people.door.confirm(session, GOOD), /not signed in any more/);
  await assert.rejects(
    house.people.door.changePassword(session, { old: GOOD, fresh: BETTER }),
    /not signed in any more/,
  );
  entered(await tries(house, 'ada@hollis.example', GOOD));
});

test('the log says that somebody is kept waiting, and says it once a minute, however often they try', async () => {
  const house = await home();
  const { audit, door } = house.people;
  const held = async (): Promise<(string | undefined)[]> =>
    (await audit.list({ what: ['sign-in-held'] })).entries.map(({ about }) => about);
  const tries = async (email: string, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await door.signIn({ email, password: 'wrong', kind: 'own' });
  };
  await tries('ada@hollis.example', 12);
  assert.deepEqual(await held(), [house.ada]);
  await tries('nobody@hollis.example', 12);
  assert.deepEqual(await held(), [undefined, house.ada]);
  move(MINUTE);
  await tries('ada@hollis.example', 6);
  assert.deepEqual(await held(), [house.ada, undefined, house.ada]);
});

test('a wait of one second, and one of one minute, are told as one', async () => {
  const house = await home();
  for (let n = 0; n < 6; n += 1) await tries(house, 'ada@hollis.example', BETTER);
  const waits = async (): Promise<string> => {
    const answer = await tries(house, 'ada@hollis.example', BETTER);
    return answer.outcome === 'wait' ? answer.sentence : answer.outcome;
  };
  move(9_500);
  assert.match(await waits(), /Wait 1 second, then try again/);
  for (const seconds of [10, 20, 40]) {
    move(seconds * 1_000);
    await waits();
  }
  move(20_500);
  assert.match(await waits(), /Wait 1 minute, then try again|Wait 60 seconds, then try again/);
});
