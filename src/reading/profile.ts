/** What a reader asks of the feed: how much, what not, about what, and which words of its reasons count. */
import type { AccountId } from '#people/index.ts';
import type { Desk } from './desk.ts';
import { judgedBy } from './judged.ts';
import type { Judged, JudgedQuestion } from './judged.ts';
import { dropStance, keepInterests, keepLeftOut, keepStance, keepStances } from './profile-lists.ts';
import { changeProfile, newestEntry, profileOf, startOf } from './profile-rows.ts';
import { checkBefore, checkInterests, checkLeftOut, checkPlaces, checkStance } from './reader-profile-checks.ts';
import type { BeforeStartOver, Interest, ProfileChange, ReaderProfile, Stance } from './reader-profile.ts';

export class Profile {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Somebody who never said anything has one too. */
  async of(account: AccountId): Promise<ReaderProfile> {
    return profileOf(this.#desk.records.read, account);
  }

  /** Pausing what is paused leaves the moment of the pause as it was. @throws AppError `bad_request` */
  async change(account: AccountId, { places, isPaused, leftOut }: ProfileChange): Promise<ReaderProfile> {
    if (places !== undefined) checkPlaces(places);
    const lists = checkLeftOut(leftOut ?? {});
    return this.#desk.records.change(async (tables) => {
      const { isPaused: wasPaused } = await profileOf(tables, account);
      await changeProfile(tables, account, {
        ...(places === undefined ? {} : { places }),
        ...(isPaused === true && !wasPaused
          ? { paused_at: this.#desk.now(), paused_as: await newestEntry(tables, account) }
          : {}),
        ...(isPaused === false ? { paused_at: null, paused_as: null } : {}),
      });
      await keepLeftOut(tables, account, lists);
      return profileOf(tables, account);
    });
  }

  /** In place of what was chosen before. Choosing nothing is an answer too. @throws AppError `bad_request` */
  async choose(account: AccountId, interests: readonly Interest[]): Promise<ReaderProfile> {
    const each = checkInterests(interests);
    return this.#desk.records.change(async (tables) => {
      await changeProfile(tables, account, {});
      await keepInterests(tables, account, each);
      return profileOf(tables, account);
    });
  }

  /**
   * In place of what was said of the word before.
   * @param term one stem, or two with a blank between.
   * @param stance `none` takes back what was said.
   * @throws AppError `bad_request`, also where something is said of 500 words already.
   */
  async say(account: AccountId, term: string, stance: Stance | 'none'): Promise<ReaderProfile> {
    checkStance(term, stance);
    return this.#desk.records.change(async (tables) => {
      await changeProfile(tables, account, {});
      if (stance === 'none') await dropStance(tables, account, term);
      else await keepStance(tables, account, { term, stance, at: new Date(this.#desk.now()).toISOString() });
      return profileOf(tables, account);
    });
  }

  /**
   * From now on nothing counts that the person thought of papers until now, and nothing that they chose or said. Their marks, what is
   * left out and how much they read stay.
   * @returns what `takeBack` needs.
   */
  async startOver(account: AccountId): Promise<BeforeStartOver> {
    return this.#desk.records.change(async (tables) => {
      const { interests, stances } = await profileOf(tables, account);
      const startedOver = await startOf(tables, account);
      await changeProfile(tables, account, {
        started_over_at: this.#desk.now(),
        started_over_as: await newestEntry(tables, account),
      });
      await keepInterests(tables, account, []);
      await keepStances(tables, account, []);
      return { ...(startedOver && { startedOver }), interests, stances };
    });
  }

  /** Makes it as if the person had not started over. What they chose or said since is gone. @throws AppError `bad_request` */
  async takeBack(account: AccountId, before: BeforeStartOver): Promise<ReaderProfile> {
    return this.#desk.records.change(async (tables) => {
      const { startedOver, interests, stances } = checkBefore(before, await newestEntry(tables, account));
      await changeProfile(tables, account, {
        started_over_at: startedOver === undefined ? null : Date.parse(startedOver.at),
        started_over_as: startedOver?.sequence ?? null,
      });
      await keepInterests(tables, account, interests);
      await keepStances(tables, account, stances);
      return profileOf(tables, account);
    });
  }

  /**
   * The newest opinions that stand, of those that were given since the person started over. While the feed is paused, as they stood at
   * that moment.
   * @throws AppError `bad_request`
   */
  async judged(account: AccountId, question: JudgedQuestion): Promise<Judged> {
    return judgedBy(this.#desk.records.read, account, question);
  }

  /** A number that grows with everything that the person does or says which an order of papers for them can depend on. */
  async revision(account: AccountId): Promise<number> {
    const { read } = this.#desk.records;
    const row = await read
      .selectFrom('reading_profile')
      .select('changes')
      .where('account', '=', account)
      .executeTakeFirst();
    // Neither of the two goes back, so that their sum tells whether one of them went on.
    return (row?.changes ?? 0) + (await newestEntry(read, account));
  }
}
