/** Accounts as an administrator keeps them: finding, disabling, enabling, renaming and deleting. */
import { sql } from 'kysely';
import { AppError } from '#model/index.ts';
import { mustBeAdministrator, mustExist, mustLeaveAnAdministrator } from './administrators.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { eraseAccount, mustNotBeNamed } from './erasure.ts';
import { checkEmail, checkName, identityOf, matchForm, writeIdentity } from './identity.ts';
import type { AccountId, Actor } from './ids.ts';
import { namesOf, peopleNamed } from './names.ts';
import type { NamedAccount } from './names.ts';
import { rolesOf } from './role-list.ts';
import type { RoleGrant } from './role-list.ts';
import { endSessions } from './sessions.ts';
import type { AccountTable, Tables } from './tables.ts';

export interface Account {
  readonly id: AccountId;
  readonly state: AccountTable['state'];
  /** Absent where it was not given yet, or was erased. */
  readonly name?: string;
  readonly email?: string;
  readonly roles: readonly RoleGrant[];
  /** Instants in UTC. */
  readonly createdAt: string;
  readonly lastSignInAt?: string;
}

/** May be called twice for the same account, where a deletion was broken off and is tried again. */
export type OnDelete = (account: AccountId) => Promise<void>;

export class Accounts {
  readonly #desk: Desk;
  readonly #forgetTries: (email: string) => Promise<void>;
  readonly #onDelete: OnDelete;
  /** Rows of accounts stay for ever, so this only ever turns true. */
  #hasAny = false;

  /** @param onDelete takes away what other rooms keep of an account. */
  constructor(desk: Desk, forgetTries: (email: string) => Promise<void>, onDelete: OnDelete) {
    this.#desk = desk;
    this.#forgetTries = forgetTries;
    this.#onDelete = onDelete;
  }

  /** Whether the house has a person yet. */
  async hasAny(): Promise<boolean> {
    this.#hasAny ||=
      (await this.#desk.records.read.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
    return this.#hasAny;
  }

  /** Those that are somebody, by name. */
  async list(): Promise<Account[]> {
    const rows = await this.#rows().where('account.state', '!=', 'deleted').execute();
    return rows.map(accountOf).sort((a, b) => inOrder(a).localeCompare(inOrder(b)) || a.id.localeCompare(b.id));
  }

  /** Also one that was deleted: it says so, and has no name. */
  async get(id: AccountId): Promise<Account | undefined> {
    const row = await this.#rows().where('account.id', '=', id).executeTakeFirst();
    return row && accountOf(row);
  }

  /** However the address is written. */
  async find(email: string): Promise<Account | undefined> {
    const row = await this.#rows().where('identity.email_match', '=', matchForm(email)).executeTakeFirst();
    return row && accountOf(row);
  }

  /** For showing who did what. Absent: who was deleted, and who was invited without a name. */
  names(ids: Iterable<AccountId>): Promise<Map<AccountId, string>> {
    return namesOf(this.#desk.records.read, [...ids]);
  }

  /**
   * People to share something with, by the beginnings of their names' words, however they are accented.
   * @param limit at most 20.
   */
  lookFor(text: string, limit: number): Promise<NamedAccount[]> {
    return peopleNamed(this.#desk.records.read, text, limit);
  }

  /** By an administrator, or of one's own account. @throws AppError `bad_request`, `forbidden`, `not_found`, `conflict` */
  async rename(by: Actor, id: AccountId, to: { readonly name?: string; readonly email?: string }): Promise<void> {
    const name = to.name === undefined ? undefined : checkName(to.name);
    const email = to.email === undefined ? undefined : checkEmail(to.email);
    const before = await this.#desk.records.change(async (tables) => {
      if (by !== id) await mustBeAdministrator(tables, by);
      await mustExist(tables, id);
      const held = await identityOf(tables, id);
      await writeIdentity(tables, id, { name: name ?? held?.name ?? '', email: email ?? held?.email ?? '' });
      await note(tables, this.#desk.now(), 'identity-changed', {
        who: by,
        about: id,
        name: name !== undefined,
        email: email !== undefined,
      });
      return held;
    });
    if (email !== undefined && before !== undefined) await this.#forgetTries(before.email);
  }

