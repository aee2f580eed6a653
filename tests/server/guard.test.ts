/** Who may speak to the server, and what every answer tells the browser to refuse. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { STYLE_HASHES } from '../../src/server/style-hashes.ts';
import { packageRoot } from '../_package.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

let house: App;
before(async () => void (house = await appOf([])));
after(() => house.close());

const PATHS = ['/', '/search', '/nothing', '/api/house', '/healthz', '/readyz'];

suite('the name asked for', () => {
  const ask = (host: string | undefined, path: string): Promise<Response> | Response =>
    house.app.request(path, host === undefined ? {} : { headers: { host } });

  test('loopback’s own names are answered, with a port and without', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LocalHost'])
      for (const port of ['', ':8080', ':1'])
        for (const path of PATHS) assert.notEqual((await ask(host + port, path)).status, 403, `${host}${port} ${path}`);
  });

  test('any other name, and none, is refused everywhere', async () => {
    const evil = [
      'attacker.test',
      'localhost.attacker.test',
      '127.0.0.1.attacker.test',
      'attacker.test:8080',
      'localhost:80@attacker.test',
      'localhost:8080:1',
      '192.168.1.5',
      '0.0.0.0',
      '127.0.0.2',
      '::1',
      '[::1].attacker.test',
      '[::ffff:127.0.0.1]',
      'localhost.',
      '',
      undefined,
    ];
    for (const host of evil)
      for (const path of PATHS) {
        const response = await ask(host, path);
        assert.equal(response.status, 403, `${host} ${path}`);
        assert.equal(((await response.json()) as { error: { code: string } }).error.code, 'forbidden');
      }
  });
});

suite('a change', () => {
  const change = async (headers: Record<string, string>): Promise<number> =>
    (await house.post('/api/house', { kind: 'sample' }, headers)).status;

  test('is taken from our own page, from the address bar and from a program', async () => {
    assert.equal(await change({}), 200);
    assert.equal(await change({ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:8080' }), 200);
    assert.equal(await change({ 'sec-fetch-site': 'none' }), 200);
    assert.equal(await change({ origin: 'http://127.0.0.1:8080' }), 200);
    assert.equal(await change({ 'content-type': 'application/json; charset=utf-8' }), 200);
  });

  test('is refused where it comes from another site', async () => {
    for (const site of ['cross-site', 'same-site', 'anything'])
      assert.equal(await change({ 'sec-fetch-site': site, origin: 'http://127.0.0.1:8080' }), 403, site);
    for (const origin of ['http://attacker.test', 'http://127.0.0.1:9999', 'http://localhost:8080', 'null', ''])
      assert.equal(await change({ origin }), 403, origin);
  });

  test('is refused where it is not sent as JSON, as a form of another page would be', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])
      assert.equal(await change({ 'content-type': type }), 400, type);
    const bare = await house.ask('/api/house', { method: 'POST' });
    assert.equal(bare.status, 400);
  });
});

suite('the headers of every answer', () => {
  const POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${STYLE_HASHES.join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

  test('hold the strict policy, on pages, data, mistakes and refusals alike', async () => {
    const refusal = await house.app.request('/', { headers: { host: 'attacker.test' } });
    for (const response of [
      refusal,
      ...(await Promise.all([...PATHS, '/api/search'].map((path) => house.ask(path)))),
    ]) {
      assert.equal(response.headers.get('content-security-policy'), POLICY);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('x-frame-options'), 'DENY');
      assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.equal(response.headers.get('strict-transport-security'), null);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
  });

  test('allow exactly the two style elements that React Aria puts into a page', () => {
    const source = (file: string): string =>
      readFileSync(join(packageRoot, 'node_modules/react-aria/dist/private', file), 'utf8');
    const press = source('interactions/usePress.mjs');
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(press)?.[1];
    assert.ok(attribute, 'the attribute that React Aria marks what can be pressed with');
    const hashes = [press, source('overlays/usePreventScroll.mjs')].map((text) => {
      const style = /style\.textContent = `([^`]*)`\s*\.trim\(\)/.exec(text)?.[1];
      assert.ok(style, 'the style that React Aria puts into the page');
      const written = style.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
      assert.doesNotMatch(written, /\$\{/);
      return `'sha256-${createHash('sha256').update(written).digest('base64')}'`;
    });
    assert.deepEqual([...STYLE_HASHES].sort(), hashes.sort());
  });
});
