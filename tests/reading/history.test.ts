/** What people opened and exported. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADA, BEN, house, paper, papers, refused } from './_reading.ts';

test('what somebody opens is kept only while they want it', async () => {
  const at = await house();
  const { history } = at.reading;
  assert.equal(await history.wants(ADA), false);
  const before = at.rows();
  await history.opened(ADA, paper(1));
  assert.deepEqual(at.rows(), before);

  await history.keepOpened(ADA, true);
  for (const n of [2, 3, 2]) await history.opened(ADA, paper(n));
  await history.opened(BEN, paper(4));
  const { entries } = await history.listOpened(ADA);
  assert.deepEqual(
    entries.map(({ paper, times }) => [paper, times]),
    [
      [paper(2), 2],
      [paper(3), 1],
    ],
  );
  assert.deepEqual(await history.listOpened(BEN), { entries: [] });

  await history.keepOpened(ADA, false);
  await history.opened(ADA, paper(5));
  assert.deepEqual((await history.listOpened(ADA)).entries, entries);
  assert.equal(await history.eraseOpened(ADA), true);
  assert.deepEqual(await history.listOpened(ADA), { entries: [] });
});

test('the list is read page by page', async () => {
  const { history } = (await house()).reading;
  await history.keepOpened(ADA, true);
  for (const paper of papers(1, 5)) await history.opened(ADA, paper);
  const first = await history.listOpened(ADA, { limit: 3 });
  const second = await history.listOpened(ADA, { limit: 3, before: first.next });
  assert.deepEqual(
    [...first.entries, ...second.entries].map(({ paper }) => paper),
    papers(1, 5).reverse(),
  );
  assert.equal(second.next, undefined);
});

test('what was exported is listed with format, number and from where', async () => {
  const at = await house();
  const { history } = at.reading;
  await history.exported(ADA, { format: 'ris', papers: 12, from: 'saved' });
  await history.exported(ADA, { format: 'csl-json', papers: 1, from: 'paper' });
  await history.exported(BEN, { format: 'csv', papers: 3, from: 'search' });
  const { entries } = await history.listExported(ADA);
  assert.deepEqual(
    entries.map(({ format, papers, from, exportedAt }) => ({ format, papers, from, exportedAt })),
    [
      { format: 'csl-json', papers: 1, from: 'paper', exportedAt: '2026-03-09T12:00:00.000Z' },
      { format: 'ris', papers: 12, from: 'saved', exportedAt: '2026-03-09T12:00:00.000Z' },
    ],
  );
  const wrong = { format: 'ris', papers: 1, from: 'saved' } as const;
  await refused(at, () => history.exported(ADA, { ...wrong, format: 'R I S' }), 'bad_request', /no code/);
  await refused(at, () => history.exported(ADA, { ...wrong, papers: -1 }), 'bad_request', /no whole number/);
  await refused(
    at,
    () => history.exported(ADA, { ...wrong, from: 'mail' as 'saved' }),
    'bad_request',
    /no export from "mail"/,
  );
  assert.equal(await history.eraseExported(ADA), true);
  assert.deepEqual(await history.listExported(ADA), { entries: [] });
  assert.equal((await history.listExported(BEN)).entries.length, 1);
});
