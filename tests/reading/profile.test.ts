/** What a reader asks of the feed, and which of their opinions it is built on: since they started over, and until they paused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeforeStartOver, Interest, Judged, LeftOut } from '#reading/index.ts';
import { ADA, BEN, house, paper, papers, refused } from './_reading.ts';
import type { House } from './_reading.ts';

const ALL = { likes: 10_000, lesses: 10_000 };
const SEPSIS: Interest = { kind: 'topic', value: 'Sepsis' };
const NOTHING_LEFT_OUT: LeftOut = { types: [], journals: [], species: [], onlyLanguages: [] };

/** The papers liked and those not, the newest first, and the numbers of all. */
async function told(at: House, question = ALL): Promise<unknown> {
  return numbersOf(await at.reading.profile.judged(ADA, question));
}

function numbersOf({ liked, disliked, likes, lesses }: Judged): unknown {
  const ids = (list: Judged['liked']): string[] => list.map(({ paper }) => paper);
  return [ids(liked), ids(disliked), likes, lesses];
}

test('who never said anything reads five papers a day, of everything', async () => {
  const at = await house();
  assert.deepEqual(await at.reading.profile.of(ADA), {
    places: 5,
    isPaused: false,
    leftOut: NOTHING_LEFT_OUT,
    interests: [],
    stances: [],
    isNew: true,
  });
});

test('each thing that is changed stays until it is changed again, list by list, and is nobody else’s', async () => {
  const at = await house();
  const { profile } = at.reading;
  await profile.change(ADA, {
    places: 12,
    leftOut: { types: ['Letter', 'Editorial', 'Letter'], onlyLanguages: ['eng'] },
  });
  await profile.change(ADA, { leftOut: { journals: ['Annals of Ward Medicine'], types: ['Editorial'] } });
  await profile.change(ADA, { leftOut: { species: ['animals-only'] } });
  await profile.choose(ADA, [{ kind: 'specialty', value: ' Geriatrics ' }, SEPSIS, SEPSIS]);
  at.clock.ms = 1_000;
  await profile.say(ADA, 'statin', 'less');
  await profile.say(ADA, 'old adult', 'more');
  at.clock.ms = 2_000;
  const now = await profile.say(ADA, 'statin', 'forget');
  assert.deepEqual(now, {
    places: 12,
    isPaused: false,
    leftOut: {
      types: ['Editorial'],
      journals: ['Annals of Ward Medicine'],
      species: ['animals-only'],
      onlyLanguages: ['eng'],
    },
    interests: [{ kind: 'specialty', value: 'Geriatrics' }, SEPSIS],
    stances: [
      { term: 'statin', stance: 'forget', at: '2026-03-09T12:00:02.000Z' },
      { term: 'old adult', stance: 'more', at: '2026-03-09T12:00:01.000Z' },
    ],
    isNew: false,
  });
  assert.deepEqual(await (await at.again()).profile.of(ADA), now);
  assert.equal((await profile.of(BEN)).isNew, true);
  const less = await profile.say(ADA, 'statin', 'none');
  assert.deepEqual(less.stances.map(({ term }) => term), ['old adult']); // prettier-ignore
});

test('choosing nothing is an answer: that person is new no more', async () => {
  const at = await house();
  assert.equal((await at.reading.profile.choose(ADA, [])).isNew, false);
});

test('what does not fit is refused in a sentence, and nothing is kept', async () => {
  const at = await house();
  const { profile } = at.reading;
  const no = (act: () => Promise<unknown>, sentence: RegExp) => refused(at, act, 'bad_request', sentence);
  const many = (n: number): string[] => Array.from({ length: n }, (_, k) => `Value ${k}`);
  for (const places of [0, 13, 2.5, Number.NaN]) await no(() => profile.change(ADA, { places }), /1 to 12 papers/);
  await no(() => profile.change(ADA, { leftOut: { types: many(51) } }), /51 lines; at most 50/);
  await no(() => profile.change(ADA, { leftOut: { journals: ['x'.repeat(301)] } }), /longer than 300/);
  await no(() => profile.change(ADA, { leftOut: { onlyLanguages: [' '] } }), /is empty/);
  await no(() => profile.change(ADA, { leftOut: { types: ['a\u0000b'] } }), /cannot be seen/);
  await no(() => profile.change(ADA, { leftOut: { species: ['people' as 'animals-only'] } }), /"animals-only"/);
  await no(() => profile.choose(ADA, many(21).map((value) => ({ kind: 'topic', value }))), /21 interests/); // prettier-ignore
  await no(
    () => profile.choose(ADA, [{ kind: 'colour' as 'topic', value: 'red' }]),
    /one of: topic, journal, specialty/,
  );
  for (const term of ['a b c', 'a  b', ' a', ''])
    await no(() => profile.say(ADA, term, 'more'), /two with a blank|empty/);
  await no(() => profile.say(ADA, 'statin', 'most' as 'more'), /more, less, forget, none/);
  await no(() => profile.judged(ADA, { likes: 10_001, lesses: 0 }), /0 to 10000/);
  const instant = '2026-03-09T12:00:00.000Z';
  const stances = many(501).map((term) => ({ term, stance: 'more' as const, at: instant }));
  await no(() => profile.takeBack(ADA, { interests: [], stances }), /too many/);
  await profile.takeBack(ADA, { interests: [], stances: stances.slice(0, 500) });
  await no(() => profile.say(ADA, 'statin', 'more'), /500 words/);
  assert.equal((await profile.say(ADA, 'Value 7', 'less')).stances.length, 500);
});

