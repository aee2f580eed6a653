/** Making an account nobody's, so that nothing of the person's identity is left in the file. */
import { sql } from 'kysely';
import { AppError } from '#model/index.ts';
import { identityOf } from './identity.ts';
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
    'create temp table kept as select account, name, email, email_match from identity order by account',
    'delete from identity',
    'insert into identity (account, name, email, email_match) select account, name, email, email_match from temp.kept',
    'drop table temp.kept',
  ])
    await sql.raw(step).execute(tables);
}

/** @throws AppError `conflict` where a setting of the house names the account's address. */
export async function mustNotBeNamed(tables: Tables, id: AccountId): Promise<IdentityTable | undefined> {
  const identity = await identityOf(tables, id);
  if (identity === undefined) return undefined;
  const email = identity.email_match;
  const settings = await tables.selectFrom('setting').select(['key', 'value']).execute();
  const naming = settings.find(({ value }) => {
    const text = value.toLowerCase();
    return text.includes(email) || text.includes(encodeURIComponent(email));
  });
  if (naming !== undefined)
    throw new AppError(
      'conflict',
      `The setting ${naming.key} has this account's e-mail address in it. Change the setting first, then delete the account.`,
    );
  return identity;
}
