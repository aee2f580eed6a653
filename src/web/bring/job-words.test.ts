/** Jobs in words: how far, how it went, what was kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JobView } from '#api/index.ts';
import { kept, outcome, progress, progressHeard, remarks, statusInWords } from './job-words.ts';

function job(of: Partial<JobView>): JobView {
  return {
    id: 1,
    kind: 'fetch',
    title: '“heart failure”',
    status: 'running',
    isWish: false,
    createdAt: '2026-11-03T10:00:00.000Z',
    added: 0,
    updated: 0,
    unchanged: 0,
    deleted: 0,
    quarantined: 0,
    notFound: [],
    badLines: [],
    notes: [],
    ...of,
  };
}

test('progress is counted in papers, or in what is read of a file', () => {
  assert.equal(progress(job({})), 'Asking PubMed which papers these are');
  assert.equal(progress(job({ wanted: 1_000, done: 600, added: 412 })), '600 of 1,000 papers, 412 new');
  const file = job({ kind: 'import', wanted: 8_400_000, done: 3_120_000, added: 9_120 });
  assert.equal(progress(file), '3.1 MB of 8.4 MB read, 9,120 new');
});

test('what is heard of the progress changes by quarters', () => {
  const heard = [0, 249, 250, 600, 999, 1_000].map((done) => progressHeard(job({ wanted: 1_000, done })));
  assert.equal(new Set(heard).size, 5);
  assert.equal(heard[0], heard[1]);
});

test('the outcome counts what came in and leaves out what is none', () => {
  const whole = job({ status: 'done', added: 980, updated: 3, unchanged: 17 });
  assert.equal(outcome(whole), '1,000 papers are in: 980 new, 3 changed, 17 as they were.');
  assert.equal(outcome(job({ status: 'done', added: 1 })), '1 paper is in: 1 new.');
  assert.equal(outcome(job({ status: 'done' })), 'No papers came in.');
  assert.equal(outcome(job({ status: 'done', kind: 'keep-current' })), 'Nothing new since the last time.');
});

test('what stopped says what was kept', () => {
  assert.equal(kept(job({})), 'No papers have come in from it yet.');
  assert.equal(kept(job({ added: 412, unchanged: 188 })), 'What came in stays: 600 papers, 412 new.');
});

test('a part of what matches, and what was set aside, are told', () => {
  const done = job({ status: 'done', wanted: 1_000, total: 41_207, quarantined: 1, deleted: 2, notes: ['A note.'] });
  assert.deepEqual(remarks(done), [
    'These are the newest 1,000 of the 41,207 that match in PubMed.',
    '2 papers that PubMed has withdrawn were taken away.',
    '1 record could not be read and is set aside.',
    'A note.',
  ]);
});

test('a wish says that it waits for a person', () => {
  const wish = job({ status: 'stopped', isWish: true, askedBy: 'Mara Oyelaran' });
  assert.equal(statusInWords(wish), 'Waits for a librarian');
  assert.equal(kept(wish), 'Whoever may bring papers lets it go on.');
});
