/** What only an administrator may do, and that there is always one. Both are looked at inside the transaction of the act. */
import { AppError } from '#model/index.ts';
import type { AccountId, Actor } from './ids.ts';
import type { AccountTable, Tables } from './tables.ts';

/** @throws AppError `forbidden` where whoever acts is no active administrator. */
export async function mustBeAdministrator(tables: Tables, by: Actor): Promise<void> {
  if (by === 'operator') return;
  const found = await administrators(tables).where('account.id', '=', by).executeTakeFirst();
  if (found === undefined) throw new AppError('forbidden', 'Only an administrator may do this. Ask one of yours.');
}

/**
 * Call it before the change, in its transaction. Where a house has no administrator yet, nobody is the last one.
 * @param act how the sentence goes on: `be disabled`.
 * @throws AppError `conflict` where the account is the only active administrator.
 */
export async function mustLeaveAnAdministrator(tables: Tables, id: AccountId, act: string): Promise<void> {
  const all = await administrators(tables).execute();
  if (all.some((each) => each.id !== id) || all.length === 0) return;
  throw new AppError('conflict', `The last administrator cannot ${act}. Make somebody else an administrator first.`);
}

/** @throws AppError `not_found` where there is no such account, or nobody any more. */
export async function mustExist(tables: Tables, id: AccountId): Promise<AccountTable> {
  const account = await tables.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  if (account === undefined || account.state === 'deleted')
    throw new AppError('not_found', 'There is no such account. It may have been deleted: load the list anew.');
  return account;
}

function administrators(tables: Tables) {
  return tables
    .selectFrom('account')
    .innerJoin('role', 'role.account', 'account.id')
    .select('account.id')
    .where('account.state', '=', 'active')
    .where('role.role', '=', 'administrator');
}