test('the newest opinions that stand now are told, each with the entry that gave it', async () => {
  const at = await house();
  const { marks, profile } = at.reading;
  await marks.actOnAll(ADA, papers(1, 6), 'like');
  await marks.act(ADA, paper(2), 'save');
  await marks.act(ADA, paper(3), 'no-opinion');
  await marks.act(ADA, paper(4), 'less');
  at.clock.ms = 60_000;
  await marks.act(ADA, paper(4), 'less', { why: 'poor-study' });
  await marks.act(ADA, paper(5), 'no-opinion');
  await marks.act(ADA, paper(5), 'like');
  await marks.act(BEN, paper(1), 'less');
  assert.deepEqual(await told(at), [['pm5', 'pm6', 'pm2', 'pm1'], ['pm4'], 4, 1]);
  assert.deepEqual(await told(at, { likes: 2, lesses: 0 }), [['pm5', 'pm6'], [], 4, 1]);
  const { liked, disliked } = await profile.judged(ADA, ALL);
  const { entries } = await marks.history(ADA);
  const entryOf = (id: string) => entries.find(({ paper, act }) => paper === id && act !== 'save');
  for (const one of [...liked, ...disliked]) {
    const { act: _, ...entry } = entryOf(one.paper) ?? assert.fail();
    assert.deepEqual(one, entry);
  }
  assert.equal(disliked[0]?.why, 'poor-study');
});

test('while it is paused nothing that is thought, taken back or thought otherwise counts, and afterwards all of it does', async () => {
  const at = await house();
  const { marks, profile } = at.reading;
  await marks.actOnAll(ADA, papers(1, 4), 'like');
  await marks.act(ADA, paper(9), 'less');
  assert.equal((await profile.change(ADA, { isPaused: true })).isPaused, true);
  const paused = [['pm4', 'pm3', 'pm2', 'pm1'], ['pm9'], 4, 1];
  await marks.act(ADA, paper(1), 'no-opinion');
  await marks.act(ADA, paper(2), 'less');
  await marks.act(ADA, paper(3), 'no-opinion');
  await marks.act(ADA, paper(3), 'like');
  await marks.act(ADA, paper(7), 'like');
  await marks.act(ADA, paper(9), 'like');
  assert.deepEqual(await told(at), paused);
  // Paused again, and something else changed: the moment is the first.
  await profile.change(ADA, { isPaused: true, places: 3 });
  assert.deepEqual(await told(at), paused);
  await profile.change(ADA, { isPaused: false });
  assert.deepEqual(await told(at), [['pm9', 'pm7', 'pm3', 'pm4'], ['pm2'], 4, 1]);
});

test('who pauses before they thought anything is shown by nothing that they think', async () => {
  const at = await house();
  await at.reading.profile.change(ADA, { isPaused: true });
  await at.reading.marks.act(ADA, paper(1), 'like');
  assert.deepEqual(await told(at), [[], [], 0, 0]);
});

