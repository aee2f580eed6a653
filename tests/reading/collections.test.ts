/** Collections: whose they are, who sees them, and what is in them in which order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CollectionId } from '#reading/index.ts';
import { ADA, BEN, CAI, house, paper, papers, refused } from './_reading.ts';

test('a collection holds papers in the order of adding, and each once', async () => {
  const at = await house();
  const { collections } = at.reading;
  const made = await collections.create(ADA, ' Sepsis ');
  const { id } = made;
  assert.deepEqual(made, {
    id, name: 'Sepsis', owner: ADA, right: 'owner', paperCount: 0, memberCount: 0, madeAt: '2026-03-09T12:00:00.000Z',
  }); // prettier-ignore
  assert.deepEqual(await collections.add(ADA, id, [paper(3), paper(1), paper(3)]), [paper(3), paper(1)]);
  assert.deepEqual(await collections.add(ADA, id, papers(1, 2)), [paper(2)]);
  assert.deepEqual(
    (await collections.get(ADA, id)).papers.map(({ paper }) => paper),
    [3, 1, 2].map(paper),
  );
  assert.deepEqual(await collections.take(ADA, id, papers(1, 9)), [paper(1), paper(2), paper(3)]);
  assert.deepEqual(await collections.add(ADA, id, []), []);
});

test('a person has each name once, however it is written, and others have it too', async () => {
  const at = await house();
  const { collections } = at.reading;
  const { id } = await collections.create(ADA, 'Sepsis');
  await collections.create(BEN, 'Sepsis');
  await refused(at, () => collections.create(ADA, 'SEPSIS'), 'conflict', /already. Choose another name/);
  const other = await collections.create(ADA, 'ARDS');
  await refused(at, () => collections.rename(ADA, other.id, 'sepsis'), 'conflict', /already/);
  assert.equal((await collections.rename(ADA, id, 'SEPSIS 🫀')).name, 'SEPSIS 🫀');
  assert.deepEqual(
    (await collections.list(ADA)).map(({ name }) => name),
    ['ARDS', 'SEPSIS 🫀'],
  );
  await refused(at, () => collections.create(ADA, ' '), 'bad_request', /name of the collection is empty/);
});

test('what is shared for reading is read, what is shared for adding is added to, and only its owner does the rest', async () => {
  const at = await house();
  const { collections } = at.reading;
  const { id } = await collections.create(ADA, 'Sepsis');
  await collections.add(ADA, id, papers(1, 2));
  await collections.share(ADA, id, BEN, 'read');
  await collections.share(ADA, id, CAI, 'add');
  const [seen] = await collections.list(BEN);
  assert.deepEqual([seen?.right, seen?.owner, seen?.paperCount, seen?.memberCount], ['read', ADA, 2, 2]);
  await refused(at, () => collections.add(BEN, id, [paper(3)]), 'forbidden', /for reading/);
  await refused(at, () => collections.take(BEN, id, [paper(1)]), 'forbidden', /for reading/);

  assert.deepEqual(await collections.add(CAI, id, papers(2, 3)), [paper(3)]);
  assert.deepEqual(await collections.take(CAI, id, papers(1, 3)), [paper(3)]);
  await collections.add(CAI, id, [paper(4)]);
  for (const act of [
    () => collections.rename(CAI, id, 'Mine'),
    () => collections.remove(CAI, id),
    () => collections.share(CAI, id, BEN, 'add'),
    () => collections.unshare(CAI, id, BEN),
  ])
    await refused(at, act, 'forbidden', /belongs to somebody else/);

  const { papers: inIt, members } = await collections.get(BEN, id);
  assert.deepEqual(
    inIt.map(({ paper, addedBy }) => [paper, addedBy]),
    [
      [paper(1), ADA],
      [paper(2), ADA],
      [paper(4), CAI],
    ],
  );
  assert.deepEqual(
    members.map(({ account, right }) => [account, right]),
    [
      [BEN, 'read'],
      [CAI, 'add'],
    ],
  );
  await collections.share(ADA, id, BEN, 'add');
  assert.deepEqual(await collections.add(BEN, id, [paper(5)]), [paper(5)]);
  await refused(at, () => collections.share(ADA, id, ADA, 'add'), 'bad_request', /is yours/);
  await refused(at, () => collections.share(ADA, id, BEN, 'own' as 'add'), 'bad_request', /shared for reading/);
});

test('a collection that is not shared with somebody does not exist for them, before and after', async () => {
  const at = await house();
  const { collections } = at.reading;
  const { id } = await collections.create(ADA, 'Sepsis');
  const gone = /There is no such collection/;
  const tries = (of: CollectionId) => [
    () => collections.get(BEN, of),
    () => collections.add(BEN, of, [paper(1)]),
    () => collections.take(BEN, of, [paper(1)]),
    () => collections.rename(BEN, of, 'Mine'),
    () => collections.remove(BEN, of),
    () => collections.share(BEN, of, CAI, 'read'),
    () => collections.unshare(BEN, of, CAI),
    () => collections.leave(BEN, of),
  ];
  for (const act of [...tries(id), ...tries('c-none' as CollectionId)]) await refused(at, act, 'not_found', gone);
  assert.deepEqual(await collections.list(BEN), []);

  await collections.share(ADA, id, BEN, 'add');
  await collections.add(BEN, id, [paper(1)]);
  await collections.leave(BEN, id);
  await refused(at, () => collections.get(BEN, id), 'not_found', gone);
  assert.equal((await collections.get(ADA, id)).papers[0]?.addedBy, BEN);
  await collections.share(ADA, id, BEN, 'read');
  await collections.unshare(ADA, id, BEN);
  await refused(at, () => collections.get(BEN, id), 'not_found', gone);
  await refused(at, () => collections.leave(ADA, id), 'conflict', /cannot be left/);
  await collections.remove(ADA, id);
  await refused(at, () => collections.get(ADA, id), 'not_found', gone);
});
