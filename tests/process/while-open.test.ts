/** A house that is read while papers come in: the server shows them within two seconds, and nobody ever sees half of anything. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { attune, builtWeb, served, start, temporaryFolder } from '../_server.ts';
import { writeManyRecords } from './_many-records.ts';

const COUNT = 30_000;
const DELETIONS = 1_000;
const READERS = 20;

const scratch = temporaryFolder();
after(() => scratch.remove());
before(builtWeb);

interface Answer {
  readonly total: number;
  readonly hits: readonly { readonly markedTitle?: Marked; readonly passage?: Marked }[];
  readonly library: { readonly papers: number };
}
type Marked = readonly { readonly text: string }[];

const search = async (address: string, q: string): Promise<Answer> => {
  const response = await fetch(`${address}/api/search?q=${encodeURIComponent(q)}&sort=newest`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Answer;
};
const text = (marked: Marked | undefined): string => (marked ?? []).map((part) => part.text).join('');

test('twenty readers search while 30,000 records are updated: no error, whole records, whole batches, deletions at the end', async () => {
  const data = join(scratch.path, 'readers');
  const [before, update] = [join(scratch.path, 'before.xml'), join(scratch.path, 'update.xml')];
  writeManyRecords(before, { count: COUNT, mark: 'quellmark' });
  writeManyRecords(update, { count: COUNT, mark: 'ostermoor', deletions: DELETIONS });
  const first = await attune(['import', before, '--json'], { ATTUNE_DATA: data }, '', 180_000);
  assert.equal(first.code, 0, first.err);
  const server = await served({ data });

  const over = new AbortController();
  const seen = { searches: 0, papers: new Set<number>(), latest: 0, sawBoth: false };
  const reader = async (n: number): Promise<void> => {
    while (!over.signal.aborted) {
      const mark = n % 2 === 0 ? 'quellmark' : 'ostermoor';
      const { hits, total, library } = await search(server.address, `${mark} hedgehogs`);
      seen.searches += 1;
      seen.papers.add(library.papers);
      if (mark === 'ostermoor') {
        if (total > 0 && total < COUNT - DELETIONS) seen.sawBoth = true;
        seen.latest = Math.max(seen.latest, total);
      }
      for (const hit of hits) {
        const [title, passage] = [text(hit.markedTitle), text(hit.passage)];
        const marks = new Set(`${title} ${passage}`.match(/quellmark|ostermoor/g));
        assert.equal(marks.size, 1, `${title} / ${passage}`);
      }
      await wait(20);
    }
  };
  const readers = Promise.all(Array.from({ length: READERS }, (_, n) => reader(n)));
  const importing = attune(['import', update, '--json'], { ATTUNE_DATA: data }, '', 240_000);
  const { code, out, err } = await importing.finally(() => over.abort());
  await readers;
  assert.equal(code, 0, err);
  const report = JSON.parse(out) as Record<string, number>;
  assert.deepEqual([report['records'], report['updated'], report['deleted']], [COUNT, COUNT, DELETIONS]);
  assert.ok(seen.searches > 50 && seen.sawBoth, `${seen.searches} searches`);
  assert.deepEqual(
    [...seen.papers].filter((papers) => papers !== COUNT && papers !== COUNT - DELETIONS),
    [],
  );
  assert.equal((await search(server.address, 'quellmark')).total, 0);
  assert.equal((await search(server.address, 'ostermoor')).total, COUNT - DELETIONS);
  assert.equal(await server.stop(), 0);
});

test('what a command has committed is found by the server within two seconds, without a restart', async () => {
  const data = join(scratch.path, 'soon');
  const small = join(scratch.path, 'small.xml');
  writeManyRecords(small, { count: 5, mark: 'tillersund' });
  const server = await served({ data });
  await fetch(`${server.address}/api/house`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'home' }),
  });
  assert.equal((await search(server.address, 'tillersund')).total, 0);
  const { child, said, ended } = start('sh', ['./attune', 'import', small, '--json'], { ATTUNE_DATA: data });
  let committedAt: number | undefined;
  child.stderr?.on('data', () => {
    if (said().includes('{"committed":5}')) committedAt ??= performance.now();
  });
  let total = 0;
  for (const until = Date.now() + 20_000; total === 0 && Date.now() < until; await wait(20))
    ({ total } = await search(server.address, 'tillersund'));
  const foundAt = performance.now();
  assert.equal(total, 5);
  assert.equal(await ended, 0);
  assert.ok(committedAt !== undefined && foundAt - committedAt < 2_000, `${foundAt - (committedAt ?? 0)} ms`);
  assert.equal(await server.stop(), 0);
});

test('two imports at once take turns: both end well, and both sets of papers are in', async () => {
  const data = join(scratch.path, 'two');
  const files = ['quellmark', 'ostermoor'].map((mark, n) => {
    const path = join(scratch.path, `${mark}.xml`);
    writeManyRecords(path, { count: 4_000 + n, mark });
    return path;
  });
  const [one, other] = await Promise.all(
    files.map((file) => attune(['import', file, '--json'], { ATTUNE_DATA: data }, '', 120_000)),
  );
  assert.deepEqual([one?.code, other?.code], [0, 0], `${one?.err} ${other?.err}`);
  const reports = [one, other].map((each) => JSON.parse(each?.out ?? '') as Record<string, number>);
  assert.deepEqual(
    reports.map((report) => report['records']),
    [4_000, 4_001],
  );
  const { out } = await attune(['search', 'hedgehogs', '--json'], { ATTUNE_DATA: data });
  assert.equal((JSON.parse(out) as { total: number }).total, 4_001);
});

test('a second server on the same house says where the first one is', async () => {
  const data = join(scratch.path, 'second');
  const first = await served({ data });
  const second = start('sh', ['./attune', 'serve'], { ATTUNE_DATA: data });
  assert.equal(await second.ended, 1);
  assert.match(
    second.said(),
    new RegExp(`Attune is serving this house already at ${first.address} \\(process \\d+\\)\\.`),
  );
  first.child.kill('SIGKILL');
  await first.ended;
  const third = await served({ data });
  assert.equal(await third.stop(), 0, 'a killed server leaves no lock behind');
});
