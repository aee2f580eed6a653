/** Jobs under leases: one holder at a time, whoever was away too long is refused, and a clock that jumps stops nothing. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LEASE_MS, openRecordStore } from '#storage/index.ts';
import type { Job, JobStore, ScheduleStore } from '#storage/index.ts';
import { temporaryFolder } from '../_server.ts';
import { clocked } from './_clocked.ts';

const closing: (() => void)[] = [];
after(() => closing.forEach((close) => close()));

interface Stores {
  readonly jobs: JobStore;
  readonly schedules: ScheduleStore;
  readonly others: JobStore;
  move(ms: number): void;
  turn(): Promise<void>;
}

async function stores(): Promise<Stores> {
  const { store, others, move, close } = await clocked();
  closing.push(close);
  return { ...store, others, move, turn: () => store.takeTurn('elsewhere', 334) };
}

const KINDS = ['fetch'];
const wish = (n: number): { kind: string; lane: string; request: object } => ({
  kind: 'fetch',
  lane: `lane ${n}`,
  request: { n },
});
const leased = async (jobs: JobStore): Promise<Job> => {
  const job = await jobs.lease(KINDS);
  assert.ok(job, 'a job was free');
  return job;
};

test('a job is leased once, done once, and saying so twice changes nothing', async () => {
  const { jobs, others } = await stores();
  await jobs.add(wish(1));
  const job = await leased(jobs);
  assert.deepEqual([job.status, job.attempt, job.request], ['running', 1, { n: 1 }]);
  assert.equal(await others.lease(KINDS), undefined);
  assert.equal(await jobs.finish(job, { added: 3 }), true);
  assert.equal(await jobs.finish(job, { added: 4 }), true);
  assert.deepEqual((await others.get(job.id))?.result, { added: 3 });
  assert.equal(await jobs.fail(job, 'too late'), false);
  assert.equal((await jobs.get(job.id))?.status, 'done');
});

test('a holder that is silent loses its job, and what it says afterwards is refused', async () => {
  const { jobs, others, move } = await stores();
  await jobs.add(wish(1));
  const first = await leased(jobs);
  move(LEASE_MS - 1);
  assert.equal(await others.lease(KINDS), undefined);
  assert.equal(await jobs.renew(first), 'go on');
  move(LEASE_MS + 1);
  const second = await leased(others);
  assert.deepEqual([second.id, second.attempt], [first.id, 2]);
  assert.equal(await jobs.renew(first), 'lost');
  assert.equal(await jobs.finish(first, { added: 1 }), false);
  assert.equal(await jobs.fail(first, 'no'), false);
  await jobs.release(first);
  assert.equal((await jobs.get(first.id))?.status, 'running');
  assert.equal(await others.finish(second, { added: 2 }), true);
  assert.deepEqual((await jobs.get(first.id))?.result, { added: 2 });
});

test('of one lane a single job runs at a time, of two lanes one each', async () => {
  const { jobs } = await stores();
  for (const lane of ['a', 'a', 'b']) await jobs.add({ kind: 'fetch', lane, request: {} });
  const [first, other] = [await leased(jobs), await leased(jobs)];
  assert.deepEqual([first.lane, other.lane], ['a', 'b']);
  assert.equal(await jobs.lease(KINDS), undefined);
  await jobs.finish(first, {});
  assert.equal((await leased(jobs)).lane, 'a');
});

test('a clock that was set back a day neither holds a job fast nor puts one off', async () => {
  const { jobs, others, move, turn } = await stores();
  await jobs.add(wish(1));
  await jobs.add(wish(2));
  await turn();
  await leased(jobs);
  const later = await leased(jobs);
  await jobs.fail(later, 'the network is gone', 60_000);
  move(-86_400_000);
  assert.equal((await leased(others)).attempt, 2);
  assert.equal((await leased(others)).id, later.id);
  const started = performance.now();
  await turn();
  assert.ok(performance.now() - started < 1_000, 'a turn is not waited for until tomorrow');
});

test('a failure that time may mend waits its time; one that a person must mend waits for the person', async () => {
  const { jobs, move } = await stores();
  await jobs.add(wish(1));
  await jobs.fail(await leased(jobs), 'PubMed did not answer.', 60_000);
  assert.equal(await jobs.lease(KINDS), undefined);
  assert.deepEqual(
    (await jobs.list()).map(({ status, failures, error }) => [status, failures, error]),
    [['waiting', 1, 'PubMed did not answer.']],
  );
  move(60_001);
  const again = await leased(jobs);
  await jobs.fail(again, 'The disk is full.');
  move(86_400_000);
  assert.equal(await jobs.lease(KINDS), undefined);
  assert.equal((await jobs.resume(again.id))?.status, 'waiting');
  assert.equal((await leased(jobs)).failures, 0);
});

test('a job is stopped at once where nobody has it, and by its holder where somebody has', async () => {
  const { jobs, others } = await stores();
  const waiting = await jobs.add(wish(1));
  assert.equal((await others.stop(waiting.id))?.status, 'stopped');
  const running = await jobs.add(wish(2));
  const lease = await leased(jobs);
  assert.equal((await others.stop(running.id))?.status, 'running');
  assert.equal(await jobs.renew(lease, { done: 3 }), 'stop');
  await jobs.release(lease);
  assert.deepEqual((await jobs.get(running.id))?.status, 'stopped');
  assert.equal((await others.resume(running.id))?.status, 'waiting');
  assert.deepEqual((await leased(jobs)).progress, { done: 3 });
  assert.equal(await jobs.stop(999), undefined);
});

test('the same wish is one job as long as it is unfinished, and a new one after that', async () => {
  const { jobs } = await stores();
  const key = 'the same';
  const first = await jobs.add({ ...wish(1), key });
  assert.equal((await jobs.add({ ...wish(1), key })).id, first.id);
  await jobs.fail(await leased(jobs), 'no');
  const again = await jobs.add({ ...wish(1), key });
  assert.deepEqual([again.id, again.status], [first.id, 'waiting']);
  await jobs.finish(await leased(jobs), {});
  assert.notEqual((await jobs.add({ ...wish(1), key })).id, first.id);
});

test('a job that ends its program again and again without getting on is given up', async () => {
  const { jobs, move } = await stores();
  await jobs.add(wish(1));
  for (let crash = 0; crash < 6; crash += 1) {
    await leased(jobs);
    move(LEASE_MS + 1);
  }
  assert.equal(await jobs.lease(KINDS), undefined);
  const [job] = await jobs.list();
  assert.equal(job?.status, 'failed');
  assert.match(job?.error ?? '', /several times/);
});

test('what is due daily becomes one job, also after a week in which nothing ran, and nothing while one is unfinished', async () => {
  const { jobs, schedules, move } = await stores();
  const kept = await schedules.keep('fetch', 'a', { query: 'x' }, '17 4 * * *');
  assert.equal((await schedules.keep('fetch', 'a', { query: 'x' }, '30 5 * * *')).id, kept.id);
  await schedules.queueDue();
  assert.equal(await jobs.lease(KINDS), undefined);
  move(7 * 86_400_000);
  await schedules.queueDue();
  await schedules.queueDue();
  const job = await leased(jobs);
  assert.equal(job.schedule, kept.id);
  move(86_400_000);
  await schedules.queueDue();
  assert.equal((await jobs.list()).length, 1);
  const [next] = await schedules.list();
  assert.ok(next && Date.parse(next.nextAt) > Date.parse('2026-03-17T12:00:00Z'), next?.nextAt);
  const again = await leased(jobs);
  await jobs.finish(again, {});
  assert.equal((await jobs.lastDone(kept.id))?.id, job.id);
  move(86_400_000);
  await schedules.queueDue();
  assert.equal((await jobs.list()).length, 2);
  assert.equal(await schedules.end(kept.id), true);
  assert.equal(await schedules.end(kept.id), false);
  assert.deepEqual(await schedules.list(), []);
});

test('turns at a service lie apart, whichever process takes them', async () => {
  const folder = temporaryFolder();
  closing.push(folder.remove);
  const houses = [await openRecordStore(folder.path), await openRecordStore(folder.path)] as const;
  const at: number[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      await houses[n % 2]?.takeTurn('ncbi', 50);
      at.push(performance.now());
    }),
  );
  for (const house of houses) house.close();
  at.sort((a, b) => a - b);
  assert.ok((at.at(-1) ?? 0) - (at[0] ?? 0) >= 7 * 50 - 60, `${at.map((each) => Math.round(each - (at[0] ?? 0)))}`);
});
