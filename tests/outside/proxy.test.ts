/** The way out behind a proxy: the proxy looks names up, and what is private is refused all the same. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { freePort, start, temporaryFolder } from '../_server.ts';
import { openTunnel } from '../_tunnel.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

suite('the way out behind a proxy', { skip: hasOpenssl ? false : 'needs openssl: apt-get install openssl' }, () => {
  const scratch = temporaryFolder();
  const certificate = join(scratch.path, 'service.pem');
  const key = join(scratch.path, 'service.key');
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let refusal: string | undefined;
  let service: Server;
  let proxy: Server;

  before(async () => {
    const given =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=service.test ' +
      `-addext subjectAltName=DNS:service.test -keyout ${key} -out ${certificate}`;
    execFileSync('openssl', given.split(' '), { stdio: 'pipe' });
    service = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, answer) =>
      answer.end('hello'),
    );
    proxy = createServer();
    proxy.on('connect', (request, socket: Socket) => {
      asked.push(request.url ?? '');
      if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal}\r\n\r\n`);
      openTunnel(socket, portOf(service), sockets);
    });
    for (const server of [service, proxy]) await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  after(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of [service, proxy]) {
      server.closeAllConnections();
      server.close();
    }
    scratch.remove();
  });

  async function ask(urls: readonly string[], environment: Record<string, string> = {}): Promise<string[]> {
    asked.length = 0;
    const child = start('sh', ['./attune', '--node', 'tests/outside/_ask.ts', ...urls], {
      HTTPS_PROXY: `http://ward:secret@127.0.0.1:${portOf(proxy)}`,
      EXTRA_CA_FILE: certificate,
      ...environment,
    });
    await child.ended;
    return child.said().trim().split('\n');
  }

  test('a service is asked through it, by the name that only it can look up', async () => {
    assert.deepEqual(await ask(['https://service.test/']), ['came: 200 hello']);
    assert.deepEqual(asked, ['service.test:443']);
  });

  test('private addresses and hosts off the list are refused, and a machine that is named is asked past it', async () => {
    const plain = createServer((_, answer) => answer.end('near')).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const near = `http://127.0.0.1:${portOf(plain)}`;
    const lines = await ask(['https://10.0.0.1/', 'https://evil.test/', near], { NAMED: near });
    plain.closeAllConnections();
    plain.close();
    assert.deepEqual(lines, [
      'failed: PubMed was not asked: its address leads into a private network. Import files instead.',
      'failed: PubMed was not asked: its address is at evil.test, which is not among the hosts that may be asked. Import files instead.',
      'came: 200 near',
    ]);
    assert.deepEqual(asked, []);
  });

  test('a host that goes past it is looked up and checked here', async () => {
    assert.deepEqual(await ask(['https://localhost/']), [
      'failed: PubMed was not asked: its address leads into a private network. Import files instead.',
    ]);
    assert.match((await ask(['https://service.test/'], { NO_PROXY: 'service.test' })).join(), /no network/);
    assert.deepEqual(asked, []);
  });

  test('a proxy that refuses or does not answer is named', async () => {
    refusal = '407 Proxy Authentication Required';
    assert.deepEqual(await ask(['https://service.test/']), [
      'failed: PubMed cannot be reached: the proxy that is set (HTTPS_PROXY) answered with status 407. Import files instead.',
    ]);
    assert.equal(asked.length, 1);
    refusal = undefined;
    assert.deepEqual(await ask(['https://service.test/'], { HTTPS_PROXY: `http://127.0.0.1:${await freePort()}` }), [
      'failed: PubMed cannot be reached because the proxy that is set (HTTPS_PROXY) does not answer; 3 tries. Import files instead.',
    ]);
  });

  test('a certificate that is not trusted is said so, once', async () => {
    const [line = ''] = await ask(['https://service.test/'], { EXTRA_CA_FILE: '' });
    assert.match(line, /^failed: PubMed shows a certificate that is not trusted here \([A-Z_]+; EXTRA_CA_FILE adds/);
    assert.equal(asked.length, 1);
  });
});
