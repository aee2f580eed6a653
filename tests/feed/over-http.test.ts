/** The feed over HTTP: for whoever is signed in their own, for anybody else the newest; and what is wrong in a sentence. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ROUTES } from '#api/index.ts';
import type { ChoicesAnswer, FeedPlace, FeedProfile, StreamAnswer, TodayAnswer } from '#api/index.ts';
import type { RecordId } from '#model/index.ts';
import { answered, invited, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';
import { papersIn } from './_papers-of-fields.ts';

type ReadToday = Extract<TodayAnswer, { kind: 'today' }>;

const PAPERS = [...papersIn('cardiology', 1, 28), ...papersIn('dermatology', 1, 28)];
const PATIENCE_MS = 30_000;

let house: App;
let ada: Person;
let ben: Person;
let withoutPeople: TodayAnswer;
before(async () => {
  house = await appOf(PAPERS);
  withoutPeople = await answered(await house.ask('/api/feed'));
  ada = await setUp(house);
  ben = await invited(house, ada, 'ben@example.org');
});
after(() => house.close());

/** Asks until the library was read for the feed. */
async function read<T extends { kind: string } | { state: string } | { isPreparing: boolean }>(
  by: Pick<Person, 'ask'>,
  path: string,
): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(50)) {
    const answer = await answered<T>(await by.ask(path));
    const isPreparing =
      'kind' in answer
        ? answer.kind === 'preparing'
        : 'state' in answer
          ? answer.state === 'preparing'
          : answer.isPreparing;
    if (!isPreparing) return answer;
    assert.ok(Date.now() < end, 'The library was not read for the feed in time.');
  }
}

async function todayOf(by: Pick<Person, 'ask'>): Promise<ReadToday> {
  const today = await read<TodayAnswer>(by, '/api/feed');
  assert.equal(today.kind, 'today');
  return ROUTES.today.answer.parse(today) as ReadToday;
}

const idOf = (place: FeedPlace): string => ('gone' in place ? place.gone.id : place.paper.id);
const mark = (by: Person, paper: string, act: string) => by.post('/api/marks', { paper, act });

suite('without an account', () => {
  test('the newest papers come plainly, what entered PubMed last first', async () => {
    assert.equal(withoutPeople.kind, 'newest');
    const { rows, papers } = withoutPeople as Extract<TodayAnswer, { kind: 'newest' }>;
    assert.equal(papers, PAPERS.length);
    assert.equal(rows.length, 20);
    const entered = rows.map(({ paper }) => PAPERS.find(({ id }) => id === paper.id)?.history?.[0]?.date.day ?? 0);
    assert.deepEqual(
      entered,
      entered.toSorted((one, other) => other - one),
    );
    assert.equal(entered[0], 28);
    assert.ok(rows.every((row) => !('why' in row) && /ago|in /.test(row.age)));
  });
});

