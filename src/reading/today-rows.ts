/** The lists of days in their tables: how often papers were shown, and what is too old to be kept. */
import type { CivilDate, RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Tables } from './tables.ts';

/** So many days are kept of each person. */
export const MOST_DAYS = 60;

/** @param papers each once. */
export async function countShown(
  tables: Tables,
  account: AccountId,
  day: CivilDate,
  papers: readonly RecordId[],
): Promise<void> {
  if (papers.length === 0) return;
  await tables
    .insertInto('reading_shown')
    .values(papers.map((paper) => ({ account, paper, times: 1, last_day: day })))
    .onConflict((conflict) =>
      conflict.columns(['account', 'paper']).doUpdateSet((eb) => ({
        times: eb('reading_shown.times', '+', 1),
        last_day: eb.fn<CivilDate>('max', ['reading_shown.last_day', 'excluded.last_day']),
      })),
    )
    .execute();
}

/** All but the newest, with what changed in them. How often a paper was shown stays. */
export async function dropOldDays(tables: Tables, account: AccountId): Promise<void> {
  const old = await tables
    .selectFrom('reading_today')
    .select('day')
    .where('account', '=', account)
    .orderBy('day', 'desc')
    .limit(1)
    .offset(MOST_DAYS)
    .executeTakeFirst();
  if (old === undefined) return;
  for (const table of ['reading_today_change', 'reading_today'] as const)
    await tables.deleteFrom(table).where('account', '=', account).where('day', '<=', old.day).execute();
}
