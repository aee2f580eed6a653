/** What a person saved, and the labels on it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADA, BEN, house, paper, papers, refused } from './_reading.ts';

test('the saved list has the newest first, with labels and note', async () => {
  const at = await house();
  const { marks, notes, saved } = at.reading;
  await marks.actOnAll(ADA, papers(1, 3), 'save');
  at.clock.ms += 60_000;
  await marks.act(ADA, paper(2), 'unsave');
  await marks.act(ADA, paper(2), 'save');
  await notes.put(ADA, paper(1), 'mine');
  await notes.put(BEN, paper(3), 'his');
  await saved.label(ADA, [paper(1)], 'Sepsis', true);
  const list = await saved.list(ADA);
  assert.deepEqual(
    list.map(({ paper }) => paper),
    [2, 3, 1].map(paper),
  );
  const savedAt = '2026-03-09T12:00:00.000Z';
  const labels = ['Sepsis'];
  assert.deepEqual(list[2], {
    paper: paper(1),
    savedAt,
    labels,
    note: 'mine',
    mark: { isSaved: true, savedAt, isRead: false, isHidden: false, hasNote: true, labels },
  });
  assert.deepEqual(
    (await saved.list(ADA, { limit: 2 })).map(({ paper }) => paper),
    [2, 3].map(paper),
  );
  assert.deepEqual(await saved.list(BEN), []);
});

test('a label saves its paper, is counted, and comes back with a paper that is saved again', async () => {
  const { marks, saved } = (await house()).reading;
  await marks.act(ADA, paper(1), 'save');
  assert.deepEqual(await saved.label(ADA, papers(1, 3), 'Sepsis', true), {
    changed: papers(1, 3),
    saved: papers(2, 3),
  });
  assert.deepEqual(await saved.label(ADA, papers(1, 4), 'sepsis', true), { changed: [paper(4)], saved: [paper(4)] });
  await saved.label(ADA, [paper(1)], 'à lire', true);
  await saved.label(BEN, [paper(1)], 'Sepsis', true);
  assert.deepEqual(await saved.counts(ADA), {
    total: 4,
    labels: [
      { label: 'Sepsis', count: 4 },
      { label: 'à lire', count: 1 },
    ],
  });
  await marks.act(ADA, paper(1), 'unsave');
  assert.deepEqual(await saved.counts(ADA), { total: 3, labels: [{ label: 'Sepsis', count: 3 }] });
  assert.equal((await saved.list(ADA, { label: 'SEPSIS' })).length, 3);
  assert.deepEqual((await marks.act(ADA, paper(1), 'save')).labels, ['Sepsis', 'à lire']);
  assert.deepEqual((await saved.label(ADA, papers(1, 9), 'SEPSIS', false)).changed, papers(1, 4));
  assert.deepEqual((await saved.counts(ADA)).labels, [{ label: 'à lire', count: 1 }]);
  assert.equal((await saved.counts(BEN)).labels.length, 1);
});

test('labels are any text that can be seen, and stay text', async () => {
  const at = await house();
  const { saved } = at.reading;
  const labels = [
    '=HYPERLINK("http://x.example")', '<img src=x onerror=alert(1)>', '🫀👩‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿', "'; drop table reading_label; --", 'x'.repeat(200), '日本語',
    'می‌خواهم', '__proto__', '0',
  ]; // prettier-ignore
  for (const label of labels) await saved.label(ADA, [paper(1)], label, true);
  const [row] = await saved.list(ADA);
  assert.deepEqual([...(row?.labels ?? [])].sort(), labels.sort());
  for (const label of labels) assert.equal((await saved.list(ADA, { label })).length, 1);
  await saved.label(BEN, [paper(1)], '  e\u0301t\u00e9 \n 2026 ', true);
  assert.deepEqual((await saved.counts(BEN)).labels, [{ label: 'été 2026', count: 1 }]);
  assert.equal((await saved.list(BEN, { label: 'ÉTÉ 2026' })).length, 1);

  const add = (label: string) => () => saved.label(ADA, [paper(1)], label, true);
  await refused(at, add(' \t'), 'bad_request', /The label is empty/);
  await refused(at, add('x'.repeat(201)), 'bad_request', /longer than 200 characters/);
  for (const hidden of [
    'a\u0007',
    'a\u202eb',
    'a\u2066b',
    'a\u200bb',
    '\u2800',
    '\u200d',
    'a\ud800',
    '\u3164',
    'a\u061cb',
  ])
    await refused(at, add(hidden), 'bad_request', /cannot be seen/);
});

test('a label is renamed for all its papers, and becomes one with another of the new name', async () => {
  const at = await house();
  const { marks, saved } = at.reading;
  await saved.label(ADA, papers(1, 3), 'Sepsis', true);
  await saved.label(ADA, papers(3, 4), 'Shock', true);
  await saved.label(BEN, [paper(1)], 'Sepsis', true);
  await marks.act(ADA, paper(1), 'unsave');
  assert.deepEqual((await saved.renameLabel(ADA, 'sepsis', 'SEPSIS')).sort(), papers(1, 3));
  assert.deepEqual((await saved.renameLabel(ADA, 'Sepsis', 'shock')).sort(), papers(1, 4));
  assert.deepEqual((await saved.counts(ADA)).labels, [{ label: 'shock', count: 3 }]);
  assert.deepEqual((await marks.of(ADA, [paper(1)])).get(paper(1))?.labels, ['shock']);
  assert.deepEqual((await saved.counts(BEN)).labels, [{ label: 'Sepsis', count: 1 }]);
  assert.deepEqual((await saved.dropLabel(ADA, 'SHOCK')).sort(), papers(1, 4));
  assert.deepEqual(await saved.counts(ADA), { total: 3, labels: [] });
  await refused(at, () => saved.dropLabel(ADA, 'Sepsis'), 'not_found', /no such label/);
  await refused(at, () => saved.renameLabel(ADA, 'Sepsis', 'x'), 'not_found', /no such label/);
});

test('ten thousand saved papers come in one list', async () => {
  const { marks, saved } = (await house()).reading;
  for (let n = 0; n < 11; n += 1) await marks.actOnAll(ADA, papers(n * 1_000 + 1, n * 1_000 + 1_000), 'save');
  const start = performance.now();
  const list = await saved.list(ADA);
  assert.ok(performance.now() - start < 3_000);
  assert.deepEqual([list.length, list[0]?.paper], [10_000, paper(11_000)]);
  assert.equal((await saved.counts(ADA)).total, 11_000);
});
