/** Profiles in their tables. */
import type { AccountId } from '#people/index.ts';
import { LEFT_OUT_LISTS } from './profile-lists.ts';
import { USUAL_PLACES } from './reader-profile.ts';
import type { BeforeStartOver, LeftOut, ReaderProfile } from './reader-profile.ts';
import type { Readable, ReadingTables, Tables } from './tables.ts';

export async function profileOf(tables: Readable, account: AccountId): Promise<ReaderProfile> {
  const row = await tables.selectFrom('reading_profile').selectAll().where('account', '=', account).executeTakeFirst();
  const leftOut = await tables
    .selectFrom('reading_left_out')
    .select(['what', 'value'])
    .where('account', '=', account)
    .orderBy('what')
    .orderBy('position')
    .execute();
  const interests = await tables
    .selectFrom('reading_interest')
    .select(['kind', 'value'])
    .where('account', '=', account)
    .orderBy('position')
    .execute();
  const stances = await tables
    .selectFrom('reading_stance')
    .select(['term', 'stance', 'at'])
    .where('account', '=', account)
    .orderBy('at', 'desc')
    .orderBy('term')
    .execute();
  const listOf = (list: keyof LeftOut): string[] =>
    leftOut.filter(({ what }) => what === LEFT_OUT_LISTS[list]).map(({ value }) => value);
  const startedOver = row?.started_over_at ?? undefined;
  return {
    places: row?.places ?? USUAL_PLACES,
    isPaused: (row?.paused_at ?? null) !== null,
    leftOut: {
      types: listOf('types'),
      journals: listOf('journals'),
      // What was not one of these was never kept.
      species: listOf('species') as readonly string[] as LeftOut['species'],
      onlyLanguages: listOf('onlyLanguages'),
    },
    interests: interests.map(({ kind, value }) => ({ kind, value })),
    stances: stances.map(({ term, stance, at }) => ({ term, stance, at: new Date(at).toISOString() })),
    ...(startedOver === undefined ? {} : { startedOverAt: new Date(startedOver).toISOString() }),
    isNew: row === undefined,
  };
}

/** Makes the profile where there was none, and counts the change. */
export async function changeProfile(
  tables: Tables,
  account: AccountId,
  change: Partial<Omit<ReadingTables['reading_profile'], 'account' | 'changes'>>,
): Promise<void> {
  await tables
    .insertInto('reading_profile')
    .values({
      account,
      places: USUAL_PLACES,
      paused_at: null,
      paused_as: null,
      started_over_at: null,
      started_over_as: null,
      changes: 1,
      ...change,
    })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet((eb) => ({ ...change, changes: eb('reading_profile.changes', '+', 1) })),
    )
    .execute();
}

/** Where somebody started over last. */
export async function startOf(tables: Readable, account: AccountId): Promise<BeforeStartOver['startedOver']> {
  const row = await tables
    .selectFrom('reading_profile')
    .select(['started_over_at as at', 'started_over_as as sequence'])
    .where('account', '=', account)
    .executeTakeFirst();
  if (row === undefined || row.at === null || row.sequence === null) return undefined;
  return { at: new Date(row.at).toISOString(), sequence: row.sequence };
}

/** The newest entry of somebody's history, 0 where there is none. */
export async function newestEntry(tables: Readable, account: AccountId): Promise<number> {
  const row = await tables
    .selectFrom('reading_history')
    .select('sequence')
    .where('account', '=', account)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}
