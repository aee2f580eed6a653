/** The feed of whoever is signed in; somebody without an account sees the newest papers, plainly. */
import { AppError, languageName } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { DayAnswer, FeedPlace, FeedProfile, Reason, StreamAnswer, TodayAnswer } from '#api/index.ts';
import type { EarlierDay, FeedProfile as HeldProfile, Reason as FeedReason, StandingRow, Today } from '#app/index.ts';
import type { Hit } from '#library/index.ts';
import type { BeforeStartOver, LeftOut } from '#reading/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerRooms } from './house.ts';
import { foundPaper } from './present.ts';
import { markView } from './reading-handlers.ts';

type FeedHandlers = Pick<
  Handlers,
  | 'today' | 'stream' | 'feedDays' | 'feedDay' | 'feedProfile' | 'sayOfTerm' | 'feedSettings' | 'startOver' | 'feedFile'
  | 'interestChoices' | 'chooseInterests' | 'previewFeed'
>; // prettier-ignore

const PAGE_SIZE = 20;
const NEWEST_SHOWN = 20;

export function feedHandlersOf(rooms: ServerRooms): FeedHandlers {
  const profileOf = async (call: Call): Promise<FeedProfile> => {
    const { account } = signedIn(call);
    return profileView(await call.house.feed.profile(account, await dayIn(call)));
  };
  const choicesOf = async (call: Call, words: string) => {
    const { account } = signedIn(call);
    const { examples, choices, chosen, counted, isPreparing } = await call.house.feed.choices(account, words);
    const hits = await call.house.papers(examples);
    return {
      choices: [...choices],
      chosen: [...chosen],
      counted,
      examples: examples.flatMap((id) => {
        const hit = hits.get(id);
        return hit === undefined ? [] : [foundPaper(hit, rooms)];
      }),
      isPreparing,
    };
  };
  return {
    async today(_request, call) {
      const day = await dayIn(call);
      if (call.session === undefined) return newest(call, rooms, day);
      const shown = await call.house.feed.today(call.session.account, day);
      return shown.kind === 'ranked' ? todayView(shown, rooms) : shown;
    },
    async stream({ page }, call) {
      const { account } = signedIn(call);
      const day = await dayIn(call);
      const shown = await call.house.feed.stream(account, day, (page - 1) * PAGE_SIZE, PAGE_SIZE);
      if (shown.kind !== 'ranked') return { rows: [], page, pages: 0, total: 0, isWhole: true, state: shown.kind };
      const ids = shown.rows.map(({ id }) => id);
      const marks = ids.length === 0 ? new Map() : await call.house.reading.marks.of(account, ids);
      const answer: StreamAnswer = {
        rows: shown.rows.map(({ id, hit, entered, arrivedAt, why }) => ({
          paper: foundPaper(hit, rooms),
          age: rooms.feedWords.ageInWords(entered, day),
          isNew: shown.seenBefore !== undefined && arrivedAt > shown.seenBefore,
          why: why.map(reasonView),
          isExploration: false,
          mark: markView(marks.get(id)),
        })),
        page,
        pages: Math.ceil(shown.ranked / PAGE_SIZE),
        total: shown.total,
        isWhole: shown.isWhole,
        state: 'ranked',
      };
      return answer;
    },
    async feedDays(_request, call) {
      const days = await call.house.feed.days(signedIn(call).account);
      return { days: days.map((day) => ({ day, dayInWords: rooms.feedWords.dayInWords(day) })) };
    },
    async feedDay({ day }, call) {
      const today = await dayIn(call);
      return dayView(await call.house.feed.day(signedIn(call).account, day), today, rooms);
    },
    feedProfile: (_request, call) => profileOf(call),
    async sayOfTerm({ term, stance }, call) {
      await call.house.feed.say(signedIn(call).account, term, stance);
      return profileOf(call);
    },
    async feedSettings({ places, isPaused, leftOut }, call) {
      await call.house.feed.change(signedIn(call).account, {
        ...(places === undefined ? {} : { places }),
        ...(isPaused === undefined ? {} : { isPaused }),
        ...(leftOut === undefined ? {} : { leftOut: keptLeftOut(leftOut) }),
      });
      return profileOf(call);
    },
    async startOver({ before }, call) {
      const { account } = signedIn(call);
      if (before !== undefined) {
        await call.house.feed.takeBack(account, readBefore(before));
        return { profile: await profileOf(call), before };
      }
      const taken = await call.house.feed.startOver(account);
      return { profile: await profileOf(call), before: JSON.stringify(taken) };
    },
    async feedFile(_request, call) {
      const { account } = signedIn(call);
      const day = await dayIn(call);
      const profile = profileView(await call.house.feed.profile(account, day));
      const judged = await call.house.reading.profile.judged(account, { likes: 10_000, lesses: 10_000 });
      const { offered: _offered, ...believed } = profile;
      return {
        name: `attune-feed-${day}.json`,
        mediaType: 'application/json',
        text: [JSON.stringify({ ...believed, liked: judged.liked, less: judged.disliked }, null, 2)],
      };
    },
    interestChoices: ({ q }, call) => choicesOf(call, q),
    async chooseInterests({ interests }, call) {
      await call.house.feed.choose(signedIn(call).account, interests);
      return choicesOf(call, '');
    },
    async previewFeed({ interests }, call) {
      const rows = await call.house.feed.preview(signedIn(call).account, await dayIn(call), interests);
      return { rows: rows.map(({ id, title, why }) => ({ id, title, why: why.map(reasonView) })) };
    },
  };
}

