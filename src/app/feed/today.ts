/** A reader's Today: made at its first opening of the day, kept, and moved by what they react to. */
import { plainText } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import type { AccountId } from '#people/index.ts';
import type { KeptToday, Mark, Reading } from '#reading/index.ts';
import { WORDS_VERSION } from '#text/index.ts';
import type { PapersById } from '../saved.ts';
import type { Choice } from './choices.ts';
import type { RankerThread } from './ranker-thread.ts';
import type { RankedPaper } from './ranker.ts';
import { reasonsOf } from './reasons.ts';
import { viewOf } from './readers.ts';
import type { Known } from './readers.ts';
import { MODEL_VERSION, tasteMark } from './record.ts';
import type { RecordedRow, TodayRecord, TodayShift } from './record.ts';
import { shifted, upIn } from './shift.ts';
import type { JudgedPaper, ReaderView } from './view.ts';

/** Of a title that is kept with a change of the day, which has its bounds. */
const LONGEST_TITLE = 500;

export interface FeedRooms {
  readonly ranker: RankerThread;
  readonly reading: Reading;
  readonly papers: PapersById;
}

/** A Today as it stands now. */
export interface StandingToday {
  readonly record: TodayRecord;
  /** In the order that stands. */
  readonly rows: readonly StandingRow[];
  readonly shifts: readonly TodayShift[];
}

export interface StandingRow {
  readonly row: RecordedRow;
  /** Absent where the library does not hold the paper any more. */
  readonly hit: Hit | undefined;
  readonly mark: Mark;
  /** By how many places it went up with the newest reaction. */
  readonly up?: number;
}

/** @returns what is kept of the day from now on. @throws AppError as the ranking thread. */
export async function openToday(rooms: FeedRooms, account: AccountId, day: string, known: Known): Promise<KeptToday> {
  const { ranker, reading } = rooms;
  const view = await viewOf(reading, account, day, known);
  const before = await reading.todays.lastBefore(account, day);
  const seenBefore = before === undefined ? 0 : (before.record as TodayRecord).newestAt;
  const { places } = known.profile;
  const made = await ranker.ask('compose', view, places, seenBefore);
  const named = await ranker.ask('named', known.profile.interests);
  const whys = await whysOf(rooms, made.rows, named);
  const rows = made.rows.flatMap((ranked, at): RecordedRow[] => {
    const why = whys.get(ranked.id);
    if (why === undefined) return [];
    const { id, entered, isExploration } = ranked;
    const isNew = before !== undefined && ranked.arrivedAt > seenBefore;
    return [{ id, entered, isExploration, isNew, ...why, score: made.scores[at] as number }];
  });
  const record: TodayRecord = {
    rows,
    places,
    view: { ...view, away: made.away },
    candidates: made.candidates,
    statistics: made.statistics,
    words: WORDS_VERSION,
    model: MODEL_VERSION,
    papers: made.papers,
    newestAt: made.newestAt,
    since: {
      ...(before === undefined ? {} : { from: before.day }),
      arrived: made.arrived,
      passed: made.arrivedPassed,
      shown: made.rows.filter(({ arrivedAt }) => arrivedAt > seenBefore).length,
    },
  };
  return reading.todays.keep(
    account,
    day,
    record,
    rows.map(({ id }) => id),
  );
}

/** Titles and reasons of ranked papers, by id; those that the library does not hold any more are left out. */
export async function whysOf(
  { papers }: Pick<FeedRooms, 'papers'>,
  ranked: readonly RankedPaper[],
  named: readonly Choice[],
): Promise<Map<RecordId, Pick<RecordedRow, 'title' | 'why'> & { readonly hit: Hit }>> {
  const liked = ranked.flatMap(({ why }) => why.liked ?? []);
  const hits = await papers([...new Set([...ranked.map(({ id }) => id), ...liked])]);
  const titles = new Map([...hits].map(([id, { paper }]) => [id, plainText(paper.title)]));
  const nameOf = ({ kind, value }: Pick<Choice, 'kind' | 'value'>): string =>
    named.find((each) => each.kind === kind && each.value === value)?.name ?? value;
  return new Map(
    ranked.flatMap(({ id, why, isExploration }) => {
      const hit = hits.get(id);
      if (hit === undefined) return [];
      const reasons = isExploration ? [] : reasonsOf(why, hit.paper, titles, nameOf);
      return [[id, { hit, title: titles.get(id) ?? '', why: reasons }] as const];
    }),
  );
}

