/** A person's name and e-mail: in which form they are kept, and how an address is found again however it was typed. */
import { AppError } from '#model/index.ts';
import type { AccountId } from './ids.ts';
import { wordsOf } from './name-words.ts';
import type { IdentityTable, Tables } from './tables.ts';

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;
/** Whether mail arrives there is for mail to find out; here only what could not be an address is refused. */
const EMAIL = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\.]+$/;
const NOT_SHOWN = /\p{Cc}|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}/u;

/** @throws AppError `bad_request` */
export function checkName(typed: string): string {
  const name = typed.normalize('NFC').trim().replace(/ +/g, ' ');
  if (name === '') throw new AppError('bad_request', 'The name is empty. Write it as colleagues know it.');
  if ([...name].length > LONGEST_NAME)
    throw new AppError('bad_request', `The name is longer than ${LONGEST_NAME} characters. Shorten it.`);
  if (NOT_SHOWN.test(name))
    throw new AppError('bad_request', 'The name has characters in it that cannot be seen. Type it anew.');
  return name;
}

/** @throws AppError `bad_request` */
export function checkEmail(typed: string): string {
  const email = typed.normalize('NFC').trim();
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email) || NOT_SHOWN.test(email))
    throw new AppError('bad_request', 'This is no e-mail address. It should look like maria@example.org.');
  return email;
}

/** The form in which addresses are compared. */
export function matchForm(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/**
 * Writes down who an account is.
 * @throws AppError `conflict` where another account has the address.
 */
export async function writeIdentity(
  tables: Tables,
  account: AccountId,
  { name, email }: Pick<IdentityTable, 'name' | 'email'>,
): Promise<void> {
  const email_match = matchForm(email);
  const name_match = wordsOf(name);
  const other = await tables
    .selectFrom('identity')
    .select('account')
    .where('email_match', '=', email_match)
    .where('account', '!=', account)
    .executeTakeFirst();
  if (other !== undefined)
    throw new AppError('conflict', 'There is an account with this e-mail address already. Look for it in the list.');
  await tables
    .insertInto('identity')
    .values({ account, name, name_match, email, email_match })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ name, name_match, email, email_match }))
    .execute();
}

export async function identityOf(tables: Tables, account: AccountId): Promise<IdentityTable | undefined> {
  return tables.selectFrom('identity').selectAll().where('account', '=', account).executeTakeFirst();
}
