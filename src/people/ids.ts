/** Ids that say nothing of whom they name, and tokens that open something, of which the house keeps the digest alone. */
import { hash, randomBytes } from 'node:crypto';
import type { Brand } from '#model/index.ts';

/** A person's pseudonym: what everything in the house calls them by, except the one table that knows the name. */
export type AccountId = Brand<string, 'AccountId'>;

/** Who acts: an account, or whoever has the machine in hand and uses the command line. */
export type Actor = AccountId | 'operator';

export function newAccountId(): AccountId {
  return `p-${randomBytes(10).toString('hex')}` as AccountId;
}

/** What a session is called in lists and in the audit. */
export function newSessionId(): string {
  return `s-${randomBytes(10).toString('hex')}`;
}

/** 256 random bits, fit for a link and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: whoever reads the file cannot walk in with it. */
export function digestOf(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}
