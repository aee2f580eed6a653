/**
 * The fictional people of a sample house, as whom anybody at the machine may look around. Never opened for a house of real
 * people: there a way in without a password would be a hole.
 */
import { AppError } from '#model/index.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { checkEmail, checkName, identityOf, matchForm, writeIdentity } from './identity.ts';
import { newAccountId } from './ids.ts';
import type { AccountId } from './ids.ts';
import { checkGrant } from './role-list.ts';
import type { RoleGrant } from './role-list.ts';
import { giveRole } from './roles.ts';
import type { SessionKind } from './session-life.ts';
import { begin } from './sign-in.ts';
import type { Entered } from './sign-in.ts';
import type { Tables } from './tables.ts';

export interface FictionalPerson {
  readonly name: string;
  readonly email: string;
  /** Their work, in a few words. */
  readonly title: string;
  /** One line on what to look at as them. */
  readonly does?: string;
  readonly roles: readonly { readonly role: string; readonly scope: string }[];
}

export interface WalkIn {
  readonly account: AccountId;
  readonly name: string;
  readonly title: string;
  readonly does?: string;
  readonly roles: readonly RoleGrant[];
}

export class WalkIns {
  readonly #desk: Desk;
  /** By e-mail address, in the order they were given in. */
  readonly #cast = new Map<string, FictionalPerson>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Makes the accounts of these people, active and without a password, and sets right what a visitor has changed about them.
   * Where all is as it should be, nothing is written.
   * @throws AppError `bad_request` where a name, an address or a role will not do.
   */
  async ensure(people: readonly FictionalPerson[]): Promise<void> {
    const checked = people.map((person) => ({
      ...person,
      name: checkName(person.name),
      email: checkEmail(person.email),
      grants: person.roles.map(({ role, scope }) => checkGrant(role, scope)),
    }));
    await this.#desk.records.change(async (tables) => {
      for (const person of checked) {
        const account = await this.#accountOf(tables, person);
        for (const grant of person.grants) await giveRole(tables, this.#desk.now(), 'operator', account, grant);
      }
    });
    for (const person of checked) this.#cast.set(matchForm(person.email), person);
  }

  /** Those that may be walked in as. */
  async list(): Promise<WalkIn[]> {
    const emails = [...this.#cast.keys()];
    if (emails.length === 0) return [];
    const { read } = this.#desk.records;
    const rows = await read
      .selectFrom('identity')
      .innerJoin('account', 'account.id', 'identity.account')
      .leftJoin('role', 'role.account', 'account.id')
      .select(['account.id', 'identity.name', 'identity.email_match', 'role.role', 'role.scope'])
      .where('identity.email_match', 'in', emails)
      .where('account.state', '=', 'active')
      .orderBy('role.role')
      .orderBy('role.scope')
      .execute();
    return [...this.#cast].flatMap(([email, { title, does }]) => {
      const own = rows.filter(({ email_match }) => email_match === email);
      const [first] = own;
      if (first === undefined) return [];
      const roles = own.flatMap(({ role, scope }) => (role === null || scope === null ? [] : [{ role, scope }]));
      return [{ account: first.id, name: first.name, title, ...(does === undefined ? {} : { does }), roles }];
    });
  }

  /** @throws AppError `forbidden` where the account is not one of these people. */
  async enter(account: AccountId, kind: SessionKind): Promise<Entered> {
    return this.#desk.records.change(async (tables) => {
      const identity = await identityOf(tables, account);
      const held = await tables.selectFrom('account').select('state').where('id', '=', account).executeTakeFirst();
      if (identity === undefined || !this.#cast.has(identity.email_match) || held?.state !== 'active')
        throw new AppError(
          'forbidden',
          'Nobody can walk in as this person. Choose one of the fictional people of the sample, or sign in.',
        );
      return begin(tables, this.#desk.now(), account, kind, 'walked-in');
    });
  }

  async #accountOf(tables: Tables, { name, email }: Pick<FictionalPerson, 'name' | 'email'>): Promise<AccountId> {
    const now = this.#desk.now();
    const held = await tables
      .selectFrom('identity')
      .innerJoin('account', 'account.id', 'identity.account')
      .select(['account.id', 'account.state', 'identity.name'])
      .where('identity.email_match', '=', matchForm(email))
      .executeTakeFirst();
    if (held === undefined) {
      const id = newAccountId();
      await tables
        .insertInto('account')
        .values({ id, state: 'active', created_at: now, last_sign_in_at: null })
        .execute();
      await writeIdentity(tables, id, { name, email });
      await note(tables, now, 'account-created', { who: 'operator', about: id });
      return id;
    }
    const { id } = held;
    if (held.state !== 'active') {
      await tables.updateTable('account').set({ state: 'active' }).where('id', '=', id).execute();
      await note(tables, now, 'account-enabled', { who: 'operator', about: id });
    }
    if (held.name !== name) {
      await writeIdentity(tables, id, { name, email });
      await note(tables, now, 'identity-changed', { who: 'operator', about: id, name: true, email: false });
    }
    return id;
  }
}
