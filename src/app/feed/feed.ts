/** The feed of a house: Today, the stream behind it, earlier days, and what it believes of each reader. Everything is asked for by account. */
import { AppError } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { BeforeStartOver, Interest, KeptToday, LeftOut, Reading, Stance } from '#reading/index.ts';
import type { PapersById } from '../saved.ts';
import { inWords } from './believed.ts';
import type { Belief } from './believed.ts';
import type { Choice, Offered } from './choices.ts';
import { earlierDay } from './earlier.ts';
import type { EarlierDay } from './earlier.ts';
import { RankerThread } from './ranker-thread.ts';
import { knownOf, supposing, viewOf } from './readers.ts';
import type { Known } from './readers.ts';
import type { RecordedRow, TodayRecord } from './record.ts';
import type { ChoicesFound, FeedProfile, Shown, Stream, Today } from './shown.ts';
import { openToday, standing, standingOf, whysOf } from './today.ts';
import type { FeedRooms } from './today.ts';
import type { ReaderView } from './view.ts';

export type { ChoicesFound, FeedProfile, Shown, Stream, StreamRow, Today } from './shown.ts';

/** What stands beside the rows, good as long as nothing of the reader's changes. */
interface Beside extends Omit<Today, 'day' | 'standing'> {
  readonly revision: number;
  readonly day: string;
}

const NOTHING: Offered = { types: [], journals: [], languages: [] };
const BUILT_SHOWN = 4;
const EXAMPLES = 10;
const PREVIEWED = 3;
const BESIDES_KEPT = 1_000;
/** Enough to keep the ranking thread busy, and far fewer than it keeps the tastes of. */
const RANKED_AT_ONCE = 4;

export class Feed {
  readonly #rooms: FeedRooms;
  readonly #beside = new Map<AccountId, Beside>();
  readonly #turns = new Map<AccountId, Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #ranking = 0;

  /** @param folder of the house, whose library the ranking thread opens for itself. */
  constructor(folder: string, reading: Reading, papers: PapersById) {
    this.#rooms = { ranker: new RankerThread(folder), reading, papers };
  }

  /** @param day in the house's zone, `2026-11-23`. */
  today(account: AccountId, day: string): Promise<Shown<Today>> {
    // Two windows that open a day at once, or see a reaction at once, would each write it down.
    return this.#inTurn(account, () => this.#today(account, day));
  }

