/** Making an account nobody's, so that nothing of the person's identity is left in the file. */
import { sql } from 'kysely';
import { AppError } from '#model/index.ts';
import { identityOf, matchForm } from './identity.ts';
import type { AccountId } from './ids.ts';
import { endSessions } from './sessions.ts';
import type { IdentityTable, Tables } from './tables.ts';

/**
 * Call `emptyJournal` when the transaction is over.
 * @returns the e-mail address, for what is kept of it elsewhere.
 * @throws AppError `conflict` where a setting of the house names the address.
 */
export async function eraseAccount(tables: Tables, id: AccountId): Promise<string | undefined> {
  const identity = await mustNotBeNamed(tables, id);
  await endSessions(tables, id);
  for (const table of ['link', 'role', 'password', 'identity'] as const)
    await tables.deleteFrom(table).where('account', '=', id).execute();
  await tables.updateTable('account').set({ state: 'deleted', last_sign_in_at: null }).where('id', '=', id).execute();
  await writeIdentitiesAnew(tables);
  return identity?.email;
}

/**
 * SQLite zeroes what is deleted, but not what an earlier split of a page left behind in the gaps: of seven hundred names one or two
 * stay readable. A table that is emptied whole leaves none.
 */
async function writeIdentitiesAnew(tables: Tables): Promise<void> {
  for (const step of [
    'create temp table kept as select * from identity order by account',
    'delete from identity',
    'insert into identity select * from temp.kept',
    'drop table temp.kept',
  ])
    await sql.raw(step).execute(tables);
}

/** @throws AppError `conflict` where a setting of the house names the account's address. */
export async function mustNotBeNamed(tables: Tables, id: AccountId): Promise<IdentityTable | undefined> {
  const identity = await identityOf(tables, id);
  if (identity === undefined) return undefined;
  const naming = new RegExp(
    [identity.email_match, encodeURIComponent(identity.email_match)].map(asWhole).join('|'),
    'u',
  );
  const settings = await tables.selectFrom('setting').select(['key', 'value']).execute();
  const setting = settings.find(({ value }) => naming.test(matchForm(value)));
  if (setting !== undefined)
    throw new AppError(
      'conflict',
      `The setting ${setting.key} has this account's e-mail address in it. Change the setting first, then delete the account.`,
    );
  return identity;
}

/** As a pattern that does not find `ben@ward.example` in `reuben@ward.example`, nor in `ben@ward.example.org`. */
function asWhole(address: string): string {
  const literal = address
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return `(?<![\\p{L}\\p{N}._+-])${literal}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;
}
