/** The lists of a profile in their tables: what is left out, what was chosen, what was said of words. */
import { AppError } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { MOST_STANCES } from './reader-profile-checks.ts';
import type { Interest, LeftOut, TermStance } from './reader-profile.ts';
import type { Tables } from './tables.ts';

/** What each list of what is left out is called in its table. */
export const LEFT_OUT_LISTS = {
  types: 'type',
  journals: 'journal',
  species: 'species',
  onlyLanguages: 'only-language',
} as const satisfies Record<keyof LeftOut, string>;

/** Each list that is there, in place of the one before. */
export async function keepLeftOut(tables: Tables, account: AccountId, lists: Partial<LeftOut>): Promise<void> {
  for (const list of Object.keys(LEFT_OUT_LISTS) as (keyof LeftOut)[]) {
    const [what, values] = [LEFT_OUT_LISTS[list], lists[list]];
    if (values === undefined) continue;
    await tables.deleteFrom('reading_left_out').where('account', '=', account).where('what', '=', what).execute();
    if (values.length === 0) continue;
    await tables
      .insertInto('reading_left_out')
      .values(values.map((value, position) => ({ account, what, position, value })))
      .execute();
  }
}

/** In place of those before. */
export async function keepInterests(tables: Tables, account: AccountId, interests: readonly Interest[]): Promise<void> {
  await tables.deleteFrom('reading_interest').where('account', '=', account).execute();
  if (interests.length === 0) return;
  await tables
    .insertInto('reading_interest')
    .values(interests.map(({ kind, value }, position) => ({ account, position, kind, value })))
    .execute();
}

/** In place of those before. */
export async function keepStances(tables: Tables, account: AccountId, stances: readonly TermStance[]): Promise<void> {
  await tables.deleteFrom('reading_stance').where('account', '=', account).execute();
  if (stances.length === 0) return;
  await tables
    .insertInto('reading_stance')
    .values(stances.map(({ term, stance, at }) => ({ account, term, stance, at: Date.parse(at) })))
    .execute();
}

/** In place of what was said of the same word before. @throws AppError `bad_request` where something is said of too many words. */
export async function keepStance(tables: Tables, account: AccountId, said: TermStance): Promise<void> {
  const row = { stance: said.stance, at: Date.parse(said.at) };
  await tables
    .insertInto('reading_stance')
    .values({ account, term: said.term, ...row })
    .onConflict((conflict) => conflict.columns(['account', 'term']).doUpdateSet(row))
    .execute();
  const { number } = await tables
    .selectFrom('reading_stance')
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  if (number > MOST_STANCES)
    throw new AppError(
      'bad_request',
      `You have said something of ${MOST_STANCES} words, and no more fit. Take one of them back first.`,
    );
}

export async function dropStance(tables: Tables, account: AccountId, term: string): Promise<void> {
  await tables.deleteFrom('reading_stance').where('account', '=', account).where('term', '=', term).execute();
}
