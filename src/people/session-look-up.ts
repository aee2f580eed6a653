/** From a token to whose it is and what they may do: asked with every request, so it is one prepared statement and no more. */
import type { Desk } from './desk.ts';
import { digestOf, newToken } from './ids.ts';
import type { AccountId } from './ids.ts';
import { rolesOf } from './role-list.ts';
import type { RoleGrant } from './role-list.ts';
import { isConfirmed, isLive } from './session-life.ts';
import type { SessionKind } from './session-life.ts';
import type { SessionTable } from './tables.ts';

export interface Session {
  readonly id: string;
  readonly account: AccountId;
  readonly kind: SessionKind;
  /** What the account may do now, not what it might when it signed in. */
  readonly roles: readonly RoleGrant[];
  /** When its holder last entered the password: instant in UTC. */
  readonly confirmedAt: string;
  /** Whether that was within ten minutes. */
  readonly isConfirmed: boolean;
}

export interface Found {
  readonly session: Session;
  /** What the caller is to carry from now on, where what the account may do has changed. The old one is good for half a minute more. */
  readonly newToken?: string;
}

/** How exactly it is known when a session was last used. */
const TOUCH_EVERY_MS = 60_000;
/** A page asks for several things at once; those under way when the token changes must not fail. */
const FORMER_FOR_MS = 30_000;

const SESSION = `
  select session.*, (
    select group_concat(role.role || ' ' || role.scope, ',') from role where role.account = session.account) as roles
  from session join account on account.id = session.account and account.state = 'active'`;

type Row = SessionTable & { readonly roles: string | null };

export class SessionLookUp {
  readonly #desk: Desk;
  readonly #byToken: (digest: Uint8Array) => Row | undefined;
  readonly #byFormerToken: (digest: Uint8Array, now: number) => Row | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    // Typed here because a prepared statement is text: the columns are those of the table, and the roles as joined above.
    this.#byToken = desk.records.ready(`${SESSION} where digest = ?`) as (digest: Uint8Array) => never;
    this.#byFormerToken = desk.records.ready(`${SESSION} where former_digest = ? and former_until > ?`) as never;
  }

  async find(token: string): Promise<Found | undefined> {
    const now = this.#desk.now();
    const digest = digestOf(token);
    const row = this.#byToken(digest) ?? this.#byFormerToken(digest, now);
    if (row === undefined || !isLive(row, now)) return undefined;
    const session: Session = {
      id: row.id,
      account: row.account,
      kind: row.kind,
      roles: rolesOf(row.roles),
      confirmedAt: new Date(row.confirmed_at).toISOString(),
      isConfirmed: isConfirmed(row, now),
    };
    if (row.is_to_rotate === 1) {
      const newToken = await this.#rotate(row, now);
      if (newToken !== undefined) return { session, newToken };
    }
    if (Math.abs(now - row.used_at) >= TOUCH_EVERY_MS) await this.#touch(row, now);
    return { session };
  }

  /** Undefined where another request of the same page was faster: that one carries the new token. */
  async #rotate({ id, digest }: Row, now: number): Promise<string | undefined> {
    const token = newToken();
    return this.#desk.records.change(async (tables) => {
      const changed = await tables
        .updateTable('session')
        .set({
          digest: digestOf(token),
          former_digest: digest,
          former_until: now + FORMER_FOR_MS,
          is_to_rotate: 0,
          used_at: now,
        })
        .where('id', '=', id)
        .where('digest', '=', digest)
        .where('is_to_rotate', '=', 1)
        .returning('id')
        .executeTakeFirst();
      return changed && token;
    });
  }

  async #touch({ id }: Row, now: number): Promise<void> {
    await this.#desk.records.change((tables) =>
      tables.updateTable('session').set({ used_at: now }).where('id', '=', id).execute(),
    );
  }
}
