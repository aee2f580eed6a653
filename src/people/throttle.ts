/**
 * Slowing down whoever guesses passwords: some tries are free, then each has to wait twice as long as the one before. Counted for
 * the account that was typed, there or not, and for the address it came from.
 */
import { isIPv4 } from 'node:net';
import type { RateLimiterSQLite } from 'rate-limiter-flexible';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { RoomRecords } from '#storage/index.ts';
import { matchForm } from './identity.ts';
import { digestOf } from './ids.ts';
import type { PeopleTables } from './tables.ts';
import { storedLimiter } from './throttle-store.ts';

const FIRST_WAIT_S = 10;
const LONGEST_WAIT_S = 15 * 60;
const DAY_S = 24 * 3_600;
const HOUR_S = 3_600;
/** Of one account: what a person with two passwords in mind needs. */
const FREE_FOR_ACCOUNT = 5;
/** Of one address, behind which a whole hospital may sit. */
const FREE_FOR_ADDRESS = 100;

/** Somebody at the door. */
export interface Caller {
  readonly email: string;
  /** Where the request came from; absent for whoever has the machine in hand. */
  readonly address?: string | undefined;
}

interface Counter {
  readonly free: number;
  readonly failures: RateLimiterSQLite;
  readonly waits: RateLimiterSQLite;
}

export class Throttle {
  readonly #records: RoomRecords<PeopleTables>;
  readonly #accounts: Counter;
  readonly #addresses: Counter;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(records: RoomRecords<PeopleTables>) {
    this.#records = records;
    this.#accounts = counter(records, 'account', FREE_FOR_ACCOUNT, DAY_S);
    this.#addresses = counter(records, 'address', FREE_FOR_ADDRESS, HOUR_S);
  }

  /**
   * Counts a try before it is made, so that many at once are counted too.
   * @returns undefined where it may be made, else how many seconds to wait.
   */
  async begin(caller: Caller): Promise<number | undefined> {
    if (Math.abs(Date.now() - this.#sweptAt) >= HOUR_S * 1_000) await this.sweep();
    const waitForAccount = await take(this.#accounts, accountKey(caller.email));
    if (waitForAccount !== undefined || caller.address === undefined) return waitForAccount;
    const waitForAddress = await take(this.#addresses, addressKey(caller.address));
    if (waitForAddress !== undefined) await this.#accounts.failures.reward(accountKey(caller.email));
    return waitForAddress;
  }

  /** The password was right: the account's count begins anew, and the address is not charged. */
  async succeed({ email, address }: Caller): Promise<void> {
    await this.forget(email);
    if (address !== undefined) await this.#addresses.failures.reward(addressKey(address));
  }

  /** Nothing of this e-mail address stays here. */
  async forget(email: string): Promise<void> {
    const key = accountKey(email);
    await this.#accounts.failures.delete(key);
    await this.#accounts.waits.delete(key);
  }

  /** Takes away counts that are over. By the machine's clock, which the counters go by. */
  async sweep(): Promise<void> {
    const now = (this.#sweptAt = Date.now());
    await this.#records.change((tables) => tables.deleteFrom('throttle').where('expire', '<=', now).execute());
  }
}

function counter(records: RoomRecords<PeopleTables>, name: string, free: number, durationS: number): Counter {
  return {
    free,
    failures: storedLimiter(records, { keyPrefix: `${name}-failures`, points: free, durationS }),
    waits: storedLimiter(records, { keyPrefix: `${name}-waits`, points: 1, durationS: FIRST_WAIT_S }),
  };
}

async function take({ free, failures, waits }: Counter, key: string): Promise<number | undefined> {
  const { consumedPoints } = await failures.penalty(key);
  const over = consumedPoints - free;
  if (over <= 0) return undefined;
  try {
    // One turn per wait: of many tries at once a single one gets it.
    await waits.consume(key, 1, { customDuration: Math.min(FIRST_WAIT_S * 2 ** (over - 1), LONGEST_WAIT_S) });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    await failures.reward(key);
    return Math.ceil(thrown.msBeforeNext / 1_000);
  }
}

/** Never what was typed: people type passwords into the wrong field. */
function accountKey(email: string): string {
  return Buffer.from(digestOf(matchForm(email))).toString('base64url');
}

function addressKey(address: string): string {
  return Buffer.from(digestOf(network(address))).toString('base64url');
}

/** An IPv4 address whole; of IPv6 the first half, because a single subscriber has all of the other. */
function network(address: string): string {
  const v4 = address.replace(/^::ffff:/i, '');
  if (isIPv4(v4)) return v4;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  return [...start, ...Array.from({ length: gap }, () => '0'), ...end]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