suite('with an account', () => {
  test('somebody new is asked what they want, chooses, and has their Today', async () => {
    assert.equal((await read<TodayAnswer>(ada, '/api/feed')).kind, 'choose');
    assert.equal((await read<StreamAnswer>(ada, '/api/feed/stream')).state, 'choose');
    const { choices, examples } = await read<ChoicesAnswer>(ada, '/api/feed/choices');
    assert.ok(choices.length > 0 && examples.length === 10);
    const interests = [{ kind: 'topic', value: 'Cardiology' }];
    const preview = await answered<{ rows: object[] }>(await ada.post('/api/feed/preview', { interests }));
    assert.equal(preview.rows.length, 3);
    assert.equal((await read<TodayAnswer>(ada, '/api/feed')).kind, 'choose');
    const { chosen } = await answered<ChoicesAnswer>(await ada.post('/api/feed/interests', { interests }));
    assert.deepEqual(chosen, [{ kind: 'topic', value: 'Cardiology', name: 'Cardiology', count: 28 }]);
    const today = await todayOf(ada);
    assert.equal(today.places.length, 5);
    const stream = await answered<StreamAnswer>(await ada.ask('/api/feed/stream'));
    ROUTES.stream.answer.parse(stream);
    assert.equal(stream.total, today.behind);
    assert.ok(!stream.rows.some(({ paper }) => today.places.some((place) => idOf(place) === paper.id)));
  });

  test('less leaves a place that knows its paper; taking it back brings the paper back; a like stays marked', async () => {
    const ids = (await todayOf(ada)).places.map(idOf);
    const [first = '', second = '', third = ''] = ids;
    for (const [act, undo, by] of [
      ['less', 'no-opinion', 'less'],
      ['hide', 'show', 'hide'],
    ] as const) {
      await answered(await mark(ada, second, act));
      const place = (await todayOf(ada)).places[1];
      const title = String(PAPERS.find(({ id }) => id === second)?.title);
      assert.deepEqual(place, { gone: { id: second, title, by } });
      await answered(await mark(ada, second, undo));
      const back = await todayOf(ada);
      assert.deepEqual(back.places.map(idOf), ids);
      assert.ok(back.places.every((each) => 'paper' in each));
    }
    await answered(await mark(ada, third, 'like'));
    const liked = await todayOf(ada);
    assert.equal(liked.places.length, 5);
    const place = liked.places[2];
    assert.ok(place !== undefined && 'paper' in place && place.paper.id === third && place.mark.opinion === 'like');
    assert.equal(liked.stirred?.because.id, third);
    for (const each of liked.places)
      if ('moved' in each && each.moved !== undefined) assert.equal(each.moved.because.id, third);
    assert.ok(liked.places.some((each) => idOf(each) === first));
  });

  test('what the feed believes comes as a file that says the same as the page', async () => {
    const profile = await read<FeedProfile>(ada, '/api/feed/profile');
    ROUTES.feedProfile.answer.parse(profile);
    const answer = await ada.ask('/api/feed/file');
    assert.match(answer.headers.get('content-disposition') ?? '', /attune-feed-\d{4}-\d\d-\d\d\.json/);
    const { liked, less, ...said } = (await answer.json()) as FeedProfile &
      Record<'liked' | 'less', { paper: RecordId }[]>;
    const { offered: _offered, ...shown } = profile;
    assert.deepEqual(said, shown);
    assert.deepEqual([liked.length, less.length], [profile.likes, profile.lesses]);
    assert.equal(liked[0]?.paper, (await todayOf(ada)).places.map(idOf)[2]);
  });

  test('starting over can be taken back, and what is not what it gave is refused in a sentence', async () => {
    const before = await read<FeedProfile>(ada, '/api/feed/profile');
    const over = await answered<{ profile: FeedProfile; before: string }>(await ada.post('/api/feed/start-over', {}));
    assert.deepEqual([over.profile.likes, over.profile.interests], [0, []]);
    const whole = JSON.parse(over.before) as object;
    for (const broken of [
      '',
      'no JSON',
      'null',
      '5',
      '"text"',
      '[]',
      '{}',
      '{"interests":[],"stances":[null]}',
      '{"interests":[{"kind":"topic","value":5}],"stances":[]}',
      '{"interests":[{"kind":"moon","value":"x"}],"stances":[]}',
      '{"interests":[],"stances":[{"term":"x","stance":"more","at":"yesterday"}]}',
      JSON.stringify({ ...whole, startedOver: 5 }),
      JSON.stringify({ ...whole, startedOver: null }),
      JSON.stringify({ ...whole, startedOver: { at: '2026-03-01T00:00:00.000Z', sequence: 1e9 } }),
    ]) {
      const { message } = await refused(await ada.post('/api/feed/start-over', { before: broken }), 400);
      assert.match(message, /^[A-Z“"].*\.$/, broken);
      assert.doesNotMatch(message, /undefined|TypeError|JSON|NaN/, broken);
    }
    const back = await answered<{ profile: FeedProfile }>(
      await ada.post('/api/feed/start-over', { before: over.before }),
    );
    assert.deepEqual([back.profile.beliefs, back.profile.likes], [before.beliefs, before.likes]);
  });

  test('a day that is none or was not opened is refused in a sentence', async () => {
    const { days } = await answered<{ days: { day: string }[] }>(await ada.ask('/api/feed/days'));
    assert.equal(days.length, 1);
    ROUTES.feedDay.answer.parse(await answered(await ada.ask(`/api/feed/days/${days[0]?.day}`)));
    for (const [day, status] of [
      ['yesterday', 400],
      ['2026-13-45', 400],
      ['2026-3-9', 400],
      ['2020-01-01', 404],
      ['%00', 400],
    ] as const)
      assert.match((await refused(await ada.ask(`/api/feed/days/${day}`), status)).message, /\.$/, day);
  });

  test('places beyond twelve, and stances of more than two words, are refused', async () => {
    for (const places of [0, 13, 1.5, '5']) await refused(await ada.post('/api/feed/settings', { places }), 400);
    for (const [term, stance] of [
      ['one two three', 'more'],
      ['', 'more'],
      ['x', 'most'],
    ])
      await refused(await ada.post('/api/feed/terms', { term, stance }), 400);
  });

  test('nothing of it reaches anybody else', async () => {
    assert.equal((await read<TodayAnswer>(ben, '/api/feed')).kind, 'choose');
    const profile = await read<FeedProfile>(ben, '/api/feed/profile');
    assert.deepEqual([profile.beliefs, profile.interests, profile.likes], [[], [], 0]);
    const { days } = await answered<{ days: { day: string }[] }>(await ada.ask('/api/feed/days'));
    await refused(await ben.ask(`/api/feed/days/${days[0]?.day}`), 404);
    // Whoever names somebody else in what they send still speaks for themselves.
    const asAda = { account: ada.id, id: ada.id };
    await ben.post('/api/feed/terms', { term: 'statin', stance: 'forget', ...asAda });
    await ben.post(`/api/feed/settings?account=${ada.id}`, { places: 1, ...asAda });
    const own = await read<FeedProfile>(ada, `/api/feed/profile?account=${ben.id}`);
    assert.equal(own.places, 5);
    assert.ok(!own.beliefs.some(({ key, stance }) => key === 'statin' && stance !== undefined));
  });
});

test('a like elsewhere after the day was opened names itself as the cause', async () => {
  const before = await todayOf(ada);
  const elsewhere = PAPERS.find(({ id }) => id.startsWith('pm4') && !before.places.some((place) => idOf(place) === id));
  await answered(await mark(ada, elsewhere?.id ?? '', 'like'));
  const { stirred } = await todayOf(ada);
  assert.equal(stirred?.because.title, elsewhere?.title);
  assert.ok((stirred?.up ?? 0) > 0);
});
