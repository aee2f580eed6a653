/** What the person at the other end of a link does with it: set the house up, accept an invitation, set a new password. */
import { AppError } from '#model/index.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { checkEmail, checkName, identityOf, writeIdentity } from './identity.ts';
import { newAccountId } from './ids.ts';
import type { AccountId } from './ids.ts';
import { deadLink, hasAccounts, useLink } from './links.ts';
import type { Links, LinkView } from './links.ts';
import { hashPassword, normalPassword } from './passwords.ts';
import { giveRole } from './roles.ts';
import type { SessionKind } from './session-life.ts';
import { endSessions } from './sessions.ts';
import { begin, setPassword } from './sign-in.ts';
import type { Entered } from './sign-in.ts';

export interface Newcomer {
  readonly name: string;
  readonly password: string;
  /** For how long they are signed in at once. */
  readonly kind: SessionKind;
}

export class Acceptance {
  readonly #desk: Desk;
  readonly #links: Links;
  /** The account's tries at signing in begin anew. */
  readonly #forgetTries: (email: string) => Promise<void>;

  constructor(desk: Desk, links: Links, forgetTries: (email: string) => Promise<void>) {
    this.#desk = desk;
    this.#links = links;
    this.#forgetTries = forgetTries;
  }

  /**
   * Makes the first account of the house, an administrator, and signs it in.
   * @throws AppError `not_found` for a dead link, `bad_request`, `conflict` where the house has an account already.
   */
  async setUp(token: string, first: Newcomer & { readonly email: string }): Promise<Entered> {
    const name = checkName(first.name);
    const email = checkEmail(first.email);
    await this.#mustBe('set-up', token);
    const hash = await this.#hash(first.password, { name, email });
    return this.#desk.records.change(async (tables) => {
      const now = this.#desk.now();
      if (await hasAccounts(tables))
        throw new AppError('conflict', 'This house is set up already. Ask its administrator to invite you.');
      await useLink(tables, now, 'set-up', token);
      const account = newAccountId();
      await tables
        .insertInto('account')
        .values({ id: account, state: 'active', created_at: now, last_sign_in_at: null })
        .execute();
      await writeIdentity(tables, account, { name, email });
      await setPassword(tables, now, account, hash);
      await note(tables, now, 'account-created', { who: account, about: account });
      await giveRole(tables, now, account, account, { role: 'administrator', scope: 'system' });
      return begin(tables, now, account, first.kind);
    });
  }

  /** @throws AppError `not_found` for a dead link, `bad_request`. */
  async invitation(token: string, { name: typed, password, kind }: Newcomer): Promise<Entered> {
    const name = checkName(typed);
    const { email = '' } = await this.#mustBe('invitation', token);
    const hash = await this.#hash(password, { name, email });
    return this.#desk.records.change(async (tables) => {
      const now = this.#desk.now();
      const account = whose(await useLink(tables, now, 'invitation', token));
      const invited = await identityOf(tables, account);
      if (invited === undefined) throw deadLink();
      await tables.updateTable('account').set({ state: 'active' }).where('id', '=', account).execute();
      await writeIdentity(tables, account, { name, email: invited.email });
      await setPassword(tables, now, account, hash);
      await note(tables, now, 'invitation-accepted', { who: account, about: account });
      return begin(tables, now, account, kind);
    });
  }

  /**
   * Sets the password and ends all sessions of the account; whoever did it then signs in.
   * @throws AppError `not_found` for a dead link, `bad_request`.
   */
  async reset(token: string, password: string): Promise<void> {
    const { name = '', email = '' } = await this.#mustBe('reset', token);
    const hash = await this.#hash(password, { name, email });
    await this.#desk.records.change(async (tables) => {
      const now = this.#desk.now();
      const account = whose(await useLink(tables, now, 'reset', token));
      await setPassword(tables, now, account, hash);
      const ended = await endSessions(tables, account);
      await note(tables, now, 'password-reset', { who: account, about: account, ended });
    });
    await this.#forgetTries(email);
  }

  async #mustBe(kind: LinkView['kind'], token: string): Promise<LinkView> {
    const link = await this.#links.mustLook(token);
    if (link.kind !== kind) throw deadLink();
    return link;
  }

  async #hash(password: string, whose: { readonly name: string; readonly email: string }): Promise<string> {
    const normal = normalPassword(password);
    await this.#desk.checkPassword(normal, whose);
    return hashPassword(normal, this.#desk.cost);
  }
}

function whose(account: AccountId | null): AccountId {
  if (account === null) throw deadLink();
  return account;
}
