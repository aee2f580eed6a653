/** Names for ids, and ids for names: what everybody in a house may see of everybody else. No address leaves here. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AccountId } from './ids.ts';
import type { PeopleTables } from './tables.ts';

export interface NamedAccount {
  readonly id: AccountId;
  readonly name: string;
}

const MOST = 20;
const LONGEST_TYPED = 120;

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
  const words = text.slice(0, LONGEST_TYPED).trim().split(/\s+/u).filter(Boolean).map(beginningOf);
  if (words.length === 0) return [];
  const rows = await read
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account')
    .select(['account.id', 'identity.name'])
    .where('account.state', '=', 'active')
    .where((eb) =>
      eb.and(
        words.map((word) =>
          eb.or([
            sql<boolean>`identity.name glob ${`${word}*`}`,
            sql<boolean>`identity.name glob ${`*[ .'’-]${word}*`}`,
          ]),
        ),
      ),
    )
    .orderBy('identity.name')
    .orderBy('account.id')
    .limit(Math.max(1, Math.min(limit, MOST)))
    .execute();
  return rows.map(({ id, name }) => ({ id, name }));
}

/** A pattern for SQLite's `glob`: each letter stands for itself in both cases and with every accent. */
function beginningOf(word: string): string {
  return [...bare(word)]
    .map((letter) => {
      const same = ACCENTED.get(letter) ?? new Set([letter, letter.toUpperCase()].filter((form) => form.length === 1));
      return same.size > 1 || '*?['.includes(letter) ? `[${[...same].join('')}]` : letter;
    })
    .join('');
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The Latin letters of European names by the plain small letter they are forms of. */
const ACCENTED: ReadonlyMap<string, ReadonlySet<string>> = accented();

function accented(): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (let code = 0x41; code <= 0x24f; code += 1) {
    const letter = String.fromCharCode(code);
    const plain = bare(letter);
    if (!/^[a-z]$/.test(plain)) continue;
    forms.set(plain, (forms.get(plain) ?? new Set([plain])).add(letter));
  }
  return forms;
}