function dayIn({ house }: Pick<Call, 'house'>): Promise<string> {
  return house.people.settings.today();
}

async function newest({ house }: Pick<Call, 'house'>, rooms: ServerRooms, day: string): Promise<TodayAnswer> {
  const [recent, { papers }] = await Promise.all([house.recent(NEWEST_SHOWN), house.state()]);
  const hits = await house.papers(recent.map(({ id }) => id));
  const rows = recent.flatMap(({ id, entered }) => {
    const hit = hits.get(id);
    return hit === undefined ? [] : [{ paper: foundPaper(hit, rooms), age: rooms.feedWords.ageInWords(entered, day) }];
  });
  return { kind: 'newest', rows, papers };
}

function todayView(today: Today, rooms: ServerRooms): TodayAnswer {
  const { day, standing, profile } = today;
  const { since } = standing.record;
  const last = standing.shifts.at(-1);
  const because =
    last?.act === 'like' && last.paper !== undefined ? { id: last.paper, title: last.title ?? last.paper } : undefined;
  return {
    kind: 'today',
    day,
    dayInWords: rooms.feedWords.dayInWords(day),
    places: standing.rows.map((row) => placeView(row, day, rooms, because)),
    behind: today.behind,
    since: {
      ...(since.from === undefined
        ? {}
        : { from: since.from, fromInWords: rooms.feedWords.dayBefore(since.from, day) }),
      arrived: since.arrived,
      passed: since.passed,
      shown: since.shown,
    },
    built: [...today.built],
    interests: [...today.interests],
    leftOut: leftOutView(profile.leftOut),
    isPaused: profile.isPaused,
    ...(because === undefined || last === undefined ? {} : { stirred: { because, up: last.streamUp } }),
    hasEarlier: today.hasEarlier,
  };
}

function placeView(
  { row, hit, mark, up }: StandingRow,
  day: string,
  rooms: ServerRooms,
  because?: { readonly id: RecordId; readonly title: string },
): FeedPlace {
  const { id, title } = row;
  if (hit === undefined) return { gone: { id, title, by: 'withdrawn' } };
  if (mark.opinion === 'less' || mark.isHidden) return { gone: { id, title, by: mark.isHidden ? 'hide' : 'less' } };
  return {
    paper: foundPaper(hit, rooms),
    age: rooms.feedWords.ageInWords(row.entered, day),
    isNew: row.isNew,
    why: row.why.map(reasonView),
    isExploration: row.isExploration,
    mark: markView(mark),
    ...(up === undefined || because === undefined ? {} : { moved: { up, because } }),
  };
}

