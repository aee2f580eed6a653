/** Marks: what a person thinks of a paper, and the history it came from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordId } from '#model/index.ts';
import type { MarkAct, Why } from '#reading/index.ts';
import { ADA, BEN, house, paper, papers, refused } from './_reading.ts';

const EMPTY = { isSaved: false, isRead: false, isHidden: false, hasNote: false, labels: [] };

test('like takes less away and less takes like away, with its reason', async () => {
  const { marks } = (await house()).reading;
  assert.deepEqual(await marks.act(ADA, paper(1), 'like'), { ...EMPTY, opinion: 'like' });
  const less = await marks.act(ADA, paper(1), 'less', { why: 'poor-study' });
  assert.deepEqual(less, { ...EMPTY, opinion: 'less', why: 'poor-study' });
  assert.deepEqual(await marks.act(ADA, paper(1), 'less'), less);
  assert.equal((await marks.act(ADA, paper(1), 'less', { why: 'known-already' })).why, 'known-already');
  assert.deepEqual(await marks.act(ADA, paper(1), 'like'), { ...EMPTY, opinion: 'like' });
  assert.deepEqual(await marks.act(ADA, paper(1), 'no-opinion'), EMPTY);
});

test('saved, read and hidden stand beside each other', async () => {
  const at = await house();
  const { marks } = at.reading;
  const savedAt = '2026-03-09T12:00:00.000Z';
  await marks.act(ADA, paper(1), 'save');
  at.clock.ms += 1_000;
  await marks.act(ADA, paper(1), 'read');
  assert.deepEqual(await marks.act(ADA, paper(1), 'hide'), {
    ...EMPTY,
    isSaved: true,
    savedAt,
    isRead: true,
    isHidden: true,
  });
  assert.deepEqual(await marks.act(ADA, paper(1), 'save'), {
    ...EMPTY,
    isSaved: true,
    savedAt,
    isRead: true,
    isHidden: true,
  });
  await marks.act(ADA, paper(1), 'unsave');
  await marks.act(ADA, paper(1), 'unread');
  assert.deepEqual(await marks.act(ADA, paper(1), 'show'), EMPTY);
});

test('an act that changes nothing answers the mark and writes no history', async () => {
  const at = await house();
  const { marks } = at.reading;
  for (const act of ['unsave', 'no-opinion', 'unread', 'show'] as const) await marks.act(ADA, paper(1), act);
  await marks.act(ADA, paper(1), 'like');
  const before = at.rows();
  assert.equal((await marks.act(ADA, paper(1), 'like')).opinion, 'like');
  assert.deepEqual(at.rows(), before);
  const { entries } = await marks.history(ADA);
  assert.deepEqual(entries, [
    { sequence: entries[0]?.sequence, at: '2026-03-09T12:00:00.000Z', paper: paper(1), act: 'like' },
  ]);
});

test('the latest stands by the order of the database, also where the clock went back', async () => {
  const at = await house();
  const { marks, saved } = at.reading;
  await marks.act(ADA, paper(1), 'less');
  await marks.act(ADA, paper(1), 'save');
  at.clock.ms -= 3_600_000;
  await marks.act(ADA, paper(1), 'like');
  await marks.act(ADA, paper(2), 'save');
  assert.equal((await marks.of(ADA, [paper(1)])).get(paper(1))?.opinion, 'like');
  assert.deepEqual(
    (await marks.history(ADA)).entries.map(({ act }) => act),
    ['save', 'like', 'save', 'less'],
  );
  assert.deepEqual(
    (await saved.list(ADA)).map(({ paper }) => paper),
    papers(1, 2).reverse(),
  );
});

test("each paper that is asked for has a mark, and it is one's own", async () => {
  const { marks } = (await house()).reading;
  await marks.act(ADA, paper(1), 'like');
  await marks.act(BEN, paper(2), 'less');
  const found = await marks.of(ADA, [paper(1), paper(2), paper(1)]);
  assert.deepEqual(
    [...found],
    [
      [paper(1), { ...EMPTY, opinion: 'like' }],
      [paper(2), EMPTY],
    ],
  );
  assert.deepEqual(await marks.of(ADA, []), new Map());
  assert.deepEqual(
    (await marks.history(ADA)).entries.map(({ paper }) => paper),
    [paper(1)],
  );
});

test('one act on many says which it changed, so that undoing touches exactly those', async () => {
  const at = await house();
  const { marks } = at.reading;
  await marks.actOnAll(ADA, papers(10, 14), 'save');
  await marks.act(ADA, paper(11), 'like');
  const before = (await marks.of(ADA, papers(1, 20))).get(paper(11));
  const changed = await marks.actOnAll(ADA, papers(1, 1_000), 'save');
  assert.deepEqual(changed, [...papers(1, 9), ...papers(15, 1_000)]);
  assert.deepEqual(await marks.actOnAll(ADA, changed, 'unsave'), changed);
  assert.deepEqual(
    (await at.reading.saved.list(ADA)).map(({ paper }) => paper),
    papers(10, 14).reverse(),
  );
  assert.deepEqual((await marks.of(ADA, papers(1, 20))).get(paper(11)), before);
  assert.deepEqual(await marks.actOnAll(ADA, [], 'save'), []);
});

test('the history is read page by page, of all papers or of one', async () => {
  const { marks } = (await house()).reading;
  await marks.actOnAll(ADA, papers(1, 5), 'read');
  await marks.act(ADA, paper(3), 'less', { why: 'not-my-field' });
  const first = await marks.history(ADA, { limit: 4 });
  assert.deepEqual(
    first.entries.map(({ paper }) => paper),
    [3, 5, 4, 3].map(paper),
  );
  const second = await marks.history(ADA, { limit: 4, before: first.next });
  assert.deepEqual(
    second.entries.map(({ paper }) => paper),
    [2, 1].map(paper),
  );
  assert.equal(second.next, undefined);
  const one = await marks.history(ADA, { paper: paper(3) });
  assert.deepEqual(
    one.entries.map(({ act, why }) => [act, why]),
    [
      ['less', 'not-my-field'],
      ['read', undefined],
    ],
  );
});

test('a paper that somebody used stays one they used, whatever they think of it later', async () => {
  const at = await house();
  const { marks, notes, history, collections } = at.reading;
  await marks.act(ADA, paper(1), 'like');
  await marks.act(ADA, paper(1), 'less');
  await marks.act(ADA, paper(2), 'hide');
  await marks.act(ADA, paper(3), 'save');
  await marks.act(ADA, paper(3), 'unsave');
  await marks.act(ADA, paper(4), 'read');
  await notes.put(ADA, paper(5), 'underpowered');
  await history.opened(ADA, paper(6));
  await history.keepOpened(ADA, true);
  await history.opened(ADA, paper(7));
  const { id } = await collections.create(ADA, 'Sepsis');
  await collections.add(ADA, id, [paper(8)]);
  await marks.act(BEN, paper(9), 'like');
  assert.deepEqual([...(await marks.used(ADA, papers(1, 9)))].sort(), [1, 3, 4, 5, 7, 8].map(paper));
  assert.deepEqual(await marks.used(ADA, []), new Set());
});

test('what is no paper, no act, no reason or too much is refused in a sentence', async () => {
  const at = await house();
  const { marks } = at.reading;
  for (const wrong of ['', 'pm', '37003049', 'pm0', "pm1'; drop table x", 'src-ABC', 'doi-', `pm${'1'.repeat(13)}`])
    await refused(at, () => marks.act(ADA, wrong as RecordId, 'like'), 'bad_request', /is no paper's id/);
  await refused(at, () => marks.act(ADA, paper(1), 'love' as MarkAct), 'bad_request', /There is no act "love"/);
  await refused(at, () => marks.act(ADA, paper(1), 'less', { why: 'x' as Why }), 'bad_request', /no reason "x"/);
  await refused(at, () => marks.act(ADA, paper(1), 'like', { why: 'poor-study' }), 'bad_request', /goes with "less"/);
  await refused(at, () => marks.actOnAll(ADA, papers(1, 1_001), 'save'), 'bad_request', /at most 1000 go at once/);
  await refused(at, () => marks.of(ADA, papers(1, 201)), 'bad_request', /at most 200/);
  await refused(at, () => marks.history(ADA, { limit: 0 }), 'bad_request', /from 1 to 200/);
  await refused(at, () => marks.history(ADA, { before: 1.5 }), 'bad_request', /no whole number/);
});
