/** Keeping passwords: argon2id, off the main thread, its parameters beside each hash so that they can rise. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What one guess costs whoever has stolen the file. */
export interface HashingCost {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP's least for argon2id. */
export const HASHING_COST: HashingCost = { memory: 19_456, passes: 2, lanes: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * One form for the same characters however a keyboard composes them, so that `é` typed on a ward's computer is the `é` typed at
 * home. NFKC, as NIST SP 800-63B names it.
 */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** @param password as `normalPassword` gives it. @returns a PHC string. */
export async function hashPassword(password: string, cost: HashingCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return phc(cost, salt, await derived(password, salt, HASH_BYTES, cost));
}

/** Whether it is the password of this hash, by the parameters that stand in the hash. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const { cost, salt, hash } = parsed(stored);
  return timingSafeEqual(await derived(password, salt, hash.length, cost), hash);
}

/** Whether a hash was made when a guess cost less than it does now. */
export function isOutdated(stored: string, now: HashingCost): boolean {
  const { cost } = parsed(stored);
  return cost.memory < now.memory || cost.passes < now.passes || cost.lanes < now.lanes;
}

/** A hash that no password has: what is compared where there is no account, so that the answer takes as long. */
export function nobodysHash(cost: HashingCost): string {
  return phc(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
}

function derived(message: string, nonce: Uint8Array, tagLength: number, cost: HashingCost): Promise<Buffer> {
  const { memory, passes, lanes } = cost;
  return derive('argon2id', { message, nonce, tagLength, memory, passes, parallelism: lanes });
}

function phc({ memory, passes, lanes }: HashingCost, salt: Uint8Array, hash: Uint8Array): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

function parsed(stored: string): { readonly cost: HashingCost; readonly salt: Buffer; readonly hash: Buffer } {
  const [, memory, passes, lanes, salt, hash] = PHC.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('A stored password hash cannot be read.');
  return {
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
