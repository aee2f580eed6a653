/** A house that others reach: by its own name alone, from where it believes, and with links that lead back to it. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, browserOf, PASSWORD, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const NAME = 'attune.example.org';

suite('behind a proxy', () => {
  let house: App;
  let ada: Person;
  before(async () => {
    house = await appOf([madeUpPaper()], {
      environment: { PUBLIC_URL: `https://${NAME}`, TRUST_PROXY: '10.0.0.7, 192.168.4.0/24' },
    });
    ada = await setUp(house);
  });
  after(() => house.close());
  const from = (address: string) => ({
    incoming: { socket: { remoteAddress: address, remoteFamily: 'IPv4', remotePort: 40_000 } },
  });

  test('it answers to its own name and to loopback’s, and to no other', async () => {
    for (const host of [NAME, NAME.toUpperCase(), '127.0.0.1:8080', 'localhost'])
      assert.equal((await house.app.request('/healthz', { headers: { host } })).status, 200, host);
    for (const host of ['127.0.0.1:8080', 'localhost'])
      assert.equal((await house.app.request('/healthz', { headers: { host } }, from('203.0.113.5'))).status, 403, host);
    for (const host of ['example.org', `${NAME}.evil.test`, `${NAME}:8443`, `${NAME}.`, `evil.${NAME}`])
      assert.equal((await house.app.request('/healthz', { headers: { host } })).status, 403, host);
  });

  test('a change comes from its own page, judged by the browser’s word or by the origin', async () => {
    const sent = async (headers: Record<string, string>): Promise<number> =>
      (
        await house.app.request('/api/sign-in', {
          method: 'POST',
          body: JSON.stringify({ email: 'nobody@example.org', password: 'x', device: 'own' }),
          headers: { host: NAME, 'content-type': 'application/json', ...headers },
        })
      ).status;
    assert.equal(await sent({ origin: `https://${NAME}` }), 401);
    assert.equal(await sent({ 'sec-fetch-site': 'same-origin' }), 401);
    for (const origin of [`http://${NAME}`, 'https://evil.test', `https://${NAME}.evil.test`, 'null'])
      assert.equal(await sent({ origin }), 403, origin);
    for (const site of ['cross-site', 'same-site']) assert.equal(await sent({ 'sec-fetch-site': site }), 403, site);
  });

  test('the cookie is for encrypted connections and this very name, and browsers are told to ask by https alone', async () => {
    const answer = await browserOf(house).post('/api/sign-in', { email: ada.email, password: PASSWORD, device: 'own' });
    assert.match(answer.headers.getSetCookie()[0] ?? '', /^__Host-sid-[0-9a-f]{8}=.*Path=\/.*Secure/i);
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
  });

  test('links that leave the house begin with its public address', async () => {
    const { link } = await answered<{ link: string }>(
      await ada.post('/api/accounts/invite', { email: 'b@example.org' }),
    );
    assert.match(link, /^https:\/\/attune\.example\.org\/link#[\w-]{43}$/);
  });

  test('a trusted proxy’s word on the client is taken, and nobody else’s', async () => {
    // Tries are counted by address: whoever could choose theirs would have no end of them.
    const tried = async (peer: string, forwarded: string): Promise<number> =>
      (
        await house.app.request(
          '/api/sign-in',
          {
            method: 'POST',
            // Counted before it is looked at.
            body: '{}',
            headers: { host: NAME, 'content-type': 'application/json', 'x-forwarded-for': forwarded },
          },
          from(peer),
        )
      ).status;
    const until429 = async (peer: string, forwarded: (turn: number) => string): Promise<number> => {
      for (let turn = 0; turn < 80; turn += 1) if ((await tried(peer, forwarded(turn))) === 429) return turn;
      return 80;
    };
    assert.ok((await until429('203.0.113.5', (turn) => `198.51.100.${turn}`)) < 80, 'a stranger cannot choose');
    assert.ok((await until429('10.0.0.7', () => '203.0.113.9')) < 80, 'a client behind the proxy is one client');
    assert.equal(await tried('10.0.0.7', '203.0.113.10'), 400, 'and not the one beside it');
    assert.equal(await tried('192.168.4.9', '203.0.113.11, 10.0.0.7'), 400, 'a chain of our own proxies is passed');
    assert.equal(
      await tried('10.0.0.7', '203.0.113.12, 203.0.113.9'),
      429,
      'what the client wrote itself is not believed',
    );
  });

  test('somebody behind a proxy on this machine is not at the machine', async () => {
    const answer = await house.app.request(
      '/api/house',
      {
        method: 'POST',
        body: '{"kind":"sample"}',
        headers: { host: NAME, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.5' },
      },
      from('127.0.0.1'),
    );
    await refused(answer, 403);
  });
});

suite('too many requests', () => {
  let house: App;
  before(async () => void (house = await appOf([])));
  after(() => house.close());

  test('are told when to come again', async () => {
    let answer = await house.post('/api/links/look', { token: 'x' });
    assert.match(answer.headers.get('ratelimit-limit') ?? '', /^\d+$/);
    for (let turn = 0; turn < 80 && answer.status !== 429; turn += 1)
      answer = await house.post('/api/links/look', { token: 'x' });
    assert.match((await refused(answer, 429)).message, /Try again in \d+ seconds/);
    assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
  });
});
