/** Names for ids, and ids for names: what everybody in a house may see of everybody else. No address leaves here. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AccountId } from './ids.ts';
import { beginWords, typedWords } from './name-words.ts';
import type { PeopleTables } from './tables.ts';

export interface NamedAccount {
  readonly id: AccountId;
  readonly name: string;
}

const MOST = 20;

export async function namesOf(read: Kysely<PeopleTables>, ids: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const rows = await read
    .selectFrom('identity')
    .select(['account', 'name'])
    // One parameter, however many ids there are.
    .where('account', 'in', sql<AccountId>`(select value from json_each(${JSON.stringify(ids)}))`)
    .where('name', '!=', '')
    .execute();
  return new Map(rows.map(({ account, name }) => [account, name]));
}

/** Active people each of whose typed words begins a word of the name, by name. */
export async function peopleNamed(read: Kysely<PeopleTables>, text: string, limit: number): Promise<NamedAccount[]> {
  const words = typedWords(text);
  if (words.length === 0) return [];
  const rows = await read
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account')
    .select(['account.id', 'identity.name'])
    .where('account.state', '=', 'active')
    .where((eb) => beginWords(eb, words))
    .orderBy('identity.name_match')
    .orderBy('account.id')
    .limit(Math.max(1, Math.min(limit, MOST)))
    .execute();
  return rows.map(({ id, name }) => ({ id, name }));
}
