/** Wishes as jobs: kept current by what is new, tried again when the network is gone, files from the page, and what people are told. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bringHandlers, bringing, runJob } from '#app/index.ts';
import type { Bring, JobState } from '#app/index.ts';
import { ncbiClient, openLibrary } from '#library/index.ts';
import type { CivilDate } from '#model/index.ts';
import { createOutside } from '#outside/index.ts';
import { packageRoot } from '../_package.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Ncbi } from '../_ncbi.ts';
import { clocked } from './_clocked.ts';

const DAY = 86_400_000;
const closing: (() => unknown)[] = [];
after(async () => {
  for (const close of closing) await close();
});

interface World {
  readonly ncbi: Ncbi;
  readonly bring: Bring;
  readonly folder: string;
  /** Does whatever may run now. @returns how many jobs that were. */
  work(): Promise<number>;
  move(ms: number): void;
}

async function world(papers = madeUpPapers(30)): Promise<World> {
  const ncbi = await startNcbi({ papers });
  const { store, folder, move, close } = await clocked();
  closing.push(() => ncbi.close(), close);
  const outside = createOutside({ hosts: [], named: [ncbi.address], isProxied: () => false, userAgent: 'Attune test' });
  const client = ncbiClient(outside, {
    url: ncbi.address,
    email: async () => 'house@example.org',
    key: 'inventedkey',
    backOff: { firstMs: 5, mostMs: 20 },
  });
  const handlers = bringHandlers({
    store,
    ncbi: client,
    openLibrary: () => openLibrary(folder, { reading: 'here' }),
    withoutAbstracts: [],
    today: () => '2026-03-09' as CivilDate,
  });
  const worker = { store, handlers, signal: new AbortController().signal, onUnexpected: assert.ifError, retries: true };
  return {
    ncbi,
    bring: bringing(store, client),
    folder,
    move,
    async work() {
      await store.schedules.queueDue();
      for (let count = 0; ; count += 1) {
        const job = await store.jobs.lease(Object.keys(handlers));
        if (job === undefined) return count;
        await runJob(job, worker);
      }
    },
  };
}

const latest = async (bring: Bring): Promise<JobState> => {
  const { jobs } = await bring.jobs();
  assert.ok(jobs[0]);
  return jobs[0];
};

test('what is kept current brings everything first and then, each day, what entered since', async () => {
  const { ncbi, bring, work, move } = await world();
  const first = await bring.fetch({ query: 'invented', max: 100, keepCurrent: true });
  assert.deepEqual([first.kind, first.title, first.status], ['keep-current', '“invented”', 'waiting']);
  assert.equal(await work(), 1);
  assert.equal((await latest(bring)).added, 30);
  ncbi.papers.push({ pmid: '99005001', title: 'A new invented paper.', edat: '2020/01/05' });
  move(DAY);
  assert.equal(await work(), 1);
  const second = await latest(bring);
  assert.deepEqual([second.added, second.total], [1, 11]);
  move(DAY);
  await work();
  assert.deepEqual(
    [(await latest(bring)).added, (await latest(bring)).unchanged],
    [0, 1],
    'the last day is looked through again',
  );
  const { kept } = await bring.jobs();
  assert.deepEqual([kept.length, kept[0]?.lastAdded], [1, 0]);
  await bring.endKept(kept[0]?.id ?? 0);
  move(7 * DAY);
  assert.equal(await work(), 0);
  await assert.rejects(bring.endKept(99), /Nothing is kept current under the number 99/);
});

test('a list that is kept current is fetched whole, so that a retraction of one of its papers arrives', async () => {
  const { ncbi, bring, work, move } = await world();
  await bring.fetch({ ids: '99000001\n99000002', max: 1, keepCurrent: true });
  await work();
  assert.deepEqual([(await latest(bring)).title, (await latest(bring)).added], ['2 papers by number', 2]);
  const [paper] = ncbi.papers;
  assert.ok(paper);
  ncbi.papers[0] = { ...paper, retracted: true };
  move(DAY);
  await work();
  assert.deepEqual([(await latest(bring)).updated, (await latest(bring)).unchanged], [1, 1]);
});

test('the papers of a journal are asked for by its name', async () => {
  const { ncbi, bring, work } = await world();
  assert.equal((await bring.count({ journal: 'J Invent Ward Med' })).total, 30);
  await bring.fetch({ journal: 'J Invent Ward Med', max: 5, keepCurrent: false });
  await work();
  const { title, added, total } = await latest(bring);
  assert.deepEqual([title, added, total], ['J Invent Ward Med', 5, 30]);
  assert.equal(ncbi.requests.at(-2)?.params['term'], '"J Invent Ward Med"[ta]');
});

test('a job that fails for want of the network is tried again by itself, three times, and then waits for a person', async () => {
  const { ncbi, bring, work, move } = await world();
  ncbi.fault = () => 'status 429';
  const { id } = await bring.fetch({ query: 'invented', max: 100, keepCurrent: false });
  for (const _ of [1, 2, 3]) {
    assert.equal(await work(), 1);
    const job = await bring.job(id);
    assert.equal(job.status, 'waiting');
    assert.ok(job.againAt !== undefined && /PubMed/.test(job.error ?? ''), JSON.stringify(job));
    move(31 * 60_000);
  }
  await work();
  assert.equal((await bring.job(id)).status, 'failed');
  move(DAY);
  assert.equal(await work(), 0);
  ncbi.fault = undefined;
  assert.equal((await bring.resume(id)).status, 'waiting');
  move(61_000);
  await work();
  assert.deepEqual([(await bring.job(id)).status, (await bring.job(id)).added], ['done', 30]);
  await assert.rejects(bring.resume(id), /This is done/);
  await assert.rejects(bring.stop(id), /ended already/);
  await assert.rejects(bring.job(404), /There is no job 404/);
});

test('a file from the page comes in and is taken away again; one that is none is named by its own name', async () => {
  const { bring, folder, work } = await world();
  const good = join(folder, 'sent-1.xml');
  copyFileSync(join(packageRoot, 'tests/cases/l01-italics-in-title/records.xml'), good);
  await bring.importFile({ path: good, title: 'export.xml' });
  await work();
  const done = await latest(bring);
  assert.deepEqual([done.kind, done.title, done.status], ['import', 'export.xml', 'done']);
  assert.ok(done.added > 0 && !existsSync(good));
  const bad = join(folder, 'sent-2.xml');
  writeFileSync(bad, 'PK no XML at all');
  await bring.importFile({ path: bad, title: 'letter.docx' });
  await work();
  const failed = await latest(bring);
  assert.equal(failed.status, 'failed');
  assert.match(failed.error ?? '', /letter\.docx/);
  assert.doesNotMatch(failed.error ?? '', /sent-2/);
});

test('a wish that says nothing, or two things, is refused with a sentence', async () => {
  const { bring } = await world();
  for (const wish of [{}, { query: '  ' }, { query: 'a', ids: '1' }])
    await assert.rejects(bring.fetch({ max: 1, keepCurrent: false, ...wish }), /Say which papers/);
});
