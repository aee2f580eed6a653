/** Private notes: kept as they are, warned of where they tell who a patient is. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { ADA, BEN, house, paper, refused } from './_reading.ts';

test("a note is kept as it is written, is its writer's alone, and stands in the history without its text", async () => {
  const at = await house();
  const { marks, notes } = at.reading;
  const text = '  <b>NNT 34</b>\r\n=SUM(A1) 👩‍⚕️ \u0301 ‎end\n';
  const put = await notes.put(ADA, paper(1), text);
  assert.equal(put.kept && put.mark.hasNote, true);
  assert.deepEqual(await notes.get(ADA, paper(1)), { text, changedAt: '2026-03-09T12:00:00.000Z' });
  assert.equal(await notes.get(BEN, paper(1)), undefined);
  assert.equal((await marks.of(ADA, [paper(1)])).get(paper(1))?.hasNote, true);
  assert.equal((await marks.of(BEN, [paper(1)])).get(paper(1))?.hasNote, false);

  await notes.put(ADA, paper(1), text);
  await notes.put(ADA, paper(1), 'other');
  assert.equal((await notes.get(ADA, paper(1)))?.text, 'other');
  assert.equal((await notes.remove(ADA, paper(1))).hasNote, false);
  assert.equal((await notes.remove(ADA, paper(1))).hasNote, false);
  assert.equal(await notes.get(ADA, paper(1)), undefined);
  assert.deepEqual(
    (await marks.history(ADA)).entries.map(({ act }) => act),
    ['unnote', 'note', 'note'],
  );
});

test('a note that seems to tell who a patient is, is not kept until its writer is sure', async () => {
  const at = await house();
  const { notes } = at.reading;
  const text = 'as with Maria Keller, born 3.4.1961';
  const before = at.rows();
  const put = await notes.put(ADA, paper(1), text);
  assert.deepEqual(put, { kept: false, findings: [{ kind: 'name-and-birth-date', start: 8, length: 27 }] });
  assert.deepEqual(at.rows(), before);
  assert.equal((await notes.put(ADA, paper(1), text, { isSure: true })).kept, true);
  assert.equal((await notes.get(ADA, paper(1)))?.text, text);
});

test('ten thousand characters fit, and nothing that is no text', async () => {
  const at = await house();
  const { notes } = at.reading;
  await notes.put(ADA, paper(1), '😀'.repeat(10_000));
  await refused(at, () => notes.put(ADA, paper(1), 'x'.repeat(10_001)), 'bad_request', /10001 characters; 10000 fit/);
  await refused(at, () => notes.put(ADA, paper(1), ' \n'), 'bad_request', /The note is empty/);
  await refused(at, () => notes.put(ADA, paper(1), 'a\u0000b'), 'bad_request', /no text/);
  await refused(at, () => notes.put(ADA, paper(1), 'a\ud800'), 'bad_request', /no text/);
});

test('a note that another window changed is not overwritten unseen, and what nobody would lose is kept', async () => {
  const at = await house();
  const { notes } = at.reading;
  const put = async (text: string, seen?: string | null): Promise<string> => {
    const answer = await notes.put(ADA, paper(1), text, { seen });
    assert.ok(answer.kept);
    return answer.changedAt;
  };
  const first = await put('first', null);
  assert.equal(first, (await notes.get(ADA, paper(1)))?.changedAt);
  // Within the same millisecond, and by a clock that was set back, two notes have two instants.
  const second = await put('second', first);
  assert.notEqual(second, first);
  at.clock.ms -= 60_000;
  const third = await put('third', second);
  assert.equal(Date.parse(third), Date.parse(second) + 1);
  const changed = /This note was changed in another window since you opened it, and nothing was overwritten/;
  for (const seen of [first, second, null, '2020-01-01T00:00:00.000Z'])
    await refused(at, () => put('mine', seen), 'conflict', changed);
  await refused(at, () => notes.remove(ADA, paper(1), { seen: second }), 'conflict', changed);
  assert.equal(await put('third', first), third, 'the same text is no loss');
  await put('anything', undefined);
  await notes.remove(ADA, paper(1), { seen: (await notes.get(ADA, paper(1)))?.changedAt });
  await notes.remove(ADA, paper(1), { seen: third });
  await put('anew', third);
});

test('removing one note among forty thousand is quick, and the rest is cleaned up at the next opening or when it is asked for', async (context) => {
  const at = await house();
  const { notes } = at.reading;
  const file = (): DatabaseSync => new DatabaseSync(join(at.folder, 'records.sqlite'));
  const db = file();
  db.exec(`begin; insert into reading_note (account, paper, text, changed_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 40000)
    select 'p-' || (i % 97), 'pm' || (i + 1000), hex(randomblob(60)), 0 from n; commit`);
  db.close();
  const marked = (): unknown => {
    const looking = file();
    const { user_version } = looking.prepare('pragma user_version').get() ?? {};
    looking.close();
    return user_version;
  };
  await notes.put(ADA, paper(1), 'zebrafish everywhere');
  const start = process.cpuUsage();
  await notes.remove(ADA, paper(1));
  const { user, system } = process.cpuUsage(start);
  context.diagnostic(`It took ${((user + system) / 1_000).toFixed(0)} CPU-ms.`);
  assert.ok((user + system) / 1_000 < 250);
  assert.equal(at.bytes().includes('zebrafish'), false);
  assert.equal(marked(), 1);
  await at.again();
  assert.equal(marked(), 0);
  await notes.put(ADA, paper(2), 'Quilla Oyster, born 3.4.1961', { isSure: true });
  await notes.put(ADA, paper(2), 'the patient of last week');
  assert.equal(marked(), 1);
  await at.reading.tidy();
  assert.equal(marked(), 0);
  assert.equal(at.bytes().includes('Quilla'), false);
  const looking = file();
  assert.equal(looking.prepare('select count(*) as n from reading_note').get()?.['n'], 40_001);
  looking.close();
});
