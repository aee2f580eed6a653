/** The ranking thread when it ends: whoever waits hears so in a sentence, and the next question is answered. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import type { AppError } from '#model/index.ts';
import { ADA, DAY, feedHouse, idsOf, until } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';

const STOPPED = /The feed stopped in the middle of its work\. Open Today again/;
const CLOSED = /The house was closed while the feed was ranked\. Open Today again/;
const fails = (sentence: RegExp) => (thrown: AppError) =>
  thrown.code === 'storage_failed' && sentence.test(thrown.message);

const threads: Worker[] = [];
process.on('worker', (thread) => threads.push(thread));

test('a thread that ends fails what waits for it, is started again, and knows what was kept', async () => {
  const house = await feedHouse([...papersIn('cardiology', 1, 30), ...papersIn('dermatology', 1, 30)]);
  await house.like(paperIn('cardiology', 1).id);
  const rows = idsOf(await house.today());
  // Idle when it ends: nobody notices.
  const idle = threads.at(-1) as Worker;
  await Promise.all([once(idle, 'exit'), idle.terminate()]);
  assert.deepEqual(idsOf(await house.today()), rows);
  await house.like(paperIn('cardiology', 2).id);
  await house.stream();
  // In the middle of its work.
  for (let round = 0; round < 3; round += 1) {
    await house.like(paperIn('cardiology', 3 + round).id);
    const asked = house.feed().stream(ADA, DAY, 0, 20);
    const refused = assert.rejects(asked, fails(STOPPED));
    await until(
      async () => (threads.at(-1) as Worker).threadId,
      (id) => id > 0,
    );
    await (threads.at(-1) as Worker).terminate();
    await refused.catch((thrown: unknown) => {
      // It may have answered before it ended; then nothing was refused.
      if (!/Missing expected rejection/.test(String(thrown))) throw thrown;
    });
    assert.ok((await house.stream()).rows.length > 0);
  }
});

test('a house that closes tells whoever waits, and whoever asks afterwards', async () => {
  const house = await feedHouse(papersIn('cardiology', 1, 30));
  await house.like(paperIn('cardiology', 1).id);
  const feed = house.feed();
  const waiting = [feed.today(ADA, DAY), feed.stream(ADA, DAY, 0, 20), feed.profile(ADA, DAY), feed.choices(ADA, '')];
  const refusals = waiting.map((asked) => assert.rejects(asked, fails(CLOSED)));
  await feed.close();
  await Promise.all(refusals);
  await assert.rejects(feed.today(ADA, DAY), fails(CLOSED));
  await feed.close();
});

test('a library that cannot be read any more is a sentence, not silence', { timeout: 60_000 }, async () => {
  const house = await feedHouse(papersIn('cardiology', 1, 30));
  await house.like(paperIn('cardiology', 1).id);
  const { Feed } = await import('#app/index.ts');
  const nowhere = new Feed('/proc/no-such-house', house.reading, async () => new Map());
  await assert.rejects(nowhere.today(ADA, DAY), fails(STOPPED));
  await assert.rejects(nowhere.today(ADA, DAY), fails(STOPPED));
  await nowhere.close();
});
