/**
 * A house on bad ground: a disk that fills up, and a folder that may not be written. What was committed stays, one sentence
 * says what is wrong, and with room again the same command goes on. Needs root, for a small file system and another account.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, suite, test } from 'node:test';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import { articleSet } from '../_ncbi-papers.ts';
import { attune, builtWeb, served, start, temporaryFolder } from '../_server.ts';
import type { Served } from '../_server.ts';
import { asNobody, isOneSentence, needsMount, needsRoot, smallDisk } from './_bad-ground.ts';
import type { SmallDisk } from './_bad-ground.ts';

/** About 20 MB of XML and 19 MB of library. */
const MANY = 10_000;
/** What a library of some of them fits into. */
const ROOM = '9m';

const scratch = temporaryFolder();
after(() => scratch.remove());
const skipWithoutMount = needsMount(scratch.path);
const many = join(scratch.path, 'many.xml');
const few = join(scratch.path, 'few.xml');
before(() => {
  writeFileSync(many, articleSet(madeUpPapers(MANY)));
  writeFileSync(few, articleSet(madeUpPapers(50)));
});

async function papersIn(house: string): Promise<number> {
  const { code, out, err } = await attune(['search', '--json', 'invented', '--data', house]);
  assert.equal(code, 0, err);
  return (JSON.parse(out) as { total: number }).total;
}

async function isUndamaged(house: string): Promise<void> {
  const { code, out, err } = await attune(['doctor', '--data', house]);
  assert.equal(code, 0, out + err);
  assert.match(out, /^good +index +The index agrees with the records\.$/m);
}

/** The same command once there is room: it goes on behind what was in, and everything is in then. */
async function goesOn(house: string, before: number): Promise<void> {
  const { code, out, err } = await attune(['import', '--json', many, '--data', house]);
  assert.equal(code, 0, err);
  const { records, added, updated, unchanged } = JSON.parse(out) as Record<string, number>;
  assert.deepEqual([records, added, updated, unchanged], [MANY, MANY - before, 0, before]);
  assert.equal(await papersIn(house), MANY);
  await isUndamaged(house);
}

suite('a disk that fills up', () => {
  test(
    'during an import, on a small file system: what came in stays, and goes on with room',
    { skip: skipWithoutMount },
    async () => {
      const disk = smallDisk(scratch.path, 'import', ROOM) as SmallDisk;
      try {
        const house = join(disk.path, 'home');
        isOneSentence(
          await attune(['import', many, '--data', house]),
          /^The disk is full\. .* is kept\. Make room, then try again/,
        );
        const came = await papersIn(house);
        assert.ok(came > 0 && came < MANY, `${came} papers`);
        await isUndamaged(house);
        isOneSentence(await attune(['import', many, '--data', house]), /^The disk is full\./);
        assert.ok((await papersIn(house)) >= came);
        const before = await papersIn(house);
        disk.grow('200m');
        await goesOn(house, before);
      } finally {
        disk.remove();
      }
    },
  );

  test('or a limit on the size of files, in a shell with ulimit', async () => {
    const house = join(scratch.path, 'limited');
    // In blocks of 512 or of 1024 bytes, as the shell has it: 7 or 14 MB, less than the whole library.
    const limited = `ulimit -f 14000; exec ./attune import ${many} --data ${house}`;
    const { child, ended, said } = start('sh', ['-c', limited]);
    const alarm = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const code = await ended;
    clearTimeout(alarm);
    isOneSentence({ code, out: '', err: said() }, /^The disk (could not be read or written|is full)\./);
    await isUndamaged(house);
    await goesOn(house, await papersIn(house));
  });

  test(
    'from the very first byte: a house that was begun is made once there is room',
    { skip: skipWithoutMount },
    async () => {
      const disk = smallDisk(scratch.path, 'first', '40k') as SmallDisk;
      try {
        const house = join(disk.path, 'home');
        isOneSentence(await attune(['import', few, '--data', house]), /full/);
        disk.grow('50m');
        assert.equal((await attune(['import', few, '--data', house])).code, 0);
        assert.equal(await papersIn(house), 50);
      } finally {
        disk.remove();
      }
    },
  );
});

interface Job {
  readonly id: number;
  readonly status: string;
  readonly added: number;
  readonly unchanged: number;
}