function dayView(earlier: EarlierDay, today: string, rooms: ServerRooms): DayAnswer {
  const { day, openedAt, rows, shifts, record, replay } = earlier;
  const titles = new Map(record.rows.map(({ id, title }) => [id, title]));
  return {
    day,
    dayInWords: rooms.feedWords.dayInWords(day),
    openedAt,
    rows: rows.map(({ row, hit, mark }) => earlierRow({ row, hit, mark }, today, rooms)),
    changes: shifts.map(({ notedAt, act, paper, title, up }) => ({
      at: notedAt,
      act,
      ...(paper === undefined ? {} : { paper: { id: paper, title: title ?? paper } }),
      up: (Object.keys(up) as RecordId[]).map((id) => titles.get(id) ?? id),
    })),
    replay: { order: replay.order, changed: [...replay.changed] },
    made: {
      candidates: record.candidates.length,
      statistics: record.statistics,
      words: record.words,
      model: record.model,
      seed: record.view.seed,
    },
  };
}

/** A paper that was wished away since still stands where it stood. */
function earlierRow(
  standing: StandingRow & { readonly hit: Hit | undefined },
  today: string,
  rooms: ServerRooms,
): FeedPlace {
  const { mark } = standing;
  const { opinion: _opinion, ...shown } = mark;
  const place = placeView({ ...standing, mark: { ...shown, isHidden: false } }, today, rooms);
  return 'gone' in place ? place : { ...place, mark: markView(mark) };
}

function profileView({ beliefs, interests, profile, likes, lesses, offered, isPreparing }: HeldProfile): FeedProfile {
  return {
    beliefs: [...beliefs],
    interests: [...interests],
    likes,
    lesses,
    ...(profile.startedOverAt === undefined ? {} : { startedOverAt: profile.startedOverAt }),
    isPaused: profile.isPaused,
    places: profile.places,
    leftOut: leftOutView(profile.leftOut),
    offered: {
      types: [...offered.types],
      journals: [...offered.journals],
      languages: offered.languages.map(({ value, count }) => ({ value, name: languageName(value), count })),
    },
    isPreparing,
  };
}

function reasonView(reason: FeedReason): Reason {
  if (reason.kind !== 'term') return { ...reason };
  return { kind: 'term', term: reason.term };
}

function leftOutView({ types, journals, species, onlyLanguages }: LeftOut) {
  return {
    types: [...types],
    journals: [...journals],
    animalsOnly: species.includes('animals-only'),
    onlyLanguages: [...onlyLanguages],
  };
}

function keptLeftOut({ types, journals, animalsOnly, onlyLanguages }: FeedProfile['leftOut']): LeftOut {
  return { types, journals, species: animalsOnly ? ['animals-only'] : [], onlyLanguages };
}

/** What its words say is checked where they are kept. */
function readBefore(text: string): BeforeStartOver {
  let before: unknown;
  try {
    before = JSON.parse(text);
  } catch {
    before = undefined;
  }
  if (isBefore(before)) return before;
  throw new AppError(
    'bad_request',
    'What was to be taken back is not what starting over gave. Start again from the page.',
  );
}

function isBefore(value: unknown): value is BeforeStartOver {
  if (!isRecord(value)) return false;
  const { startedOver, interests, stances } = value;
  return (
    (startedOver === undefined || (hasTexts(startedOver, 'at') && typeof startedOver['sequence'] === 'number')) &&
    Array.isArray(interests) &&
    interests.every((each) => hasTexts(each, 'kind', 'value')) &&
    Array.isArray(stances) &&
    stances.every((each) => hasTexts(each, 'term', 'stance', 'at'))
  );
}

function hasTexts(value: unknown, ...names: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
