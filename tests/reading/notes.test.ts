/** Private notes: kept as they are, warned of where they tell who a patient is. */
import assert from 'node:assert/strict';
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