/**
 * What was kept for a day, as reactions have moved it; undefined where the day was not opened.
 * @param view given where something changed since the rows were last looked at, and the window is there.
 */
export async function standing(
  rooms: FeedRooms,
  account: AccountId,
  day: string,
  view: ReaderView | undefined,
): Promise<StandingToday | undefined> {
  const kept = await rooms.reading.todays.get(account, day);
  return kept && standingOf(rooms, account, kept, view);
}

/** As `standing`, of a day that was looked up already. */
export async function standingOf(
  rooms: FeedRooms,
  account: AccountId,
  kept: KeptToday,
  view: ReaderView | undefined,
): Promise<StandingToday> {
  const { reading, papers } = rooms;
  const { day } = kept;
  const record = kept.record as TodayRecord;
  const ids = record.rows.map(({ id }) => id);
  const [marks, hits, noted] = await Promise.all([
    ids.length === 0 ? new Map<RecordId, Mark>() : reading.marks.of(account, ids),
    papers(ids),
    reading.todays.changes(account, day),
  ]);
  const shifts = noted.map(({ change }) => change as TodayShift);
  const next = view === undefined ? undefined : await shiftOf(rooms, record, shifts, marks, view);
  if (next !== undefined) {
    await reading.todays.note(account, day, next);
    shifts.push(next);
  }
  const last = shifts.at(-1);
  const byId = new Map(record.rows.map((row) => [row.id, row]));
  return {
    record,
    shifts,
    rows: (last?.order ?? ids).map((id) => ({
      row: byId.get(id) as RecordedRow,
      hit: hits.get(id),
      mark: marks.get(id) as Mark,
      ...(last?.up[id] === undefined ? {} : { up: last.up[id] }),
    })),
  };
}

/** What the newest reactions move; undefined where nothing that taste is learned from changed since. */
async function shiftOf(
  { ranker, papers }: FeedRooms,
  record: TodayRecord,
  shifts: readonly TodayShift[],
  marks: ReadonlyMap<RecordId, Mark>,
  view: ReaderView,
): Promise<TodayShift | undefined> {
  const last = shifts.at(-1);
  if ((last?.revision ?? record.view.revision) === view.revision) return undefined;
  const taste = tasteMark(view);
  if (taste === (last?.taste ?? tasteMark(record.view))) return undefined;
  const ids = record.rows.map(({ id }) => id);
  const { scores, up: streamUp } = await ranker.ask('stir', view, ids);
  const places = record.rows.map(({ id, score }, at) => ({
    id,
    before: score,
    // What left the window is neither better nor worse for it.
    now: scores[at] ?? score,
    isFixed: isReacted(marks.get(id)),
  }));
  const order = last?.order ?? ids;
  const moved = shifted(places, order);
  const cause = causeOf(view, record.view, shifts);
  const title = cause.paper === undefined ? undefined : (await papers([cause.paper])).get(cause.paper)?.paper.title;
  return {
    ...cause,
    ...(title === undefined ? {} : { title: plainText(title).slice(0, LONGEST_TITLE) }),
    order: moved,
    up: upIn(order, moved),
    streamUp,
    revision: view.revision,
    taste,
  };
}

/** The reaction that the change comes from: the newest opinion, where it was given after everything that was known before. */
function causeOf(
  view: ReaderView,
  opening: ReaderView,
  shifts: readonly TodayShift[],
): Pick<TodayShift, 'act' | 'paper' | 'at'> {
  const seen = new Set([...opening.liked, ...opening.disliked].map(({ paper, at }) => `${paper} ${at}`));
  const told = new Set(shifts.map(({ paper, at }) => `${paper} ${at}`));
  const isFresh = ({ paper, at }: JudgedPaper): boolean => !seen.has(`${paper} ${at}`);
  const [like, less] = [view.liked.find(isFresh), view.disliked.find(isFresh)];
  const newest = like === undefined || (less !== undefined && less.at > like.at) ? less : like;
  if (newest === undefined) return { act: 'other' };
  // Taking an opinion back leaves an older one the newest, which caused nothing now.
  if (told.has(`${newest.paper} ${newest.at}`)) return { act: 'other' };
  return { act: newest === like ? 'like' : 'less', ...newest };
}

function isReacted(mark: Mark | undefined): boolean {
  return mark !== undefined && (mark.opinion !== undefined || mark.isSaved || mark.isRead || mark.isHidden);
}
