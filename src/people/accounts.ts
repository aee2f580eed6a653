/** Accounts as an administrator keeps them: finding, disabling, enabling, renaming and deleting. */
import { sql } from 'kysely';
import type { ExpressionBuilder, Transaction } from 'kysely';
import { AppError } from '#model/index.ts';
import { mustBeAdministrator, mustExist, mustLeaveAnAdministrator } from './administrators.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { eraseAccount, mustNotBeNamed } from './erasure.ts';
import { checkEmail, checkName, identityOf, matchForm, writeIdentity } from './identity.ts';
import type { AccountId, Actor } from './ids.ts';
import { beginWords, typedWords } from './name-words.ts';
import { namesOf, peopleNamed } from './names.ts';
import type { NamedAccount } from './names.ts';
import { rolesOf } from './role-list.ts';
import type { RoleGrant } from './role-list.ts';
import { endSessions } from './sessions.ts';
import type { AccountTable, PeopleTables, Tables } from './tables.ts';

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

export interface AccountPage {
  readonly accounts: readonly Account[];
  /** Of all that fit, on how many pages they are. */
  readonly total: number;
  readonly pages: number;
}

/**
 * Takes away what other rooms keep of an account, in the transaction of its deletion: both are done, or neither. May be called twice
 * for the same account, where a deletion was broken off and is tried again.
 */
export type OnDelete = (account: AccountId, within: Transaction<PeopleTables>) => Promise<void>;

const PAGE_SIZE = 100;

export class Accounts {
  readonly #desk: Desk;
  readonly #forgetTries: (email: string) => Promise<void>;
  readonly #onDelete: OnDelete;
  readonly #anybody: () => unknown;

  /** @param onDelete takes away what other rooms keep of an account. */
  constructor(desk: Desk, forgetTries: (email: string) => Promise<void>, onDelete: OnDelete) {
    this.#desk = desk;
    this.#forgetTries = forgetTries;
    this.#onDelete = onDelete;
    this.#anybody = desk.records.ready("select 1 from account where state <> 'deleted' limit 1");
  }

  /** Whether the house has a person. One of whom all were deleted has none. */
  async hasAny(): Promise<boolean> {
    return this.#anybody() !== undefined;
  }

  /** Those that are somebody, by name. */
  async list(): Promise<Account[]> {
    const rows = await this.#rows()
      .where('account.state', '!=', 'deleted')
      .orderBy(inOrder)
      .orderBy('account.id')
      .execute();
    return rows.map(accountOf);
  }

  /**
   * Those that are somebody, by name, a hundred a page.
   * @param question.look only those of whose name, or of whose e-mail address, every word typed is a beginning.
   * @param question.page from 1.
   */
  async page({ look = '', page = 1 }: { readonly look?: string; readonly page?: number } = {}): Promise<AccountPage> {
    const found = this.#desk.records.read
      .selectFrom('account')
      .leftJoin('identity', 'identity.account', 'account.id')
      .where('account.state', '!=', 'deleted')
      .$if(look.trim() !== '', (query) =>
        query.where((eb) =>
          eb.or([
            beginWords(eb as unknown as ExpressionBuilder<PeopleTables, 'identity'>, typedWords(look)),
            sql<boolean>`instr(identity.email_match, ${matchForm(look)}) = 1`,
          ]),
        ),
      );
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const ids = await found
      .select('account.id')
      .orderBy(inOrder)
      .orderBy('account.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute();
    const rows = await this.#rows()
      .where(
        'account.id',
        'in',
        ids.map(({ id }) => id),
      )
      .orderBy(inOrder)
      .orderBy('account.id')
      .execute();
    return { accounts: rows.map(accountOf), total, pages: Math.ceil(total / PAGE_SIZE) };
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
    const email = await this.#desk.records.change(async (tables) => {
      if (by !== id) await mustBeAdministrator(tables, by);
      await mustExist(tables, id);
      await mustLeaveAnAdministrator(tables, id, 'be deleted');
      await this.#onDelete(id, tables);
      const held = await eraseAccount(tables, id);
      await note(tables, this.#desk.now(), 'account-deleted', { who: by, about: id });
      return held;
    });
    if (email !== undefined) await this.#forgetTries(email);
    return this.#desk.records.emptyJournal();
  }

  /** Refuses what would be refused in the end, and ends the sessions at once, also where taking the rest away fails. */
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

/** By name; who has none yet stands by the e-mail address. */
const inOrder = sql<string>`case when coalesce(identity.name_match, '') = '' then identity.email_match else identity.name_match end`;

function notActive(state: AccountTable['state']): string {
  return state === 'invited'
    ? 'This person has not accepted the invitation yet. Delete the account to take the invitation back.'
    : 'This account is disabled already. Load the list anew.';
}
