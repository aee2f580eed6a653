/**
 * The tables of people. Who somebody is (`identity`) stands apart from everything they are named in, so that it can be erased and
 * nothing else has to change. Instants are milliseconds since 1970 in UTC.
 */
import type { Generated, Transaction } from 'kysely';
import type { AccountId } from './ids.ts';
import type { Role, Scope } from './role-list.ts';

export interface AccountTable {
  readonly id: AccountId;
  /** `deleted`: nobody any more; the row stays because facts and the audit name it. */
  readonly state: 'invited' | 'active' | 'disabled' | 'deleted';
  readonly created_at: number;
  readonly last_sign_in_at: number | null;
}

export interface IdentityTable {
  readonly account: AccountId;
  readonly name: string;
  /** The words of the name in the form in which people are looked for. */
  readonly name_match: string;
  /** As it was typed, for showing. */
  readonly email: string;
  /** In small letters, for finding; no two are the same. */
  readonly email_match: string;
}

export interface PasswordTable {
  readonly account: AccountId;
  /** A PHC string: algorithm, parameters, salt and hash. */
  readonly hash: string;
  /** When its owner set it; a hash that is renewed for the same password keeps it. */
  readonly set_at: number;
}

export interface LinkTable {
  /** SHA-256 of the token, which nobody keeps but whoever got the link. */
  readonly digest: Uint8Array;
  readonly kind: 'set-up' | 'invitation' | 'reset';
  /** Whom it is for; null for the first account, which does not exist yet. */
  readonly account: AccountId | null;
  readonly made_at: number;
  /** Null for the set-up link, which the next start replaces. */
  readonly expires_at: number | null;
}

export interface RoleTable {
  readonly account: AccountId;
  readonly role: Role;
  readonly scope: Scope;
}

export interface SessionTable {
  /** SHA-256 of the token. */
  readonly digest: Uint8Array;
  /** What a session is called in lists: it gives nobody a way in. */
  readonly id: string;
  readonly account: AccountId;
  readonly kind: 'shared' | 'own';
  readonly created_at: number;
  readonly used_at: number;
  /** When its holder last entered the password. */
  readonly confirmed_at: number;
  /** 1: what the account may do has changed, and the token is to be changed too. */
  readonly is_to_rotate: number;
  /** The token before, good for requests that were under way when it was changed. */
  readonly former_digest: Uint8Array | null;
  readonly former_until: number | null;
}

export interface SettingTable {
  readonly key: string;
  readonly value: string;
  readonly changed_at: number;
  readonly changed_by: string;
}

export interface AuditTable {
  readonly sequence: Generated<number>;
  readonly at: number;
  readonly what: string;
  readonly who: string | null;
  readonly about: string | null;
  /** JSON of codes and numbers. */
  readonly detail: string;
}

/** As rate-limiter-flexible wants it. */
interface ThrottleTable {
  readonly key: string;
  readonly points: number;
  readonly expire: number | null;
}

export interface PeopleTables {
  readonly account: AccountTable;
  readonly identity: IdentityTable;
  readonly password: PasswordTable;
  readonly link: LinkTable;
  readonly role: RoleTable;
  readonly session: SessionTable;
  readonly setting: SettingTable;
  readonly audit: AuditTable;
  readonly throttle: ThrottleTable;
}

/** The tables inside a transaction that holds the write lock. */
export type Tables = Transaction<PeopleTables>;
