/** Where requests may go, and above all where not: into the house's own network, or wherever a redirect points. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideOptions } from '#outside/index.ts';
import { isPrivateAddress } from '../../src/outside/private-addresses.ts';
import { freePort } from '../_server.ts';
import { elsewhere, serviceAt, SHORT, wayOut } from './_service.ts';

// Nobody is silent here, and a machine that is busy with other things is no reason to give up.
const PATIENT = { ...SHORT, silenceMs: 5_000, wholeMs: 10_000 };
const sentenceOf = (url: string, different: Partial<OutsideOptions> = {}): Promise<string> =>
  wayOut(different)
    .service(PATIENT)
    .request({ url })
    .then(
      ({ status }) => `answered ${status}`,
      (thrown: Error) => thrown.message,
    );

for (const [url, clause] of [
  ['https://evil.test/', 'is at evil.test, which is not among the hosts that may be asked'],
  ['http://pubmed.test/', 'is not https'],
  ['https://pubmed.test:8443/', 'asks for a port of its own'],
  ['https://ward:secret@pubmed.test/', 'carries a name or a password'],
  ['https://169.254.169.254/latest/', 'leads into a private network'],
  ['https://0x7f.1/', 'leads into a private network'],
  ['https://[::ffff:10.0.0.1]/', 'leads into a private network'],
  ['https://1.1.1.1/', 'is at 1.1.1.1, which is not among the hosts that may be asked'],
] as const)
  for (const isProxied of [false, true])
    test(`${url} is refused${isProxied ? ' behind a proxy too' : ''}`, async () => {
      assert.equal(
        await sentenceOf(url, { hosts: ['pubmed.test', '0x7f.1'], isProxied: () => isProxied }),
        `PubMed was not asked: its address ${clause}. Import files instead.`,
      );
    });

test('an address that cannot be read is refused without being repeated', async () => {
  assert.equal(
    await sentenceOf('api_key=SECRET'),
    'PubMed was not asked: its address cannot be read. Import files instead.',
  );
});

test('a name on the list that leads to a private address is refused when the connection is made', async () => {
  assert.equal(
    await sentenceOf('https://localhost/', { hosts: ['localhost'] }),
    'PubMed was not asked: its address leads into a private network. Import files instead.',
  );
});

test('what the configuration names may be private and plain, at its own port alone', async (t) => {
  const there = await elsewhere(t, (_, request, response) => response.end(request.headers.host));
  const byName = there.address.replace('127.0.0.1', 'localhost');
  assert.equal(await sentenceOf(byName, { named: [byName] }), 'answered 200');
  assert.match(await sentenceOf(there.address, { named: ['http://127.0.0.1:1'] }), /leads into a private network/);
  assert.equal(there.requests.length, 1);
});

test('a redirect is followed to where a request may go, and the headers stay behind', async (t) => {
  const other = await elsewhere(t, (_, request, response) => response.end(`key ${request.headers['x-key']}`));
  const there = await elsewhere(t, (_, __, response) => response.writeHead(302, { location: other.address }).end());
  const service = wayOut({ named: [there.address, other.address] }).service(PATIENT);
  const { body } = await service.request({ url: there.address, headers: { 'x-key': 'word' } });
  assert.equal(body.toString(), 'key undefined');
});

test('a redirect off the list, in circles or to nowhere is refused', async (t) => {
  const off = await elsewhere(t, (_, __, response) => response.end('secret of the network'));
  const there = await elsewhere(t, () => undefined);
  const sent = async (location: string): Promise<string> => {
    there.answer = (_, __, response) => response.writeHead(301, { location }).end();
    return sentenceOf(there.address, { named: [there.address], hosts: ['localhost'] });
  };
  const prefix = 'PubMed sends the request on to an address that';
  assert.equal(await sent(off.address), `${prefix} leads into a private network. Import files instead.`);
  assert.equal(
    await sent('https://evil.test/?api_key=SECRET'),
    `${prefix} is at evil.test, which is not among the hosts that may be asked. Import files instead.`,
  );
  assert.equal(await sent('https://localhost/'), `${prefix} leads into a private network. Import files instead.`);
  assert.equal(
    await sent('http://['),
    'PubMed sends the request on to an address that cannot be read. Import files instead.',
  );
  const before = there.requests.length;
  assert.equal(await sent('/again'), 'PubMed sends the request on more than 3 times. Import files instead.');
  assert.equal(there.requests.length - before, 4);
  assert.equal(off.requests.length, 0);
});

test('a form that is sent on becomes a fetch where the service says so, and is refused else', async (t) => {
  const there = await elsewhere(t, (_, request, response) =>
    request.url === '/done' ? response.end('done') : response.writeHead(303, { location: '/done' }).end(),
  );
  const service = serviceAt(there.address);
  const { body } = await service.request({ url: there.address, form: { id: '1' } });
  assert.equal(body.toString(), 'done');
  assert.deepEqual(
    there.requests.map(({ method, body }) => `${method} ${body}`),
    ['POST id=1', 'GET '],
  );
  there.answer = (_, __, response) => response.writeHead(307, { location: '/done' }).end();
  await assert.rejects(service.request({ url: there.address, form: { id: '1' } }), {
    code: 'outside_failed',
    message: 'PubMed sends the form on to another address, which is not done. Import files instead.',
  });
});

test('without a network it is said after three tries, with what may be missing', async () => {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const service = { ...SHORT, tries: 8 };
  const sentence = async (different: Partial<OutsideOptions>, url: string): Promise<string> =>
    wayOut(different)
      .service(service)
      .request({ url })
      .then(
        () => 'answered',
        (thrown: Error) => thrown.message,
      );
  assert.equal(
    await sentence({ hosts: ['nowhere.invalid'] }, 'https://nowhere.invalid/'),
    'PubMed cannot be reached from this machine (there is no network, or a proxy is needed: HTTPS_PROXY); 3 tries. Import files instead.',
  );
  assert.equal(
    await sentence({ named: [nowhere] }, nowhere),
    'PubMed cannot be reached because nothing answers at the address that the settings give for it; 3 tries. Import files instead.',
  );
});

test('private addresses are known in every spelling, and public ones let through', () => {
  const hidden =
    '0.1.2.3 10.1.2.3 100.64.0.1 127.9.9.9 169.254.169.254 172.31.0.1 192.168.1.1 224.0.0.1 255.255.255.255 168.63.129.16 ' +
    ':: ::1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::10.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 ' +
    'fec0::1 ff02::1 2002:a00:1:: 2001:0:1::1 name';
  for (const address of hidden.split(' ')) assert.equal(isPrivateAddress(address), true, address);
  const open = '1.1.1.1 100.128.0.1 172.32.0.1 130.14.29.110 2607:f220:41e:4290::110 ::ffff:1.1.1.1 64:ff9b::101:101';
  for (const address of open.split(' ')) assert.equal(isPrivateAddress(address), false, address);
});
