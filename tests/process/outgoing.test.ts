/** What leaves the process: through the proxy that is set, trusting the authority that is added, and neither more than that. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { start, temporaryFolder } from '../_server.ts';
import { openTunnel } from '../_tunnel.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

suite('what leaves the process', { skip: hasOpenssl ? false : 'needs openssl: apt-get install openssl' }, () => {
  const scratch = temporaryFolder();
  const file = (name: string): string => join(scratch.path, name);
  const openssl = (...words: string[]): void =>
    void execFileSync('openssl', words, { cwd: scratch.path, stdio: 'pipe' });
  /** What the proxy was asked to reach, with the word it was asked with. */
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let service: Server;
  let proxy: Server;

  before(async () => {
    makeCertificates();
    service = createSecureServer(
      { key: readFileSync(file('service.key')), cert: readFileSync(file('service.pem')) },
      (_, answer) => answer.end('hello'),
    );
    proxy = createServer((_, answer) => answer.writeHead(500).end());
    proxy.on('connect', (request, socket: Socket) => {
      asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? 'no word'}`);
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

  function makeCertificates(): void {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Authority of a test',
    );
    openssl('req', ...key, '-keyout', 'service.key', '-out', 'service.csr', '-subj', '/CN=service.test');
    writeFileSync(file('names'), 'subjectAltName=DNS:service.test,DNS:localhost,IP:127.0.0.1\n');
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
    openssl('x509', '-req', '-in', 'service.csr', ...signed, '-out', 'service.pem');
  }

  async function ask(
    host: string,
    environment: Record<string, string>,
  ): Promise<{ answer: string; through: string[] }> {
    asked.length = 0;
    const child = start(
      'sh',
      ['./attune', '--node', 'tests/process/_outside.ts', `https://${host}:${portOf(service)}/`],
      environment,
    );
    await child.ended;
    return { answer: child.said().trim(), through: [...asked] };
  }
  const throughProxy = (): Record<string, string> => ({ HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}` });
  const trusting = (): Record<string, string> => ({ EXTRA_CA_FILE: file('ca.pem') });

  test('goes through the proxy and trusts the authority that was added', async () => {
    const { answer, through } = await ask('service.test', { ...throughProxy(), ...trusting() });
    assert.equal(answer, 'came: hello');
    assert.deepEqual(through, [`service.test:${portOf(service)} no word`]);
  });

  test('gives the proxy the name and word that stand in its address', async () => {
    const { through } = await ask('service.test', {
      HTTPS_PROXY: `http://ward:secret@127.0.0.1:${portOf(proxy)}`,
      ...trusting(),
    });
    assert.deepEqual(through, [
      `service.test:${portOf(service)} Basic ${Buffer.from('ward:secret').toString('base64')}`,
    ]);
  });

  test('does not trust an authority that was not added', async () => {
    const { answer, through } = await ask('service.test', throughProxy());
    assert.match(answer, /^failed: (UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/);
    assert.equal(through.length, 1);
  });

  test('goes past the proxy for hosts that are named, and for loopback always', async () => {
    const named = await ask('service.test', {
      ...throughProxy(),
      ...trusting(),
      NO_PROXY: 'elsewhere.test,service.test',
    });
    assert.match(named.answer, /^failed: (ENOTFOUND|EAI_AGAIN)/, 'the name leads nowhere without the proxy');
    assert.deepEqual(named.through, []);
    for (const host of ['127.0.0.1', 'localhost'])
      assert.deepEqual(await ask(host, { ...throughProxy(), ...trusting() }), { answer: 'came: hello', through: [] });
  });

  test('goes out by itself where no proxy is set', async () => {
    assert.deepEqual(await ask('127.0.0.1', trusting()), { answer: 'came: hello', through: [] });
  });
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
