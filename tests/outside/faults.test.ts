/** What can go wrong on the way to a service and back: what is tried again, what is not, and what the person is told. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { AppError } from '#model/index.ts';
import { TryAgain } from '#outside/index.ts';
import type { ServiceOptions } from '#outside/index.ts';
import { elsewhere, serviceAt } from './_service.ts';

type Reply = (response: ServerResponse) => void;
const good: Reply = (response) => response.end('good');
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(code, headers).end('{"api-key":"SECRET"}');

/** Asks a server that gives these replies in turn, the last for ever. */
async function ask(
  t: TestContext,
  replies: readonly [Reply, ...Reply[]],
  different: Partial<ServiceOptions> = {},
): Promise<{ answer: string; status?: number; tries: number; retries: string[]; took: number }> {
  const there = await elsewhere(t, (n, _, response) => (replies[n] ?? replies.at(-1) ?? good)(response));
  const retries: string[] = [];
  const began = performance.now();
  const outcome = await serviceAt(there.address, different)
    .request({
      url: `${there.address}/search?term=lumps&api_key=SECRET`,
      onRetry: (why, _, tryNumber, tries) => retries.push(`${tryNumber}/${tries}: ${why}`),
    })
    .then(
      ({ body, status }) => ({ answer: body.toString(), status }),
      (thrown: AppError) => {
        assert.equal(thrown.code, 'outside_failed', thrown.stack);
        assert.doesNotMatch(`${thrown.message} ${String(thrown.cause)}`, /SECRET|lumps/);
        return { answer: thrown.message };
      },
    );
  return { ...outcome, tries: there.requests.length, retries, took: performance.now() - began };
}

for (const [fault, reply, why] of [
  ['says 500', status(500), 'answered with status 500'],
  ['says 408', status(408), 'answered with status 408'],
  ['says 429 and no more', status(429), 'has been asked too often (status 429)'],
  ['says nothing', () => undefined, 'sent nothing for 0.2 seconds'],
  ['falls silent in the middle', (response) => response.write('go'), 'sent nothing for 0.2 seconds'],
  ['breaks the connection off', (response) => response.destroy(), 'broke the connection off'],
  ['sends less than it declared', cut({ 'content-length': '8' }), 'broke its answer off'],
  ['breaks off an answer in pieces', cut({}), 'broke its answer off'],
  ['sends half a packed answer', packed(gzipSync('good').subarray(0, 15)), 'broke its answer off'],
  ['sends a packed answer that is damaged', packed(Buffer.from('no gzip at all')), 'sent an answer that is damaged'],
] as const satisfies readonly (readonly [string, Reply, string])[])
  test(`a service that ${fault} is asked again, and its answer taken once it comes`, async (t) => {
    const { answer, tries, retries } = await ask(t, [reply, good]);
    assert.equal(answer, 'good');
    assert.equal(tries, 2);
    assert.deepEqual(retries, [`2/3: ${why}`]);
  });

function cut(headers: Record<string, string>): Reply {
  return (response) => response.writeHead(200, headers).write('go', () => response.destroy());
}

function packed(body: Buffer): Reply {
  return (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
}

test('after the last try the person is told what was wrong, how often, and what else to do', async (t) => {
  const { answer, tries } = await ask(t, [status(503)]);
  assert.equal(tries, 3);
  assert.equal(
    answer,
    'PubMed did not answer as it should: it answered with status 503 (3 tries). Import files instead.',
  );
});

test('a byte now and then does not hold a request for ever', async (t) => {
  let timer: NodeJS.Timeout | undefined;
  t.after(() => clearInterval(timer));
  const drip: Reply = (response) => void (timer = setInterval(() => response.write('x'), 50));
  const { answer, took } = await ask(t, [drip], { tries: 1 });
  assert.match(answer, /it took longer than 0\.4 seconds \(1 try\)/);
  assert.ok(took < 3_000, `${took}`);
});

test('a pause that the service asks for is kept to', async (t) => {
  const { answer, took } = await ask(t, [status(429, { 'retry-after': '1' }), good]);
  assert.equal(answer, 'good');
  assert.ok(took >= 950, `${took}`);
  const date = new Date(Date.now() + 1_500).toUTCString();
  const { answer: later, took: longer } = await ask(t, [status(503, { 'retry-after': date }), good]);
  assert.equal(later, 'good');
  assert.ok(longer >= 400, `${longer}`);
});

test('a pause longer than a minute is not sat out but told', async (t) => {
  const { answer, tries, took } = await ask(t, [status(429, { 'retry-after': '300' })]);
  assert.equal(tries, 1);
  assert.ok(took < 3_000, `${took}`);
  assert.match(
    answer,
    /^PubMed has been asked too much and wants a pause of 5 minutes: try again after \d\d:\d\d UTC\. Import files instead\.$/,
  );
});

test('an answer that another try would not mend is the caller’s to read', async (t) => {
  assert.deepEqual(await ask(t, [status(404)]).then(({ answer, status, tries }) => ({ answer, status, tries })), {
    answer: '{"api-key":"SECRET"}',
    status: 404,
    tries: 1,
  });
});

test('a packed answer is unpacked', async (t) => {
  assert.equal((await ask(t, [packed(gzipSync('good'))])).answer, 'good');
});

test('an answer that is too large is refused, packed or not, and not asked for again', async (t) => {
  const large = Buffer.alloc(3_000_000);
  for (const reply of [packed(gzipSync(large)), (response: ServerResponse) => void response.end(large)]) {
    const { answer, tries } = await ask(t, [reply], { mostBytes: 2_000_000 });
    assert.equal(answer, 'PubMed sent an answer of more than 2 MB, which is not taken. Import files instead.');
    assert.equal(tries, 1);
  }
});

test('the caller can tell that a good status is no answer', async (t) => {
  const there = await elsewhere(t, (n, _, response) => response.end(n === 0 ? '<html>' : '<xml>'));
  const { body } = await serviceAt(there.address).request({
    url: there.address,
    check: ({ body }) => {
      if (body.includes('<html>')) throw new TryAgain('answered with a page instead of XML');
    },
  });
  assert.equal(body.toString(), '<xml>');
  const own = new Error('of the caller');
  const check = (): never => {
    throw own;
  };
  await assert.rejects(serviceAt(there.address).request({ url: there.address, check }), own);
  assert.equal(there.requests.length, 3);
});

test('a form is posted, with the headers of the request', async (t) => {
  const there = await elsewhere(t, (_, request, response) =>
    response.end(`${request.headers['content-type']} ${request.headers['user-agent']} ${request.headers['x-key']}`),
  );
  const answer = await serviceAt(there.address).request({
    url: there.address,
    form: { id: '1,2', term: 'lump & moult' },
    headers: { 'x-key': 'word' },
  });
  assert.equal(answer.body.toString(), 'application/x-www-form-urlencoded attune-test word');
  assert.deepEqual(
    there.requests.map(({ method, body }) => [method, body]),
    [['POST', 'id=1%2C2&term=lump+%26+moult']],
  );
});
