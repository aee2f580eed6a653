/** Giving and taking roles. */
import { AppError } from '#model/index.ts';
import { mustBeAdministrator, mustExist, mustLeaveAnAdministrator } from './administrators.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import type { AccountId, Actor } from './ids.ts';
import { checkGrant } from './role-list.ts';
import type { RoleGrant } from './role-list.ts';
import type { Tables } from './tables.ts';

export class Roles {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Gives a role; giving it twice changes nothing. Sessions of the account get a new token with their next request.
   * @throws AppError `bad_request`, `forbidden`, `not_found`
   */
  async grant(by: Actor, account: AccountId, role: string, scope: string): Promise<void> {
    const grant = checkGrant(role, scope);
    await this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      await mustExist(tables, account);
      await giveRole(tables, this.#desk.now(), by, account, grant);
    });
  }

  /** @throws AppError `bad_request`, `forbidden`, `not_found`, `conflict` where nobody would administer the house any more. */
  async revoke(by: Actor, account: AccountId, role: string, scope: string): Promise<void> {
    const grant = checkGrant(role, scope);
    await this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      await mustExist(tables, account);
      if (grant.role === 'administrator') await mustLeaveAnAdministrator(tables, account, 'lose the role');
      const taken = await tables
        .deleteFrom('role')
        .where('account', '=', account)
        .where('role', '=', grant.role)
        .where('scope', '=', grant.scope)
        .returning('role')
        .executeTakeFirst();
      if (taken === undefined)
        throw new AppError('not_found', 'This account does not have that role. Load the list anew.');
      await rotateSoon(tables, account);
      await note(tables, this.#desk.now(), 'role-revoked', { who: by, about: account, ...grant });
    });
  }
}

export async function giveRole(
  tables: Tables,
  at: number,
  by: Actor,
  account: AccountId,
  grant: RoleGrant,
): Promise<void> {
  const given = await tables
    .insertInto('role')
    .values({ account, ...grant })
    .onConflict((conflict) => conflict.doNothing())
    .returning('role')
    .executeTakeFirst();
  if (given === undefined) return;
  await rotateSoon(tables, account);
  await note(tables, at, 'role-granted', { who: by, about: account, ...grant });
}

async function rotateSoon(tables: Tables, account: AccountId): Promise<void> {
  await tables.updateTable('session').set({ is_to_rotate: 1 }).where('account', '=', account).execute();
}
