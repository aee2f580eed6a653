/** Coming in over HTTP: set-up, invitation, signing in and out, the cookie, and who is let at what until then. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, suite, test } from 'node:test';
import type { HouseState } from '#api/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, browserOf, invited, PASSWORD, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

suite('a house without a person', () => {
  let house: App;
  before(async () => void (house = await appOf([madeUpPaper({})])));
  after(() => house.close());

  test('is open for reading, leads to its set-up, and keeps nothing for nobody', async () => {
    const state = await answered<HouseState>(await house.ask('/api/house'));
    assert.equal(state.kind, 'home');
    assert.equal(state.door, 'set-up');
    assert.equal(state.you, undefined);
    assert.equal(state.library?.papers, 1);
    const paper = state.library && (await house.ask('/api/search?q=hedgehogs'));
    assert.equal(paper?.status, 200);
    const act = await house.post('/api/marks', { paper: 'pm1', act: 'like' });
    assert.equal((await refused(act, 401)).code, 'sign_in_needed');
  });

  test('no password opens it, and a guessed link makes no account', async () => {
    for (const password of ['admin', 'attune', 'password', '']) {
      const answer = await house.post('/api/sign-in', { email: 'admin@example.org', password, device: 'own' });
      assert.ok([400, 401].includes(answer.status));
    }
    const first = { name: 'A', email: 'a@example.org', password: PASSWORD, device: 'own' };
    await refused(await house.post('/api/set-up', { token: 'guessed', ...first }), 404);
  });

  test('the link that is printed makes the first account once, and looking at it uses nothing up', async () => {
    const token = await house.houses.makeSetUp();
    const newer = await house.houses.makeSetUp();
    assert.ok(token && newer);
    await refused(await house.post('/api/links/look', { token }), 404);
    for (const _ of [1, 2])
      assert.deepEqual(await answered(await house.post('/api/links/look', { token: newer })), { kind: 'set-up' });
    const browser = browserOf(house);
    const first = { token: newer, name: 'Ada', email: 'ada@example.org', password: PASSWORD, device: 'own' };
    const { you } = await answered<{ you: HouseState['you'] }>(await browser.post('/api/set-up', first));
    assert.deepEqual(you?.roles, [{ role: 'administrator', scope: 'system' }]);
    await refused(await house.post('/api/set-up', first), 404);
    assert.equal(await house.houses.makeSetUp(), undefined);
  });
});

suite('a house with people', () => {
  let house: App;
  let ada: Person;
  before(async () => {
    house = await appOf([madeUpPaper({})]);
    ada = await setUp(house);
  });
  after(() => house.close());

  test('asks for an account, and leads back to the page that was asked for', async () => {
    for (const path of [
      '/api/search?q=a',
      '/api/search/facets?q=a',
      '/api/papers/pm99000001',
      '/api/search/export?q=a&format=ris',
    ])
      assert.equal((await refused(await house.ask(path), 401)).code, 'sign_in_needed', path);
    for (const path of [
      '/search?q=heart%20failure&from=2020',
      '/paper/pm99000001',
      '/saved',
      '/accounts',
      '/collections/c-1',
    ]) {
      const answer = await house.ask(path, { redirect: 'manual' });
      assert.equal(answer.status, 303, path);
      const location = new URL(answer.headers.get('location') ?? '', 'http://house');
      assert.equal(location.pathname, '/sign-in');
      assert.equal(location.searchParams.get('to'), path);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
    for (const path of ['/sign-in', '/set-up', '/link', '/why', '/healthz', '/readyz'])
      assert.equal((await house.ask(path)).status, 200, path);
    const state = await answered<HouseState>(await house.ask('/api/house'));
    assert.deepEqual(Object.keys(state).sort(), ['door', 'kind', 'mayBring']);
    assert.equal(state.door, 'sign-in');
  });

  test('nothing of a paper is in a page that somebody without an account gets', async () => {
    const answer = await house.ask('/paper/pm99000001', { redirect: 'manual' });
    assert.equal(await answer.text(), '');
  });

  test('the cookie gives script nothing, is no one’s in clear, and goes with signing out', async () => {
    const browser = browserOf(house);
    const answer = await browser.post('/api/sign-in', {
      email: 'ADA@example.org',
      password: PASSWORD,
      device: 'shared',
    });
    const [set = ''] = answer.headers.getSetCookie();
    assert.match(set, /^sid-[0-9a-f]{8}=[\w-]{43}; .*HttpOnly; SameSite=Lax$/i);
    assert.doesNotMatch(set, /max-age|expires|secure/i);
    assert.ok(set.length < 4_096);
    assert.equal((await answered<HouseState>(await browser.ask('/api/house'))).you?.email, 'ada@example.org');
    const old = browser.cookie();
    await answered(await browser.post('/api/sign-out', {}));
    assert.equal(browser.cookie(), '');
    await refused(await house.ask('/api/sessions', { headers: { cookie: old } }), 401);
  });

  test('one’s own device is kept for ninety days from each visit', async () => {
    const browser = browserOf(house);
    const answer = await browser.post('/api/sign-in', { email: ada.email, password: PASSWORD, device: 'own' });
    assert.match(answer.headers.getSetCookie()[0] ?? '', /max-age=7776000/i);
    assert.match((await browser.ask('/api/house')).headers.getSetCookie()[0] ?? '', /max-age=7776000/i);
  });

  test('unknown and wrong get the same answer, and many tries have to wait', async () => {
    const tried = async (email: string): Promise<{ code: string; message: string }> =>
      refused(await house.post('/api/sign-in', { email, password: 'not the password', device: 'own' }), 401);
    const ben = await invited(house, ada, 'ben@example.org');
    assert.deepEqual(await tried(ben.email), await tried('nobody@example.org'));
    let last = 401;
    for (let turn = 0; turn < 12 && last === 401; turn += 1)
      last = (await house.post('/api/sign-in', { email: ben.email, password: 'not it', device: 'own' })).status;
    assert.equal(last, 429);
  });

  test('a person sees and ends their own sessions, and nobody else’s', async () => {
    const cleo = await invited(house, ada, 'cleo@example.org');
    const second = browserOf(house);
    await answered(await second.post('/api/sign-in', { email: cleo.email, password: PASSWORD, device: 'shared' }));
    const { sessions } = await answered<{ sessions: { id: string; isThisOne: boolean }[] }>(
      await cleo.ask('/api/sessions'),
    );
    assert.equal(sessions.length, 2);
    const hers = sessions.find(({ isThisOne }) => !isThisOne);
    await refused(await ada.post('/api/sessions/end', { id: hers?.id }), 404);
    assert.equal((await second.ask('/api/sessions')).status, 200);
    await answered(await cleo.post('/api/sessions/end', { id: hers?.id }));
    await refused(await second.ask('/api/sessions'), 401);
    await answered(await cleo.post('/api/sign-out/everywhere', {}));
    await refused(await cleo.ask('/api/sessions'), 401);
  });

  test('what is sensitive asks for the password again when it was entered long ago', async () => {
    const erin = await invited(house, ada, 'erin@example.org', [{ role: 'administrator', scope: 'system' }]);
    const db = new DatabaseSync(join(house.folder, 'home', 'records.sqlite'));
    db.prepare('update session set confirmed_at = confirmed_at - 660000 where account = ?').run(erin.id);
    db.close();
    for (const [path, body] of [
      ['/api/accounts/invite', { email: 'f@example.org' }],
      ['/api/accounts/rename', { id: ada.id, email: 'mine@example.org' }],
      ['/api/accounts/delete', { id: ada.id }],
      ['/api/settings', { key: 'house-name', value: 'Mine' }],
    ] as const)
      assert.equal((await refused(await erin.post(path, body), 403)).code, 'confirm_needed', path);
    await answered(await erin.ask('/api/accounts'));
    await refused(await erin.post('/api/confirm', { password: 'not her password' }), 401);
    await answered(await erin.post('/api/confirm', { password: PASSWORD }));
    await answered(await erin.post('/api/settings', { key: 'house-name', value: 'Lindmere Health' }));
    assert.equal((await answered<HouseState>(await house.ask('/api/house'))).name, 'Lindmere Health');
    await answered(await erin.post('/api/settings', { key: 'house-name', value: null }));
  });

  test('another house’s cookie is nobody’s here', async () => {
    const other = await appOf([]);
    try {
      const eve = await setUp(other);
      await refused(await house.ask('/api/sessions', { headers: { cookie: eve.cookie() } }), 401);
    } finally {
      await other.close();
    }
  });

  test('a disabled account is out at once', async () => {
    const dora = await invited(house, ada, 'dora@example.org');
    await answered(await ada.post('/api/accounts/disable', { id: dora.id }));
    await refused(await dora.ask('/api/sessions'), 401);
    await refused(await house.post('/api/sign-in', { email: dora.email, password: PASSWORD, device: 'own' }), 401);
  });
});

suite('where reading is public', () => {
  let house: App;
  before(async () => {
    house = await appOf([madeUpPaper({})], { environment: { PUBLIC_READING: 'on' } });
    await setUp(house);
  });
  after(() => house.close());

  test('papers are open, and what is somebody’s is not', async () => {
    assert.equal((await house.ask('/search')).status, 200);
    assert.equal((await house.ask('/api/search?q=hedgehogs')).status, 200);
    for (const path of ['/api/saved', '/api/marks?papers=pm1', '/api/history', '/api/collections'])
      assert.equal((await refused(await house.ask(path), 401)).code, 'sign_in_needed', path);
    await refused(await house.ask('/api/accounts'), 401);
  });
});

suite('the sample', () => {
  let house: App;
  before(async () => void (house = await appOf([])));
  after(() => house.close());

  test('lets one walk in as its people, at the machine and not through a proxy there', async () => {
    const { people } = await answered<{ people: { id: string; name: string }[] }>(await house.ask('/api/walk-in'));
    assert.ok(people.length >= 3);
    const [first] = people;
    for (const header of ['x-forwarded-for', 'forwarded', 'via'])
      await refused(await house.post('/api/walk-in', { id: first?.id }, { [header]: 'for=192.0.2.7' }), 403);
    const browser = browserOf(house);
    const { you } = await answered<{ you: { name: string } }>(await browser.post('/api/walk-in', { id: first?.id }));
    assert.equal(you.name, first?.name);
    await answered(await browser.post('/api/marks', { paper: 'pm1', act: 'like' }));
  });

  test('leads to your house by the link that sets it up, and is shown no more when it has a person', async () => {
    assert.equal((await answered<HouseState>(await house.ask('/api/house'))).kind, 'sample');
    const token = await house.houses.makeSetUp();
    await answered(await house.post('/api/links/look', { token }));
    assert.equal((await answered<HouseState>(await house.ask('/api/house'))).kind, 'home');
    const browser = browserOf(house);
    const first = { token, name: 'Ada', email: 'ada@example.org', password: PASSWORD, device: 'own' };
    await answered(await browser.post('/api/set-up', first));
    const refusal = await refused(await browser.post('/api/house', { kind: 'sample' }), 403);
    assert.match(refusal.message, /attune serve --data/);
    assert.equal((await answered<HouseState>(await browser.ask('/api/house'))).other, undefined);
    assert.equal((await house.ask('/api/walk-in')).status, 403);
  });
});
