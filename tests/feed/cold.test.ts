/** Readers of whom little is known, or very much, and libraries that are odd: each has an answer. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { suite, test } from 'node:test';
import type { Paper } from '#model/index.ts';
import type { Interest } from '#reading/index.ts';
import { paperOf } from '../_papers.ts';
import { ADA, DAY, feedHouse, idsOf, NEXT, rowsAbout, settled, until } from './_feed.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';

const FIELDS = ['cardiology', 'informatics', 'nephrology', 'dermatology'] as const;
const ALL = FIELDS.flatMap((field) => papersIn(field, 1, 20));
const isOf = (field: (typeof FIELDS)[number], id: string): boolean =>
  papersIn(field, 1, 20).some((paper) => paper.id === id);

test('an empty library is said to be empty, and of somebody unknown it is asked what they want', async () => {
  const house = await feedHouse([]);
  assert.equal((await settled(() => house.feed().today(ADA, DAY))).kind, 'empty');
  await house.feed().choose(ADA, [{ kind: 'specialty', value: 'cardiology' }]);
  const today = await house.today();
  assert.deepEqual([idsOf(today), today.behind], [[], 0]);
  const full = await feedHouse(ALL);
  for (const ask of [() => full.feed().today(ADA, DAY), () => full.feed().stream(ADA, DAY, 0, 20)])
    assert.equal((await settled<{ kind: string }>(ask)).kind, 'choose');
  // Choosing nothing leaves nothing to rank by.
  await full.feed().choose(ADA, []);
  assert.equal((await settled(() => full.feed().today(ADA, DAY))).kind, 'choose');
  assert.deepEqual(await full.feed().days(ADA), []);
});

test('three interests are enough for a Today with papers of each, and it says so', async () => {
  const house = await feedHouse(ALL);
  await house.feed().choose(ADA, [
    { kind: 'topic', value: 'Cardiology' },
    { kind: 'topic', value: 'informatics practice' },
    { kind: 'journal', value: 'Annals of nephrology' },
  ]);
  await house.feed().change(ADA, { places: 12 });
  const { rows } = (await house.today()).standing;
  for (const field of ['cardiology', 'informatics', 'nephrology'] as const) {
    const own = rows.filter(({ row }) => !row.isExploration && isOf(field, row.id));
    assert.ok(own.length >= 2, `${own.length} of ${field}`);
    for (const { row } of own)
      assert.ok(
        row.why.some(({ kind }) => kind === (field === 'nephrology' ? 'journal' : 'chosen')),
        JSON.stringify(row.why),
      );
  }
});

test('topics are counted by headings and keywords, in whichever case, and found by how their words begin', async () => {
  const extra: Paper[] = [
    paperIn('cardiology', 501, { keywords: [{ text: 'CARDIOLOGY' }], mesh: [{ name: 'Humans' }] }),
    paperIn('cardiology', 502, { keywords: [], mesh: [] }),
  ];
  const house = await feedHouse([...ALL, ...extra]);
  const ask = (words: string) =>
    until(
      () => house.feed().choices(ADA, words),
      ({ isPreparing }) => !isPreparing,
    );
  const { choices, counted } = await ask('card');
  assert.equal(counted, 'window');
  const counts = new Map(choices.map(({ kind, name, count }) => [`${kind} ${name}`, count]));
  assert.equal(counts.get('topic Cardiology'), 21);
  assert.equal(counts.get('topic cardiology practice'), 20);
  assert.equal(counts.get('journal Annals of cardiology'), 22);
  assert.ok(counts.has('specialty Cardiology'));
  assert.deepEqual(
    (await ask('prac derm')).choices.map(({ name, count }) => [name, count]),
    [['dermatology practice', 20]],
  );
  for (const words of ['ardio', 'zzz', '%', '"', '\u0000'])
    assert.ok(!(await ask(words)).choices.some(({ count }) => count > 22));
  assert.deepEqual((await ask('zzz')).choices, []);
  assert.ok((await ask('')).choices.length > 0);
  assert.ok(!(await ask('humans')).choices.some(({ kind }) => kind === 'topic'));
});

test('examples are ten papers unlike each other, none of them a notice or retracted', async () => {
  const never = ['Retraction Notice', 'Retracted Publication'].map((name, at) =>
    paperIn('dermatology', 600 + at, { publicationTypes: [{ name }] }, 30),
  );
  const house = await feedHouse([...ALL, ...never]);
  const { examples } = await until(
    () => house.feed().choices(ADA, ''),
    ({ isPreparing }) => !isPreparing,
  );
  assert.equal(new Set(examples).size, 10);
  for (const field of FIELDS)
    assert.ok(
      examples.some((id) => isOf(field, id)),
      field,
    );
  for (const { id } of never) assert.ok(!examples.includes(id));
  const few = await feedHouse(papersIn('cardiology', 1, 3));
  const found = await until(
    () => few.feed().choices(ADA, ''),
    ({ isPreparing }) => !isPreparing,
  );
  assert.equal(found.examples.length, 3);
});

test('a preview shows what would come and keeps nothing', async () => {
  const house = await feedHouse(ALL);
  const interests: Interest[] = [{ kind: 'topic', value: 'Dermatology' }];
  const rows = await until(
    () => house.feed().preview(ADA, DAY, interests),
    (shown) => shown.length > 0,
  );
  assert.equal(rows.length, 3);
  for (const { id, why } of rows) {
    assert.ok(isOf('dermatology', id));
    assert.ok(why.some((reason) => reason.kind === 'chosen' && reason.interest === 'Dermatology'));
  }
  assert.deepEqual(rowsAbout(house, ADA), {});
  assert.equal((await settled(() => house.feed().today(ADA, DAY))).kind, 'choose');
  assert.equal((await house.feed().preview(ADA, DAY, [])).length, 3);
  assert.deepEqual(rowsAbout(house, ADA), {});
});

suite('each has a Today', () => {
  test('who only dislikes: what is like it comes last', async () => {
    const house = await feedHouse(ALL);
    for (let n = 1; n <= 4; n += 1) await house.reading.marks.act(ADA, paperIn('cardiology', n).id, 'less');
    const { rows } = await house.stream(ADA, DAY, 0, 100);
    const places = rows.flatMap(({ id }, at) => (isOf('cardiology', id) ? [at] : []));
    assert.ok(places.length > 0 && places.reduce((sum, at) => sum + at, 0) / places.length > 50, places.join());
    assert.equal(idsOf(await house.today()).length, 5);
  });

  test('who only dislikes for reasons that say nothing of the subject: the newest first', async () => {
    const house = await feedHouse(ALL);
    await house.reading.marks.act(ADA, paperIn('cardiology', 1).id, 'less', { why: 'poor-study' });
    const { rows } = await house.stream(ADA, DAY, 0, 100);
    const entered = rows.map((row) => row.entered);
    assert.deepEqual(entered, entered.toSorted().reverse());
    assert.equal(idsOf(await house.today()).length, 5);
  });

  test('who likes one paper', async () => {
    const house = await feedHouse(ALL);
    await house.like(paperIn('nephrology', 3).id);
    const { rows } = (await house.today()).standing;
    const usual = rows.filter(({ row }) => !row.isExploration);
    assert.ok(usual.filter(({ row }) => isOf('nephrology', row.id)).length >= usual.length - 1);
  });

  test('who likes ten thousand papers that are not held, and some that are, on two days', async () => {
    const house = await feedHouse(ALL);
    insertLikes(house.folder, 15_000);
    await house.like(paperIn('nephrology', 3).id, paperIn('nephrology', 4).id);
    const today = await house.today();
    assert.equal(idsOf(today).length, 5);
    const profile = await house.feed().profile(ADA, DAY);
    assert.equal(profile.likes, 15_002);
    await house.reading.marks.act(ADA, idsOf(today)[0] as Paper['id'], 'less');
    assert.equal(idsOf(await house.today()).length, 5);
    assert.equal(idsOf(await house.today(ADA, NEXT)).length, 5);
    assert.equal((await house.feed().day(ADA, DAY)).replay.order, 'same');
  });

  test('of a library of one journal and one field', async () => {
    const house = await feedHouse(papersIn('cardiology', 1, 20));
    await house.feed().choose(ADA, [{ kind: 'journal', value: 'Annals of cardiology' }]);
    const today = await house.today();
    assert.equal(idsOf(today).length, 5);
    for (const { row } of today.standing.rows)
      assert.ok(row.isExploration || row.why.some(({ kind }) => kind === 'journal'));
  });

  test('who chose one journal of several: it comes first', async () => {
    const house = await feedHouse(ALL);
    await house.feed().choose(ADA, [{ kind: 'journal', value: 'Annals of dermatology' }]);
    const { rows } = await house.stream(ADA, DAY, 0, 20);
    assert.ok(rows.every(({ id }) => isOf('dermatology', id)));
  });

  test('who chose what no paper has, and who said something of a word that stands nowhere', async () => {
    const house = await feedHouse(ALL);
    await house.feed().choose(ADA, [
      { kind: 'topic', value: 'Astrology' },
      { kind: 'specialty', value: 'no such' },
    ]);
    assert.equal(idsOf(await house.today()).length, 5);
    await house.feed().choose(ADA, []);
    for (const stance of ['more', 'less', 'forget'] as const) await house.feed().say(ADA, `astrolog ${stance}`, stance);
    assert.equal(idsOf(await house.today(ADA, NEXT)).length, 5);
  });

  test('of papers without words, some of which they like', async () => {
    const bare = ['', '—', '1', 'the of and', '中文', '🦔'].map((title, at) =>
      paperOf({ pmid: String(900 + at), title, ...(at % 2 === 0 ? { abstract: title } : {}) }),
    );
    const house = await feedHouse(bare);
    await house.like(bare[0]?.id as Paper['id'], bare[1]?.id as Paper['id']);
    const today = await house.today();
    assert.deepEqual(
      [...idsOf(today)].sort(),
      bare
        .slice(2)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { row } of today.standing.rows) assert.ok(Number.isFinite(row.score));
    assert.ok(Array.isArray((await house.feed().profile(ADA, DAY)).beliefs));
    await house.feed().choices(ADA, '');
    const mixed = await feedHouse([...bare, ...ALL]);
    await mixed.like(bare[0]?.id as Paper['id'], paperIn('cardiology', 1).id);
    assert.equal(idsOf(await mixed.today()).length, 5);
  });
});

/** As by fifteen years of reading: papers of which the library knows nothing. */
function insertLikes(folder: string, count: number): void {
  const db = new DatabaseSync(join(folder, 'records.sqlite'));
  db.exec('begin');
  const history = db.prepare("insert into reading_history (at, account, paper, act) values (?, ?, ?, 'like')");
  const mark = db.prepare(
    "insert into reading_mark (account, paper, opinion, is_read, is_hidden) values (?, ?, 'like', 0, 0)",
  );
  for (let n = 0; n < count; n += 1) {
    const paper = `pm${30_000_000 + n}`;
    history.run(Date.parse('2025-01-01') + n * 60_000, ADA, paper);
    mark.run(ADA, paper);
  }
  db.exec('commit');
  db.close();
}
