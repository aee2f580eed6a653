/** Links that let somebody in once: the set-up of a new house, an invitation, a new password. Only their digests are kept. */
import { AppError } from '#model/index.ts';
import { mustBeAdministrator, mustExist } from './administrators.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { checkEmail, checkName, writeIdentity } from './identity.ts';
import { digestOf, newAccountId, newToken } from './ids.ts';
import type { AccountId, Actor } from './ids.ts';
import { checkGrant } from './role-list.ts';
import { giveRole } from './roles.ts';
import type { LinkTable, Tables } from './tables.ts';

const DAY_MS = 24 * 3_600_000;
const LIVES: Readonly<Record<LinkTable['kind'], number | undefined>> = {
  'set-up': undefined,
  invitation: 7 * DAY_MS,
  reset: DAY_MS,
};

export interface Link {
  /** Shown once, to whoever made the link: it cannot be had again. */
  readonly token: string;
  /** Instant in UTC; absent for the set-up link, which holds until the next is made. */
  readonly expiresAt?: string;
}

/** What a link is for, for the page that it opens. */
export interface LinkView {
  readonly kind: LinkTable['kind'];
  /** Whom it is for; absent at set-up. The name is absent where none was given yet. */
  readonly name?: string;
  readonly email?: string;
}

export interface Invitation {
  readonly email: string;
  readonly name?: string | undefined;
  readonly roles?: readonly { readonly role: string; readonly scope: string }[] | undefined;
}

export class Links {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The link for the first account; one made before is void. Undefined where the house has an account already. */
  async makeSetUp(): Promise<Link | undefined> {
    return this.#desk.records.change(async (tables) => {
      if (await hasAccounts(tables)) return undefined;
      const link = await make(tables, this.#desk.now(), 'set-up', null);
      await note(tables, this.#desk.now(), 'set-up-link-made', { who: 'operator' });
      return link;
    });
  }

  /** A new account that waits for its person, and the link that they get. */
  async invite(by: Actor, invitation: Invitation): Promise<Link & { readonly account: AccountId }> {
    const email = checkEmail(invitation.email);
    const name = invitation.name === undefined ? '' : checkName(invitation.name);
    const grants = (invitation.roles ?? []).map(({ role, scope }) => checkGrant(role, scope));
    return this.#desk.records.change(async (tables) => {
      const now = this.#desk.now();
      await mustBeAdministrator(tables, by);
      const account = newAccountId();
      await tables
        .insertInto('account')
        .values({ id: account, state: 'invited', created_at: now, last_sign_in_at: null })
        .execute();
      await writeIdentity(tables, account, { name, email });
      await note(tables, now, 'account-invited', { who: by, about: account });
      for (const grant of grants) await giveRole(tables, now, by, account, grant);
      return { account, ...(await make(tables, now, 'invitation', account)) };
    });
  }

  /** A new link for somebody who is still invited; the one before is void. */
  async inviteAgain(by: Actor, account: AccountId): Promise<Link> {
    return this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      if ((await mustExist(tables, account)).state !== 'invited')
        throw new AppError(
          'conflict',
          'This person has accepted the invitation already. Make a link for a new password.',
        );
      await note(tables, this.#desk.now(), 'account-invited', { who: by, about: account });
      return make(tables, this.#desk.now(), 'invitation', account);
    });
  }

  /** A link with which somebody sets a new password; the one before is void. The old password opens until it is used. */
  async makeReset(by: Actor, account: AccountId): Promise<Link> {
    return this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      const { state } = await mustExist(tables, account);
      if (state === 'invited')
        throw new AppError('conflict', 'This person has not accepted the invitation yet. Make a new invitation link.');
      if (state === 'disabled') throw new AppError('conflict', 'This account is disabled. Enable it first.');
      await note(tables, this.#desk.now(), 'reset-link-made', { who: by, about: account });
      return make(tables, this.#desk.now(), 'reset', account);
    });
  }

  /** What a link is for. Undefined where it was used or replaced, is too old, or never was one. */
  async look(token: string): Promise<LinkView | undefined> {
    const link = await this.#desk.records.read
      .selectFrom('link')
      .leftJoin('identity', 'identity.account', 'link.account')
      .select(['link.kind', 'link.made_at', 'link.expires_at', 'identity.name', 'identity.email'])
      .where('digest', '=', digestOf(token))
      .executeTakeFirst();
    if (link === undefined || !isOpen(link, this.#desk.now())) return undefined;
    const { kind, name, email } = link;
    return { kind, ...(name ? { name } : {}), ...(email === null ? {} : { email }) };
  }

  /** As `look`. @throws AppError `not_found` where it opens nothing. */
  async mustLook(token: string): Promise<LinkView> {
    const link = await this.look(token);
    if (link === undefined) throw deadLink();
    return link;
  }
}

/**
 * Uses a link up, in the transaction of what it was for.
 * @throws AppError `not_found`
 */
export async function useLink(
  tables: Tables,
  now: number,
  kind: LinkTable['kind'],
  token: string,
): Promise<AccountId | null> {
  const link = await tables
    .deleteFrom('link')
    .where('digest', '=', digestOf(token))
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst();
  if (link === undefined || !isOpen(link, now)) throw deadLink();
  return link.account;
}

export function deadLink(): AppError {
  return new AppError(
    'not_found',
    'This link does not open anything any more: it was used, replaced by a newer one, or is too old. Ask for a new one.',
  );
}

/** Where all were deleted, a house is set up as one that never had any. */
export async function hasAccounts(tables: Tables): Promise<boolean> {
  const one = tables.selectFrom('account').select('id').where('state', '!=', 'deleted').limit(1);
  return (await one.executeTakeFirst()) !== undefined;
}

async function make(tables: Tables, now: number, kind: LinkTable['kind'], account: AccountId | null): Promise<Link> {
  const life = LIVES[kind];
  const expires_at = life === undefined ? null : now + life;
  const token = newToken();
  await tables
    .deleteFrom('link')
    .where('kind', '=', kind)
    .where('account', account === null ? 'is' : '=', account)
    .execute();
  await tables
    .insertInto('link')
    .values({ digest: digestOf(token), kind, account, made_at: now, expires_at })
    .execute();
  return { token, ...(expires_at === null ? {} : { expiresAt: new Date(expires_at).toISOString() }) };
}

/** A link made in the future is from before the clock was set back, and must not hold the longer for it. */
function isOpen({ made_at, expires_at }: Pick<LinkTable, 'made_at' | 'expires_at'>, now: number): boolean {
  return expires_at === null || (now < expires_at && made_at <= now + DAY_MS);
}
