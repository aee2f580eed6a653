/** The pages and their parts: which addresses they answer, how long a browser keeps them, and how they are packed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { madeUpPaper } from '../_made-up-paper.ts';
import { setUp } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

let house: App;
before(async () => void (house = await appOf([])));
after(() => house.close());

const FEED = ['/today', '/today/all?page=2', '/today/days', '/today/days/2026-11-23', '/today/profile', '/interests'];

const isPage = async (response: Response): Promise<boolean> =>
  response.headers.get('content-type') === 'text/html; charset=utf-8' && (await response.text()).includes('id="root"');

test('every address the page understands serves it', async () => {
  for (const path of ['/', '/search', '/search?q=sepsis', '/why', '/why/papers', ...FEED]) {
    const response = await house.ask(path);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.ok(await isPage(response), path);
  }
});

test('a house for its people alone answers them where it says why, and leads elsewhere to its door', async () => {
  const closed = await appOf([madeUpPaper({})]);
  try {
    await setUp(closed);
    for (const path of FEED) {
      const response = await closed.ask(path, { redirect: 'manual' });
      assert.equal(response.status, 303, path);
      const to = new URL(response.headers.get('location') ?? '', 'http://house');
      assert.equal(to.pathname, '/sign-in');
      assert.equal(to.searchParams.get('to'), path);
    }
    for (const path of ['/why', '/why/papers']) assert.equal((await closed.ask(path)).status, 200, path);
  } finally {
    await closed.close();
  }
});

test('a paper that is not here is not found, with the page to say so, also under identifiers with awkward signs', async () => {
  for (const path of [
    '/paper/pm1',
    '/paper/37003049',
    '/paper/PMC77',
    '/paper/10.5555%2Fx',
    '/paper/10.5555/x',
    `/paper/${encodeURIComponent('10.1002/(sici)17:15<1661::aid>3.0.co;2-2#x')}`,
    '/paper/%zz',
  ]) {
    const response = await house.ask(path);
    assert.equal(response.status, 404, path);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.ok(await isPage(response), path);
  }
});

test('an address that is no page is not found, with the page to say so', async () => {
  for (const path of [
    '/nothing',
    '/papers/pm1',
    '/search/more',
    '/today/yesterday',
    '/why/not',
    '/api',
    '/assets/gone.js',
    '/../package.json',
    '/%2e%2e/house.json',
  ]) {
    const response = await house.ask(path);
    assert.equal(response.status, 404, path);
    assert.ok(await isPage(response), path);
  }
});

test('the parts of the page are kept for ever, since each name holds what is in it, and come packed', async () => {
  const page = await (await house.ask('/')).text();
  const parts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] as string);
  assert.ok(parts.length >= 3, page);
  for (const path of parts) {
    const plain = await house.ask(path);
    assert.equal(plain.status, 200, path);
    assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(plain.headers.get('content-encoding'), null);
    const packed = await house.ask(path, { headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.equal(packed.headers.get('vary'), 'accept-encoding');
    assert.deepEqual(gunzipSync(await packed.arrayBuffer()), Buffer.from(await plain.arrayBuffer()));
  }
});

test('the page holds no script and no style of its own, so that the policy can forbid them', async () => {
  const page = await (await house.ask('/')).text();
  assert.doesNotMatch(page, /<style|style="|<script(?![^>]*src=)|\son\w+=/);
  assert.doesNotMatch(page, /https?:\/\//);
});

test('health tells that the server is up, readiness which house is open', async () => {
  assert.deepEqual(await (await house.ask('/healthz')).json(), { ok: true, version: '0.0.0' });
  assert.deepEqual(await (await house.ask('/readyz')).json(), { ready: true, house: 'sample' });
});