test('starting over forgets opinions, interests and words but not the marks, and taking it back restores every one', async () => {
  const at = await house();
  const { marks, profile } = at.reading;
  await marks.actOnAll(ADA, papers(1, 3), 'like');
  await profile.change(ADA, { places: 7, leftOut: { types: ['Letter'] } });
  await profile.choose(ADA, [SEPSIS]);
  await profile.say(ADA, 'statin', 'less');
  const first = await profile.of(ADA);
  at.clock.ms = 1_000;
  const before = asSent(await profile.startOver(ADA));
  await marks.act(ADA, paper(3), 'save');
  await marks.act(ADA, paper(4), 'like');
  assert.deepEqual(await told(at), [['pm4'], [], 1, 0]);
  assert.equal((await marks.of(ADA, [paper(1)])).get(paper(1))?.opinion, 'like');
  const second = await profile.of(ADA);
  assert.deepEqual(second, { ...first, interests: [], stances: [], startedOverAt: '2026-03-09T12:00:01.000Z' });
  // Once more, and then one after the other back.
  at.clock.ms = 2_000;
  const between = asSent(await profile.startOver(ADA));
  assert.deepEqual(await told(at), [[], [], 0, 0]);
  await profile.choose(ADA, [{ kind: 'journal', value: 'Review Letters in Care' }]);
  assert.deepEqual(await profile.takeBack(ADA, between), second);
  assert.deepEqual(await told(at), [['pm4'], [], 1, 0]);
  assert.deepEqual(await profile.takeBack(ADA, before), first);
  assert.deepEqual(await told(at), [['pm4', 'pm3', 'pm2', 'pm1'], [], 4, 0]);
});

test('what was not handed out by starting over is not taken back', async () => {
  const at = await house();
  const { profile } = at.reading;
  const nothing: BeforeStartOver = { interests: [], stances: [] };
  const said = { term: 'statin', stance: 'less', at: '2026-03-09T12:00:01.000Z' } as const;
  for (const before of [
    { ...nothing, startedOver: { at: '2026-03-09T12:00:01.000Z', sequence: 7 } },
    { ...nothing, startedOver: { at: 'noon', sequence: 0 } },
    { ...nothing, startedOver: { at: '2026-03-09T12:00:01.000Z', sequence: -1 } },
    { ...nothing, stances: [{ ...said, at: 'noon' }] },
    { ...nothing, stances: [said, { ...said, stance: 'more' as const }] },
    { ...nothing, stances: [{ ...said, term: 'one two three' }] },
    { ...nothing, interests: [{ kind: 'topic' as const, value: '' }] },
  ])
    await refused(at, () => profile.takeBack(ADA, before), 'bad_request', /taken back|blank|empty/);
});

test('the revision grows with whatever an order of papers depends on, and with nothing of others', async () => {
  const at = await house();
  const { marks, profile } = at.reading;
  let last = await profile.revision(ADA);
  let before: BeforeStartOver = { interests: [], stances: [] };
  for (const act of [
    () => marks.act(ADA, paper(1), 'like'),
    () => marks.act(ADA, paper(1), 'hide'),
    () => profile.change(ADA, { isPaused: true }),
    () => profile.change(ADA, { isPaused: false }),
    () => profile.choose(ADA, [SEPSIS]),
    () => profile.say(ADA, 'statin', 'less'),
    () => profile.say(ADA, 'statin', 'none'),
    async () => (before = await profile.startOver(ADA)),
    () => profile.takeBack(ADA, before),
  ]) {
    await act();
    const now = await profile.revision(ADA);
    assert.ok(now > last, `${now} after ${last}: ${String(act)}`);
    last = now;
  }
  await marks.act(BEN, paper(1), 'like');
  await profile.choose(BEN, [SEPSIS]);
  await profile.of(ADA);
  await profile.judged(ADA, ALL);
  assert.equal(await profile.revision(ADA), last);
});

test('of ten thousand papers that somebody likes the newest are found without walking through all of them', async () => {
  const at = await house();
  const { marks, profile } = at.reading;
  for (let first = 1; first < 10_000; first += 1_000) {
    await marks.actOnAll(ADA, papers(first, first + 999), 'like');
    await marks.actOnAll(ADA, papers(first, first + 999), 'read');
  }
  await marks.actOnAll(ADA, papers(9_001, 9_400), 'no-opinion');
  const question = { likes: 500, lesses: 500 };
  const { liked, likes } = await profile.judged(ADA, question);
  assert.deepEqual([liked.length, liked[0]?.paper, liked[499]?.paper, likes], [500, 'pm10000', 'pm9501', 9_600]);
  // Of many the quickest, in time of the processor: other programs run beside this one. It takes three milliseconds.
  const times: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const from = process.cpuUsage();
    await profile.judged(ADA, question);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1_000);
  }
  const quickest = Math.min(...times);
  assert.ok(quickest < 15, `${quickest} ms`);
  // The other way of counting says the same.
  await marks.act(ADA, paper(10_001), 'less');
  await profile.change(ADA, { isPaused: true });
  const paused = await profile.judged(ADA, question);
  assert.deepEqual([paused.likes, paused.lesses, paused.liked], [9_600, 1, liked]);
});

/** As it comes back from a browser. */
function asSent(before: BeforeStartOver): BeforeStartOver {
  return JSON.parse(JSON.stringify(before)) as BeforeStartOver;
}