  /** Ends the account's sessions and links; it can be enabled again. @throws AppError `forbidden`, `not_found`, `conflict` */
  async disable(by: Actor, id: AccountId): Promise<void> {
    await this.#change(by, id, async (tables, { state }) => {
      if (state !== 'active') throw new AppError('conflict', notActive(state));
      await mustLeaveAnAdministrator(tables, id, 'be disabled');
      await tables.updateTable('account').set({ state: 'disabled' }).where('id', '=', id).execute();
      await tables.deleteFrom('link').where('account', '=', id).execute();
      const ended = await endSessions(tables, id);
      await note(tables, this.#desk.now(), 'account-disabled', { who: by, about: id, ended });
    });
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` */
  async enable(by: Actor, id: AccountId): Promise<void> {
    await this.#change(by, id, async (tables, { state }) => {
      if (state !== 'disabled') throw new AppError('conflict', 'This account is not disabled. Load the list anew.');
      await tables.updateTable('account').set({ state: 'active' }).where('id', '=', id).execute();
      await note(tables, this.#desk.now(), 'account-enabled', { who: by, about: id });
    });
  }

  /**
   * Makes an account nobody's: its name and e-mail address are in no file of the house any more, nor what other rooms keep for it
   * alone, while what it did stays under its pseudonym. By an administrator, or of one's own account.
   * @returns false where an old state of the file is still being read; it is gone with the next start then, or the next deletion.
   * @throws AppError `forbidden`, `not_found`, `conflict`
   */
  async delete(by: Actor, id: AccountId): Promise<boolean> {
    await this.#close(by, id);
    // Before the account goes: where this fails, the deletion can be asked for again.
    await this.#onDelete(id);
    const email = await this.#desk.records.change(async (tables) => {
      if (by !== id) await mustBeAdministrator(tables, by);
      await mustExist(tables, id);
      await mustLeaveAnAdministrator(tables, id, 'be deleted');
      const held = await eraseAccount(tables, id);
      await note(tables, this.#desk.now(), 'account-deleted', { who: by, about: id });
      return held;
    });
    if (email !== undefined) await this.#forgetTries(email);
    return this.#desk.records.emptyJournal();
  }

  /** Refuses what would be refused in the end, and ends the sessions, so that nothing new is kept while the rest is taken away. */
  async #close(by: Actor, id: AccountId): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      if (by !== id) await mustBeAdministrator(tables, by);
      await mustExist(tables, id);
      await mustNotBeNamed(tables, id);
      await mustLeaveAnAdministrator(tables, id, 'be deleted');
      const count = await endSessions(tables, id);
      if (count > 0) await note(tables, this.#desk.now(), 'sessions-ended', { who: by, about: id, count });
    });
  }

  async #change(
    by: Actor,
    id: AccountId,
    act: (tables: Tables, account: AccountTable) => Promise<void>,
  ): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      await act(tables, await mustExist(tables, id));
    });
  }

  #rows() {
    return this.#desk.records.read
      .selectFrom('account')
      .leftJoin('identity', 'identity.account', 'account.id')
      .select((eb) => [
        'account.id',
        'account.state',
        'account.created_at',
        'account.last_sign_in_at',
        'identity.name',
        'identity.email',
        eb
          .selectFrom('role')
          .select(sql<string | null>`group_concat(role.role || ' ' || role.scope, ',')`.as('joined'))
          .whereRef('role.account', '=', 'account.id')
          .as('roles'),
      ]);
  }
}

interface Row extends AccountTable {
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: string | null;
}

function accountOf({ id, state, name, email, roles, created_at, last_sign_in_at }: Row): Account {
  return {
    id,
    state,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    roles: rolesOf(roles),
    createdAt: new Date(created_at).toISOString(),
    ...(last_sign_in_at === null ? {} : { lastSignInAt: new Date(last_sign_in_at).toISOString() }),
  };
}

function inOrder({ name, email }: Account): string {
  return name ?? email ?? '';
}

function notActive(state: AccountTable['state']): string {
  return state === 'invited'
    ? 'This person has not accepted the invitation yet. Delete the account to take the invitation back.'
    : 'This account is disabled already. Load the list anew.';
}
