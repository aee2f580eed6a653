/** Questions that are asked with every page are looked up by an index, however many readers a house has. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openReading } from '#reading/index.ts';
import { openRecordStore } from '#storage/index.ts';
import type { Migrations, RoomRecords, RoomStore } from '#storage/index.ts';
import { ADA, emptyFolder, paper, papers } from './_reading.ts';

/** Runs an act and says how the database would go about each statement of it that reads. */
async function plansOf(act: (reading: Awaited<ReturnType<typeof openReading>>) => Promise<unknown>): Promise<string[]> {
  const folder = emptyFolder();
  const store = await openRecordStore(folder);
  const asked: string[] = [];
  const listening: RoomStore = {
    async room<Tables>(name: string, steps: Migrations): Promise<RoomRecords<Tables>> {
      const records = await store.room<Tables>(name, steps);
      const { read } = records;
      // Kysely hands every query to its executor: the one place where its words can be heard.
      const executor = read.getExecutor();
      const run = executor.executeQuery.bind(executor);
      executor.executeQuery = (query) => {
        asked.push(query.sql);
        return run(query);
      };
      return records;
    },
  };
  const reading = await openReading(listening);
  await reading.saved.label(ADA, papers(1, 2), 'Sepsis', true);
  asked.length = 0;
  await act(reading);
  store.close();
  assert.ok(asked.length > 0);
  const db = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  const plans = asked.flatMap((statement) => {
    const parameters = Array.from(statement.matchAll(/\?/g), () => '1');
    return db
      .prepare(`explain query plan ${statement}`)
      .all(...parameters)
      .map(({ detail }) => String(detail));
  });
  db.close();
  return plans;
}

const isSlow = (step: string): boolean => /^SCAN (?!\(|CONSTANT)/.test(step);

for (const [what, act] of [
  ['the marks of a page', ({ marks }) => marks.of(ADA, papers(1, 20))],
  ['which papers of a page were used', ({ marks }) => marks.used(ADA, papers(1, 20))],
  ['the history', ({ marks }) => marks.history(ADA)],
  ['the history of a paper', ({ marks }) => marks.history(ADA, { paper: paper(1) })],
  ['the saved list', ({ saved }) => saved.list(ADA, { limit: 20 })],
  ['the saved list of a label', ({ saved }) => saved.list(ADA, { label: 'Sepsis' })],
  ['what is saved, counted', ({ saved }) => saved.counts(ADA)],
  ['the collections', ({ collections }) => collections.list(ADA)],
  ['what was opened', ({ history }) => history.listOpened(ADA)],
  ['what was exported', ({ history }) => history.listExported(ADA)],
] as const satisfies readonly (readonly [string, Parameters<typeof plansOf>[0]])[])
  test(`${what}: no table is read from beginning to end`, async () => {
    const plans = await plansOf(act);
    assert.deepEqual(plans.filter(isSlow), [], plans.join('\n'));
    if (what === 'the saved list' || what.startsWith('the history'))
      assert.ok(!plans.some((step) => step.endsWith('USE TEMP B-TREE FOR ORDER BY')), plans.join('\n'));
  });
