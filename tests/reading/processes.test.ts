/** Two browsers of one person, and several processes at one house: nothing is lost, and the database says what came last. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { ADA, house, paper, papers } from './_reading.ts';

/** Sets all of them off together, once all are ready, and waits until they have ended well. */
async function together(folder: string, ...acts: readonly (readonly string[])[]): Promise<void> {
  const neighbours = acts.map((act) =>
    spawn(process.execPath, [join(import.meta.dirname, '_neighbour.ts'), folder, ...act], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 60_000,
    }),
  );
  const exits = neighbours.map((neighbour) => once(neighbour, 'exit'));
  await Promise.all(neighbours.map(({ stdout }) => once(stdout, 'data')));
  for (const { stdin } of neighbours) stdin.end('go\n');
  assert.deepEqual(
    await Promise.all(exits),
    acts.map(() => [0, null]),
  );
}

test('two record stores on one file in the same moment lose nothing', async () => {
  const at = await house();
  const other = await at.again();
  await Promise.all([
    ...papers(1, 40).map((one) => at.reading.marks.act(ADA, one, 'like')),
    ...papers(21, 60).map((one) => other.marks.act(ADA, one, 'save')),
    ...papers(1, 60).map((one) => other.marks.act(ADA, one, 'read')),
  ]);
  const marks = [...(await at.reading.marks.of(ADA, papers(1, 60))).values()];
  assert.equal(marks.filter(({ opinion }) => opinion === 'like').length, 40);
  assert.equal(marks.filter(({ isSaved }) => isSaved).length, 40);
  assert.equal(marks.filter(({ isRead }) => isRead).length, 60);
  assert.equal(at.rows()['reading_history']?.length, 140);
});

test('processes that write for one person at the same time lose nothing', async () => {
  const at = await house();
  await together(at.folder, ['like', ADA, '1', '40'], ['save', ADA, '1', '40'], ['save', ADA, '21', '60']);
  const marks = [...(await at.reading.marks.of(ADA, papers(1, 60))).values()];
  assert.equal(marks.filter(({ opinion }) => opinion === 'like').length, 40);
  assert.equal(marks.filter(({ isSaved }) => isSaved).length, 60);
  assert.deepEqual((await at.reading.saved.counts(ADA)).labels, [{ label: 'Together', count: 60 }]);
});

test('of two processes that change their mind at once the later entry of the history stands', async () => {
  const at = await house();
  await together(at.folder, ['toggle', ADA], ['toggle', ADA]);
  const { entries } = await at.reading.marks.history(ADA, { limit: 200 });
  assert.equal((await at.reading.marks.of(ADA, [paper(1)])).get(paper(1))?.opinion, entries[0]?.act);
  // No entry says what was so before.
  for (const [n, { act }] of entries.entries()) assert.notEqual(act, entries[n + 1]?.act);
});