suite('a disk that fills up under a running server', { skip: skipWithoutMount }, () => {
  let disk: SmallDisk;
  let server: Served;
  let ncbi: Awaited<ReturnType<typeof startNcbi>>;
  before(async () => {
    await builtWeb();
    disk = smallDisk(scratch.path, 'served', ROOM) as SmallDisk;
    ncbi = await startNcbi({ papers: madeUpPapers(200, 99_500_001), perSecond: false });
    server = await served({
      data: disk.path,
      given: ['--data', join(disk.path, 'home')],
      environment: { NCBI_URL: ncbi.address, CONTACT_EMAIL: 'house@example.org' },
    });
  });
  after(async () => {
    await server.stop();
    await ncbi.close();
    disk.remove();
  });
  const send = (file: string): Promise<Response> =>
    fetch(`${server.address}/api/imports?name=many.xml`, {
      method: 'POST',
      body: readFileSync(file),
      headers: { 'content-type': 'application/octet-stream' },
    });
  const wish = (): Promise<Response> =>
    fetch(`${server.address}/api/fetches`, {
      method: 'POST',
      body: JSON.stringify({ query: 'invented' }),
      headers: { 'content-type': 'application/json' },
    });
  const sentence = async (response: Response): Promise<string> =>
    ((await response.json()) as { error: { message: string } }).error.message;
  const jobs = async (): Promise<{ jobs: Job[]; papers: number }> =>
    (await fetch(`${server.address}/api/jobs`)).json() as Promise<{ jobs: Job[]; papers: number }>;

  test('a file that does not fit is refused with a sentence, and nothing of it stays', async () => {
    const answer = await send(many);
    assert.equal(answer.status, 503);
    assert.equal(
      await sentence(answer),
      'The file many.xml could not be kept: the disk is full. Make room, then send it again.',
    );
    assert.deepEqual(readdirSync(join(disk.path, 'home', 'inbox')), []);
  });

  test('a wish for papers is refused with a sentence, searches are answered, and with room all goes on', async () => {
    const { job } = (await (await send(few)).json()) as { job: Job };
    await ended(job.id);
    const filler = join(disk.path, 'filler');
    // As far as it goes: a byte is left over only where no page fits.
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']);
    const refused = await refusal();
    assert.match(refused, /^The disk is full\. What was committed before is kept\. Make room, then try again/);
    const found = await fetch(`${server.address}/api/search?q=invented`);
    assert.equal(found.status, 200);
    disk.grow('200m');
    const answer = await wish();
    assert.equal(answer.status, 200);
    const { job: fetched } = (await answer.json()) as { job: Job };
    await ended(fetched.id);
    assert.equal((await jobs()).papers, 250);
    await isUndamaged(join(disk.path, 'home'));
  });

  /** The journals of the house have some room left in themselves: wishes are taken until it is used up. */
  async function refusal(): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await wish();
      if (answer.status !== 200) return sentence(answer);
    }
    throw new Error('Every wish was taken.');
  }

  async function ended(id: number): Promise<void> {
    for (const until = Date.now() + 60_000; Date.now() < until; await wait(100)) {
      const job = (await jobs()).jobs.find((each) => each.id === id);
      if (job?.status === 'done') return;
    }
    throw new Error(`Job ${id} was not done: ${JSON.stringify(await jobs())}\n${server.said()}`);
  }
});

suite('a folder that may not be written', { skip: needsRoot() }, () => {
  const data = join(scratch.path, 'data');
  const home = join(data, 'home');
  before(async () => {
    await builtWeb();
    chmodSync(scratch.path, 0o755);
    const made = await attune(['import', few, '--data', home]);
    assert.equal(made.code, 0, made.err);
    chmodSync(data, 0o755);
    chmodSync(home, 0o755);
    for (const name of readdirSync(home)) chmodSync(join(home, name), 0o644);
  });
  const run = (given: readonly string[], parent = data): ReturnType<typeof asNobody> =>
    asNobody(given, { ATTUNE_DATA: parent, HOME: scratch.path });
  const state = (): string[] =>
    readdirSync(data, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => `${name} ${statSync(join(data, name)).mode} ${statSync(join(data, name)).mtimeMs}`);

  test('import, fetch, jobs and serve each say so in one sentence and change nothing', async () => {
    const before = state();
    for (const given of [['import', many], ['fetch', 'invented'], ['jobs'], ['serve', '--data', home]])
      isOneSentence(await run(given), /(library|records)\.sqlite may not be written by this account\. Run this as/);
    assert.deepEqual(state(), before);
  });

  test('searching and showing work, and doctor says what will not', async () => {
    const before = state();
    const found = await run(['search', 'invented']);
    assert.deepEqual([found.code, found.err], [0, '']);
    assert.match(found.out, /^50 papers of 50$/m);
    assert.equal((await run(['show', '99000003'])).code, 0);
    const { code, out } = await run(['doctor']);
    assert.equal(code, 0, out);
    assert.match(
      out,
      /^WARNING +writable +This account may not write .*: imports, fetches and the server will fail\./m,
    );
    assert.deepEqual(state(), before);
  });

  test('a house that may not even be read is told so, and is not taken for none', async () => {
    const closed = join(data, 'closed');
    cpSync(home, closed, { recursive: true });
    chmodSync(closed, 0o700);
    for (const given of [['import', many], ['search', 'invented'], ['doctor'], ['serve']])
      isOneSentence(await run([...given, '--data', closed]), /house\.json may not be read by this account\./);
  });

  test('where there is no house and none can be made, that is told', async () => {
    const empty = join(scratch.path, 'empty');
    mkdirSync(empty, { mode: 0o755 });
    for (const given of [
      ['import', many],
      ['fetch', 'invented'],
      ['serve', '--data', join(empty, 'home')],
    ])
      isOneSentence(await run(given, empty), /^The folder .*home cannot be made: .*Check its rights and the disk\.$/m);
    assert.deepEqual(readdirSync(empty), []);
  });
});