  async stream(account: AccountId, day: string, offset: number, limit: number): Promise<Shown<Stream>> {
    const { ranker, reading, papers } = this.#rooms;
    const state = await ranker.ready();
    if (state !== undefined) return { kind: 'preparing', papers: state.papers, read: state.read };
    const known = await knownOf(reading, account);
    if (!known.isKnown) return this.#nothingYet();
    const view = await viewOf(reading, account, day, known);
    const kept = await standing(this.#rooms, account, day, undefined);
    const without = (kept?.record.rows ?? []).map(({ id }) => id);
    const page = await ranker.ask('page', view, offset, limit, without);
    const named = await ranker.ask('named', known.profile.interests);
    const whys = await whysOf({ papers }, page.rows, named);
    const before = await reading.todays.lastBefore(account, day);
    return {
      kind: 'ranked',
      rows: page.rows.flatMap(({ id, entered, arrivedAt }) => {
        const why = whys.get(id);
        return why === undefined ? [] : [{ id, entered, arrivedAt, why: why.why, hit: why.hit }];
      }),
      total: page.total,
      ranked: page.ranked,
      isWhole: page.isWhole,
      seenBefore: (before?.record as TodayRecord | undefined)?.newestAt,
    };
  }

  /** The newest first. */
  async days(account: AccountId): Promise<readonly string[]> {
    return (await this.#rooms.reading.todays.days(account)).map(({ day }) => day);
  }

  /** @throws AppError `not_found` where that day was not opened, or is kept no more. */
  async day(account: AccountId, day: string): Promise<EarlierDay> {
    const found = await earlierDay(this.#rooms, account, day);
    if (found === undefined)
      throw new AppError(
        'not_found',
        `No Today is kept for ${day}. The days that are kept stand under “Earlier days”.`,
      );
    return found;
  }

  async profile(account: AccountId, day: string): Promise<FeedProfile> {
    const { ranker, reading } = this.#rooms;
    const known = await knownOf(reading, account);
    const { profile, judged } = known;
    const said = { profile, likes: judged.likes, lesses: judged.lesses };
    if ((await ranker.ready()) !== undefined)
      return { ...said, beliefs: [], interests: unnamed(profile.interests), offered: NOTHING, isPreparing: true };
    const view = await viewOf(reading, account, day, known);
    return {
      ...said,
      beliefs: await this.#beliefs(view),
      interests: await ranker.ask('named', profile.interests),
      offered: await ranker.ask('offered'),
      isPreparing: false,
    };
  }

  async say(account: AccountId, term: string, stance: Stance | 'none'): Promise<void> {
    await this.#rooms.reading.profile.say(account, term, stance);
  }

  async change(
    account: AccountId,
    change: { readonly places?: number; readonly isPaused?: boolean; readonly leftOut?: LeftOut },
  ): Promise<void> {
    await this.#rooms.reading.profile.change(account, change);
  }

  startOver(account: AccountId): Promise<BeforeStartOver> {
    return this.#rooms.reading.profile.startOver(account);
  }

  async takeBack(account: AccountId, before: BeforeStartOver): Promise<void> {
    await this.#rooms.reading.profile.takeBack(account, before);
  }

  async choices(account: AccountId, words: string): Promise<ChoicesFound> {
    const { ranker, reading } = this.#rooms;
    const { interests } = await reading.profile.of(account);
    if ((await ranker.ready()) !== undefined)
      return { choices: [], counted: 'month', chosen: unnamed(interests), examples: [], isPreparing: true };
    return {
      ...(await ranker.ask('choices', words)),
      chosen: await ranker.ask('named', interests),
      examples: words === '' ? await ranker.ask('examples', EXAMPLES) : [],
      isPreparing: false,
    };
  }

  async choose(account: AccountId, interests: readonly Interest[]): Promise<void> {
    await this.#rooms.reading.profile.choose(account, interests);
  }

  /** What Today would begin with if these were chosen; nothing of it is kept. */
  async preview(
    account: AccountId,
    day: string,
    interests: readonly Interest[],
  ): Promise<readonly Pick<RecordedRow, 'id' | 'title' | 'why'>[]> {
    const { ranker, reading } = this.#rooms;
    if ((await ranker.ready()) !== undefined) return [];
    const view = supposing(await viewOf(reading, account, day, await knownOf(reading, account)), interests);
    const { rows } = await ranker.ask('page', view, 0, PREVIEWED, []);
    const whys = await whysOf(this.#rooms, rows, await ranker.ask('named', interests));
    return rows.flatMap(({ id }) => {
      const why = whys.get(id);
      return why === undefined ? [] : [{ id, title: why.title, why: why.why }];
    });
  }

  close(): Promise<void> {
    return this.#rooms.ranker.close();
  }

  async #today(account: AccountId, day: string): Promise<Shown<Today>> {
    const { ranker, reading } = this.#rooms;
    const state = await ranker.ready();
    const kept = await reading.todays.get(account, day);
    if (kept !== undefined) {
      const held = this.#beside.get(account);
      const revision = await reading.profile.revision(account);
      const isAsBefore = held !== undefined && held.revision === revision && held.day === day;
      if (isAsBefore || state !== undefined) return this.#shown(account, kept, held, undefined);
    } else if (state !== undefined) return { kind: 'preparing', papers: state.papers, read: state.read };
    return this.#fewAtOnce(() => this.#rankedToday(account, day, kept));
  }

  async #rankedToday(account: AccountId, day: string, kept: KeptToday | undefined): Promise<Shown<Today>> {
    const { reading } = this.#rooms;
    const known = await knownOf(reading, account);
    if (kept === undefined && !known.isKnown) return this.#nothingYet();
    const stands = kept ?? (await openToday(this.#rooms, account, day, known));
    const view = await viewOf(reading, account, day, known);
    return this.#shown(account, stands, await this.#besideOf(account, stands, known, view), view);
  }

  async #shown(
    account: AccountId,
    kept: KeptToday,
    beside: Beside | undefined,
    view: ReaderView | undefined,
  ): Promise<Shown<Today>> {
    const stands = await standingOf(this.#rooms, account, kept, view);
    const { profile = await this.#rooms.reading.profile.of(account) } = beside ?? {};
    return {
      kind: 'ranked',
      day: kept.day,
      standing: stands,
      behind: beside?.behind ?? 0,
      built: beside?.built ?? [],
      interests: beside?.interests ?? unnamed(profile.interests),
      profile,
      hasEarlier: beside?.hasEarlier ?? false,
    };
  }

  async #besideOf(account: AccountId, kept: KeptToday, { profile }: Known, view: ReaderView): Promise<Beside> {
    const { ranker, reading } = this.#rooms;
    const { day } = kept;
    const { rows } = kept.record as TodayRecord;
    const page = await ranker.ask(
      'page',
      view,
      0,
      0,
      rows.map(({ id }) => id),
    );
    const beside: Beside = {
      revision: view.revision,
      day,
      behind: page.total,
      built: (await this.#beliefs(view)).filter(({ weight }) => weight > 0).slice(0, BUILT_SHOWN),
      interests: await ranker.ask('named', profile.interests),
      profile,
      hasEarlier: (await reading.todays.lastBefore(account, day)) !== undefined,
    };
    this.#beside.delete(account);
    this.#beside.set(account, beside);
    if (this.#beside.size > BESIDES_KEPT) this.#beside.delete(this.#beside.keys().next().value as AccountId);
    return beside;
  }

  async #beliefs(view: ReaderView): Promise<Belief[]> {
    const { ranker, papers } = this.#rooms;
    const believed = await ranker.ask('beliefs', view);
    const read = [...view.liked, ...view.disliked].map(({ paper }) => paper);
    const { rows } = view.interests.length === 0 ? { rows: [] } : await ranker.ask('page', view, 0, 20, []);
    return inWords(papers, believed, [...read, ...rows.map(({ id }) => id)]);
  }

  async #nothingYet(): Promise<{ readonly kind: 'empty' } | { readonly kind: 'choose' }> {
    const { papers } = await this.#rooms.ranker.ask('state');
    return { kind: papers === 0 ? 'empty' : 'choose' };
  }

  /** What is learned of more readers than the ranking thread keeps would be learned again at each of their questions. */
  async #fewAtOnce<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ranking >= RANKED_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#ranking += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#ranking -= 1;
      else next();
    }
  }

  #inTurn<T>(account: AccountId, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(account) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#turns.set(account, turn);
    const end = (): void => {
      if (this.#turns.get(account) === turn) this.#turns.delete(account);
    };
    turn.then(end, end);
    return turn;
  }
}

function unnamed(interests: readonly Interest[]): Choice[] {
  return interests.map(({ kind, value }) => ({ kind, value, name: value, count: 0 }));
}
