/** Being signed in: making sessions, showing them to their holder, and ending them. */
import { AppError } from '#model/index.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { digestOf, newSessionId, newToken } from './ids.ts';
import type { AccountId } from './ids.ts';
import { isLive, oldestUse } from './session-life.ts';
import type { SessionKind } from './session-life.ts';
import { SessionLookUp } from './session-look-up.ts';
import type { Found, Session } from './session-look-up.ts';
import type { Tables } from './tables.ts';

/** A session as its holder sees it in a list. No address: when and on what kind of device is enough to know it by. */
export interface SessionView {
  readonly id: string;
  readonly kind: SessionKind;
  /** Instants in UTC; the second to the minute. */
  readonly createdAt: string;
  readonly lastUsedAt: string;
}

export class Sessions {
  readonly #desk: Desk;
  readonly #lookUp: SessionLookUp;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#lookUp = new SessionLookUp(desk);
  }

  /** Whose request it is. Undefined for a token that is unknown, over, or of an account that may not be used. */
  lookUp(token: string): Promise<Found | undefined> {
    return this.#lookUp.find(token);
  }

  /** @throws AppError `confirm_needed` where the password was entered too long ago for what is sensitive. */
  mustBeConfirmed(session: Session): void {
    if (!session.isConfirmed)
      throw new AppError(
        'confirm_needed',
        'Enter your password again to do this: you last did so more than ten minutes ago.',
      );
  }

  /** The account's own, the one used last first. */
  async list(account: AccountId): Promise<SessionView[]> {
    const rows = await this.#desk.records.read
      .selectFrom('session')
      .select(['id', 'kind', 'created_at', 'used_at', 'confirmed_at'])
      .where('account', '=', account)
      .orderBy('used_at', 'desc')
      .execute();
    const now = this.#desk.now();
    return rows
      .filter((row) => isLive(row, now))
      .map(({ id, kind, created_at, used_at }) => ({
        id,
        kind,
        createdAt: new Date(created_at).toISOString(),
        lastUsedAt: new Date(used_at).toISOString(),
      }));
  }

  /** Ends one of the account's own sessions. @throws AppError `not_found` where it has no such session. */
  async end(account: AccountId, id: string): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      const ended = await tables
        .deleteFrom('session')
        .where('id', '=', id)
        .where('account', '=', account)
        .returning('id')
        .executeTakeFirst();
      if (ended === undefined)
        throw new AppError('not_found', 'You have no such session. It may have ended already: load the list anew.');
      await note(tables, this.#desk.now(), 'session-ended', { who: account, about: id });
    });
  }

  /** Signing out; doing it twice is no mistake. */
  async signOut({ account, id }: Pick<Session, 'account' | 'id'>): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      const ended = await tables.deleteFrom('session').where('id', '=', id).returning('id').executeTakeFirst();
      if (ended !== undefined) await note(tables, this.#desk.now(), 'signed-out', { who: account, about: id });
    });
  }

  /** Signs the account out everywhere, here too. @returns how many sessions there were. */
  async endAll(account: AccountId): Promise<number> {
    return this.#desk.records.change(async (tables) => {
      const count = await endSessions(tables, account);
      await note(tables, this.#desk.now(), 'sessions-ended', { who: account, about: account, count });
      return count;
    });
  }
}

/** A session that begins now; its audit entry is its caller's. Takes away what is over, of everybody. */
export async function beginSession(
  tables: Tables,
  at: number,
  account: AccountId,
  kind: SessionKind,
): Promise<{ readonly token: string; readonly id: string }> {
  for (const each of ['shared', 'own'] as const)
    await tables.deleteFrom('session').where('kind', '=', each).where('used_at', '<', oldestUse(each, at)).execute();
  const token = newToken();
  const id = newSessionId();
  await tables
    .insertInto('session')
    .values({
      digest: digestOf(token),
      id,
      account,
      kind,
      created_at: at,
      used_at: at,
      confirmed_at: at,
      is_to_rotate: 0,
      former_digest: null,
      former_until: null,
    })
    .execute();
  return { token, id };
}

/** @param except the id of the one that stays. @returns how many were ended. */
export async function endSessions(tables: Tables, account: AccountId, except = ''): Promise<number> {
  const ended = await tables
    .deleteFrom('session')
    .where('account', '=', account)
    .where('id', '!=', except)
    .returning('id')
    .execute();
  return ended.length;
}

/**
 * The password was entered: the session counts as confirmed and gets a new token; the old one is void at once.
 * @throws AppError `forbidden` where the session has ended meanwhile.
 */
export async function confirmSession(tables: Tables, at: number, id: string): Promise<string> {
  const token = newToken();
  const changed = await tables
    .updateTable('session')
    .set({
      digest: digestOf(token),
      confirmed_at: at,
      used_at: at,
      is_to_rotate: 0,
      former_digest: null,
      former_until: null,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) throw new AppError('forbidden', 'You are not signed in any more. Sign in again.');
  return token;
}
