/** The line in front of a service: its pace, who goes first, when it stops, and how one leaves it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createPace } from '../../src/outside/pace.ts';
import { elsewhere, serviceAt } from './_service.ts';

test('never more requests than allowed reach the service in any second, retries included', async (t) => {
  const there = await elsewhere(t, (n, _, response) => response.writeHead(n % 4 === 1 ? 500 : 200).end());
  const service = serviceAt(there.address, { perSecond: 5, tries: 5 });
  await Promise.all(Array.from({ length: 9 }, () => service.request({ url: there.address })));
  const times = there.requests.map(({ atMs }) => atMs);
  assert.ok(times.length > 9);
  for (const from of times) {
    const within = times.filter((at) => at >= from && at < from + 1_000).length;
    assert.ok(within <= 5, `${within} in a second: ${times.map((at) => Math.round(at)).join(' ')}`);
  }
});

test('a second is counted from when requests left, however long their connection took', async () => {
  const pace = createPace(2);
  const [one, other] = await Promise.all([pace.take(), pace.take()]);
  const began = performance.now();
  setTimeout(() => {
    one();
    one();
  }, 300);
  (await pace.take())();
  assert.ok(performance.now() - began >= 1_290, `${performance.now() - began}`);
  other();
});

test('the turn of the house is taken before each request and each retry', async (t) => {
  const there = await elsewhere(t, (n, _, response) => response.writeHead(n === 0 ? 500 : 200).end());
  let turns = 0;
  const turn = async (): Promise<void> => void (turns += 1);
  await serviceAt(there.address, { turn }).request({ url: there.address });
  assert.equal(turns, 2);
});

test('an urgent request goes before those that wait', async (t) => {
  const there = await elsewhere(t, (_, __, response) => setTimeout(() => response.end(), 30));
  const service = serviceAt(there.address, { atOnce: 1 });
  const ask = (path: string, urgent = false): Promise<unknown> =>
    service.request({ url: there.address + path, urgent });
  await Promise.all([ask('/1'), ask('/2'), ask('/3'), ask('/urgent', true)]);
  assert.deepEqual(
    there.requests.map(({ url }) => url),
    ['/1', '/urgent', '/2', '/3'],
  );
});

test('while one request is told to wait, the others wait as well', async (t) => {
  const there = await elsewhere(t, (n, _, response) =>
    response.writeHead(n === 0 ? 429 : 200, n === 0 ? { 'retry-after': '1' } : {}).end(),
  );
  const service = serviceAt(there.address, { atOnce: 1 });
  await Promise.all(['/1', '/2', '/3'].map((path) => service.request({ url: there.address + path })));
  const [first = 0, second = 0] = there.requests.map(({ atMs }) => atMs);
  assert.equal(there.requests.length, 4);
  assert.ok(second - first >= 950, `${second - first}`);
});

test('a service that fails again and again is left alone for a while, then tried with one request', async (t) => {
  const there = await elsewhere(t, (_, __, response) => response.writeHead(500).end());
  const service = serviceAt(there.address, { breakAfter: 4, breakMs: 600, atOnce: 1 });
  const ask = (): Promise<unknown> => service.request({ url: there.address });
  await assert.rejects(ask(), /answered with status 500 \(3 tries\)/);
  const began = performance.now();
  const refusals = await Promise.allSettled(Array.from({ length: 20 }, ask));
  assert.equal(there.requests.length, 4, 'those that waited are not sent');
  assert.ok(performance.now() - began < 550, 'and are told at once');
  for (const refusal of refusals)
    assert.match(
      String((refusal as PromiseRejectedResult).reason),
      /PubMed failed 4 times in a row \(it answered with status 500\) and is not asked for another 1 second\. Import files instead\./,
    );
  await wait(650);
  await assert.rejects(ask(), /failed 4 times in a row/, 'the one request fails, and all stop again');
  assert.equal(there.requests.length, 5);
  there.answer = (_, __, response) => response.end();
  await wait(650);
  await Promise.all([ask(), ask()]);
  assert.equal(there.requests.length, 7);
});

test('a request that is called off ends at once, wherever it is', async (t) => {
  const there = await elsewhere(t, (n, _, response) => (n === 0 ? undefined : response.writeHead(500).end()));
  const slow = { silenceMs: 5_000, wholeMs: 5_000, backOff: { firstMs: 5_000, mostMs: 5_000 } };
  const service = serviceAt(there.address, { ...slow, atOnce: 1 });
  const callOff = new AbortController();
  const under = service.request({ url: there.address, signal: callOff.signal });
  const waiting = service.request({ url: there.address, signal: callOff.signal });
  const soon = Promise.allSettled([under, waiting]);
  await wait(50);
  const began = performance.now();
  callOff.abort(new Error('enough'));
  for (const outcome of await soon) assert.match(String((outcome as PromiseRejectedResult).reason), /^Error: enough$/);
  assert.equal(there.requests.length, 1);

  const backingOff = new AbortController();
  const retries: number[] = [];
  const third = service.request({
    url: there.address,
    signal: backingOff.signal,
    onRetry: (_, inMs) => {
      retries.push(inMs);
      setImmediate(() => backingOff.abort(new Error('enough')));
    },
  });
  await assert.rejects(third, /^Error: enough$/);
  assert.equal(retries.length, 1);
  await assert.rejects(
    service.request({ url: there.address, signal: AbortSignal.abort(new Error('before')) }),
    /before/,
  );
  assert.ok(performance.now() - began < 3_000, 'none of them was waited for');
});
