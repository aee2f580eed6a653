/** What the feed showed somebody: one list a day, the same for whoever asks, and nothing older than sixty days. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import type { KeptToday } from '#reading/index.ts';
import { ADA, BEN, house, paper, papers, refused } from './_reading.ts';

const DAY = '2026-03-09';

/** The n-th day of March 2026 and on. */
function dayOf(n: number): string {
  return new Date(Date.UTC(2026, 2, n)).toISOString().slice(0, 10);
}

test('the list of a day is kept as it was, and the first one stands whoever comes after', async () => {
  const at = await house();
  const { todays } = at.reading;
  assert.equal(await todays.get(ADA, DAY), undefined);
  const record = { papers: ['pm1', 'pm2'], why: { pm1: ['sepsis', 'Ålder'] }, of: 212, none: null };
  const kept: KeptToday = await todays.keep(ADA, DAY, record, papers(1, 2));
  assert.deepEqual(kept, { day: DAY, openedAt: '2026-03-09T12:00:00.000Z', record });
  at.clock.ms = 60_000;
  assert.deepEqual(await todays.keep(ADA, DAY, { papers: ['pm3'] }, [paper(3)]), kept);
  assert.deepEqual(await (await at.again()).todays.get(ADA, DAY), kept);
  assert.equal(await todays.get(BEN, DAY), undefined);
  assert.deepEqual([...(await todays.shown(ADA))], [['pm1', 1], ['pm2', 1]]); // prettier-ignore
});

test('two stores that open a day in the same moment get the same list, and each paper is counted once', async () => {
  const at = await house();
  const other = await at.again();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      (n % 2 === 0 ? at.reading : other).todays.keep(ADA, DAY, { n }, [paper(n + 1), paper(n + 1), paper(100)]),
    ),
  );
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  const [first] = answers;
  assert.ok(first);
  const { n } = first.record as { n: number };
  assert.deepEqual(await at.reading.todays.shown(ADA), new Map([[paper(n + 1), 1], [paper(100), 1]])); // prettier-ignore
});

test('two processes that open days in the same moment get the same lists', async () => {
  const at = await house();
  const neighbours = ['first', 'second'].map((name) =>
    spawn(process.execPath, [join(import.meta.dirname, '_opens-days.ts'), at.folder, ADA, name], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 60_000,
    }),
  );
  // Of all that a process says only its days: the runner of the tests speaks there too.
  const told = neighbours.map(async ({ stdout }) =>
    (await stdout.setEncoding('latin1').toArray()).join('').match(/^\d\d \{.*$/gm),
  );
  await Promise.all(neighbours.map(({ stdout }) => once(stdout, 'readable')));
  for (const { stdin } of neighbours) stdin.end('go\n');
  const [first, second] = await Promise.all(told);
  assert.equal(first?.length, 20);
  assert.deepEqual(first, second);
  assert.deepEqual([...(await at.reading.todays.shown(ADA)).values()], [20]);
});

test('of the days the newest sixty are kept, with what changed in them, and how often a paper was shown stays', async () => {
  const at = await house();
  const { todays } = at.reading;
  for (let n = 1; n <= 62; n += 1) {
    await todays.keep(ADA, dayOf(n), { n }, n <= 2 ? papers(1, n) : [paper(10 + n)]);
    if (n <= 3) await todays.note(ADA, dayOf(n), { n });
  }
  await todays.keep(BEN, dayOf(1), {}, []);
  const days = await todays.days(ADA, 60);
  assert.deepEqual([days.length, days[0]?.day, days.at(-1)?.day], [60, dayOf(62), dayOf(3)]);
  assert.deepEqual(days.slice(0, 2), await todays.days(ADA, 2));
  assert.equal(await todays.get(ADA, dayOf(2)), undefined);
  assert.deepEqual(await todays.changes(ADA, dayOf(2)), []);
  assert.equal((await todays.changes(ADA, dayOf(3))).length, 1);
  assert.equal((await todays.days(BEN)).length, 1);
  assert.equal((await todays.shown(ADA)).size, 62);
  assert.deepEqual(await todays.shownTwice(ADA), new Map([[paper(1), 2]]));
  assert.deepEqual(at.rows()['reading_shown']?.find(({ paper }) => paper === 'pm1')?.['last_day'], dayOf(2));
});

test('the last list before a day is found over a gap, and there is none before the first', async () => {
  const at = await house();
  const { todays } = at.reading;
  for (const day of ['2025-12-30', '2026-03-06', DAY]) await todays.keep(ADA, day, { day }, []);
  assert.deepEqual((await todays.lastBefore(ADA, DAY))?.record, { day: '2026-03-06' });
  assert.equal((await todays.lastBefore(ADA, '2026-03-06'))?.day, '2025-12-30');
  assert.equal(await todays.lastBefore(ADA, '2025-12-30'), undefined);
  assert.equal(await todays.lastBefore(BEN, DAY), undefined);
});

test('what changes in a list is told in its order, to its own reader', async () => {
  const at = await house();
  const { todays } = at.reading;
  await todays.keep(ADA, DAY, [], []);
  await todays.keep(BEN, DAY, [], []);
  const first = await todays.note(ADA, DAY, { liked: 'pm1', up: ['pm2'] });
  at.clock.ms = -60_000;
  const second = await todays.note(ADA, DAY, 'undone');
  await todays.note(BEN, DAY, { liked: 'pm9' });
  assert.deepEqual(await todays.changes(ADA, DAY), [first, second]);
  assert.deepEqual([first.change, second.change], [{ liked: 'pm1', up: ['pm2'] }, 'undone']);
  assert.ok(first.sequence < second.sequence && first.at > second.at);
  await refused(at, () => todays.note(ADA, '2026-03-10', {}), 'not_found', /Nothing was kept for 2026-03-10/);
});

test('what is no day, no JSON, no paper or too much is refused in a sentence', async () => {
  const at = await house();
  const { todays } = at.reading;
  const no = (act: () => Promise<unknown>, sentence: RegExp) => refused(at, act, 'bad_request', sentence);
  for (const day of ['2026-02-29', '2026-3-9', 'today', '2026-13-01', ''])
    for (const act of [
      () => todays.keep(ADA, day, {}, []),
      () => todays.get(ADA, day),
      () => todays.lastBefore(ADA, day),
      () => todays.note(ADA, day, {}),
      () => todays.changes(ADA, day),
    ])
      await no(act, /is no day. It looks like 2026-03-09/);
  await no(() => todays.keep(ADA, DAY, undefined, []), /nothing that can be kept/);
  await no(() => todays.keep(ADA, DAY, 'é'.repeat(100_000), []), /200002 bytes; 200000 fit/);
  await no(() => todays.keep(ADA, DAY, {}, ['7' as ReturnType<typeof paper>]), /no paper's id/);
  for (const limit of [0, 61, 1.5]) await no(() => todays.days(ADA, limit), /From 1 to 60 days/);
  await todays.keep(ADA, DAY, 'é'.repeat(99_999), papers(1, 500));
  await no(() => todays.note(ADA, DAY, 'x'.repeat(3_999)), /4001 bytes; 4000 fit/);
  assert.equal((await todays.note(ADA, DAY, 'x'.repeat(3_998))).change, 'x'.repeat(3_998));
});
