/** Starting the program: the first time, the second time, and everything that keeps it from starting. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { attune, builtWeb, served, start, temporaryFolder } from '../_server.ts';
import type { Ran } from '../_server.ts';

const STACK = /^\s+at .+[:(]/m;

const scratch = temporaryFolder();
after(() => scratch.remove());
before(builtWeb);

const folder = (name: string): string => join(scratch.path, name);
const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function taken(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A mistake of the person: one sentence on standard error, exit 1, nothing of the program's inside. */
function isOneSentence({ code, out, err }: Ran, sentence: RegExp): void {
  assert.equal(code, 1, out + err);
  assert.match(err, sentence);
  assert.equal(err.trim().split('\n').length, 1, err);
  assert.doesNotMatch(out + err, STACK);
}

suite('one data folder, started again and again', () => {
  const data = folder('again');
  const house = (): { id: string; sampleVersion: number } =>
    JSON.parse(readFileSync(join(data, 'sample', 'house.json'), 'utf8'));

  test('the first start makes the sample, says so, and keeps the folder to its owner', async () => {
    const server = await served({ data });
    try {
      assert.match(server.said(), /Making the sample house …/);
      assert.match(server.said(), new RegExp(`Attune is at ${server.address} \\(the sample house\\)\\.`));
      assert.equal((await fetch(`${server.address}/healthz`)).status, 200);
      assert.deepEqual(await (await fetch(`${server.address}/readyz`)).json(), {
        ready: true,
        house: 'sample',
      });
      assert.equal(rights(data), '700');
      assert.equal(rights(join(data, 'sample')), '700');
      assert.equal(rights(join(data, 'home')), '700');
      assert.equal(
        existsSync(join(data, 'home', 'library.sqlite')),
        false,
        'papers are for the first import, not for looking',
      );
    } finally {
      assert.equal(await server.stop(), 0);
    }
    assert.match(server.said(), /Stopping\./);
  });

  test('the second start is quick and leaves the sample as it is', async () => {
    const { id } = house();
    const began = performance.now();
    const server = await served({ data });
    const seconds = (performance.now() - began) / 1000;
    await server.stop();
    assert.ok(seconds < 10, `ready after ${seconds.toFixed(1)} s`);
    assert.doesNotMatch(server.said(), /Making the sample/);
    assert.equal(house().id, id);
  });

  test('an older sample is made anew, with a sentence', async () => {
    const before = house();
    writeFileSync(join(data, 'sample', 'house.json'), JSON.stringify({ ...before, sampleVersion: 0 }));
    const server = await served({ data });
    await server.stop();
    assert.match(server.said(), /This version brings another sample: making the sample house anew …/);
    assert.notEqual(house().id, before.id);
    assert.equal(house().sampleVersion, before.sampleVersion);
  });

  test('stopped by INT it ends as well as by TERM', async () => {
    const server = await served({ data });
    assert.equal(await server.stop('SIGINT'), 0);
    await assert.rejects(fetch(server.address));
  });

  test('each line of the log is one JSON document, and no search is in it', async () => {
    const server = await served({ data, environment: { LOG_LEVEL: 'trace' } });
    await fetch(`${server.address}/api/search?q=delirium`);
    await fetch(`${server.address}/api/papers/10.5555%2Fattune.sample.0028`);
    await fetch(`${server.address}/paper/10.5555/attune.sample.0028`);
    await server.stop();
    const lines = server.said().trim().split('\n');
    for (const line of lines) assert.ok(typeof JSON.parse(line) === 'object');
    assert.ok(lines.some((line) => line.includes('/api/search')));
    assert.doesNotMatch(server.said(), /delirium|sample\.0028/i);
  });
});

suite('what keeps it from starting', () => {
  test('the port asked for is taken: one sentence, exit 1', async () => {
    const other = await taken(0);
    const { port } = other.address() as AddressInfo;
    try {
      isOneSentence(
        await attune(['serve'], { ATTUNE_DATA: folder('again'), PORT: String(port) }),
        new RegExp(`^Port ${port} is taken by another program\\. Stop it, or set PORT to a free one\\.$`, 'm'),
      );
    } finally {
      other.close();
    }
  });

  test('an address that others can reach is refused before anything is made', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5'])
      isOneSentence(await attune(['serve'], { ATTUNE_DATA: folder('never'), HOST: host }), /which others can reach/);
    assert.equal(existsSync(folder('never')), false);
  });

  test('a house with nobody to ask is not opened to others, and a setting that will not do is named', async () => {
    const data = folder('open');
    const others = { HOST: '0.0.0.0', PUBLIC_URL: 'https://attune.example.org' };
    isOneSentence(await attune(['serve'], { ATTUNE_DATA: data, ...others }), /this house has nobody yet/);
    isOneSentence(
      await attune(['serve'], { ATTUNE_DATA: data, TIME_ZONE: 'Mars' }),
      /^TIME_ZONE needs the name of a time zone/,
    );
  });

  test('a folder that holds other things is left alone', async () => {
    for (const [given, inside] of [
      [['serve', '--data', folder('photos')], folder('photos')],
      [['serve'], join(folder('album'), 'sample')],
    ] as const) {
      mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, 'holiday.jpg'), 'a picture');
      const ran = await attune(given, { ATTUNE_DATA: folder('album') });
      isOneSentence(ran, /holds other things and is no house of Attune/);
      assert.equal(readFileSync(join(inside, 'holiday.jpg'), 'utf8'), 'a picture');
    }
  });

  test('a house of a newer version, and one whose mark is damaged, are left alone', async () => {
    for (const [text, sentence] of [
      ['{"kind":"home","id":"a","format":99}', /was made by a newer version of Attune/],
      ['{"kind":', /house\.json is damaged/],
    ] as const) {
      mkdirSync(folder('marked'), { recursive: true });
      writeFileSync(join(folder('marked'), 'house.json'), text);
      isOneSentence(await attune(['serve', '--data', folder('marked')]), sentence);
      assert.equal(readFileSync(join(folder('marked'), 'house.json'), 'utf8'), text);
    }
  });
});

test('the usual port gives way to the next free one', async () => {
  // Where something else has it already, it is just as taken.
  const holder = await taken(8080).catch(() => undefined);
  const server = start('sh', ['./attune', 'serve'], { ATTUNE_DATA: folder('again') });
  try {
    const address = await said(server, /Attune is at http:\/\/127\.0\.0\.1:(\d+)/);
    assert.ok(Number(address) > 8080, address);
    assert.equal((await fetch(`http://127.0.0.1:${address}/readyz`)).status, 200);
  } finally {
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    holder?.close();
  }
});

async function said(server: ReturnType<typeof start>, words: RegExp): Promise<string> {
  for (let tries = 0; tries < 300 && server.child.exitCode === null; tries += 1) {
    const found = words.exec(server.said())?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never said ${words}, but:\n${server.said()}`);
}
