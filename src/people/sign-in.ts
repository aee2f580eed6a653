/** Entering a password: to sign in, to be asked again, to change it. Whatever was wrong, the answer and its time are the same. */
import { AppError } from '#model/index.ts';
import { note } from './audit.ts';
import type { Desk } from './desk.ts';
import { matchForm } from './identity.ts';
import type { AccountId } from './ids.ts';
import { hashPassword, isOutdated, isPassword, nobodysHash, normalPassword } from './passwords.ts';
import type { SessionKind } from './session-life.ts';
import type { Session } from './session-look-up.ts';
import { beginSession, confirmSession, endSessions } from './sessions.ts';
import type { Tables } from './tables.ts';
import type { Throttle } from './throttle.ts';

/** Let in. The token is what the caller carries from now on; one carried before is void. */
export interface Entered {
  readonly outcome: 'in';
  readonly token: string;
  readonly account: AccountId;
  readonly kind: SessionKind;
}

/** How entering a password went. */
export type Entry =
  | Entered
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'wait'; readonly sentence: string; readonly seconds: number };

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly kind: SessionKind;
  /** Where the request came from; kept as a digest while tries from there are counted, two hours at most while the house is open. */
  readonly address?: string | undefined;
}

interface Held {
  readonly account: AccountId;
  readonly state: string;
  readonly hash: string | null;
  readonly set_at: number | null;
  readonly email: string;
  readonly name: string;
}

const REFUSED =
  'This e-mail address and this password do not open an account. Check both. If you do not know your password any more, ask an administrator for a link to set a new one.';
const NOT_YOURS = 'This is not your password. Nothing was changed. Try again.';
/** Longer than any password can be: not worth hashing. */
const LONGEST_TYPED = 2_000;
const HELD_EVERY_MS = 60_000;

export class SignIn {
  readonly #desk: Desk;
  readonly #throttle: Throttle;

  constructor(desk: Desk, throttle: Throttle) {
    this.#desk = desk;
    this.#throttle = throttle;
  }

  async signIn({ email, password, kind, address }: SignInRequest): Promise<Entry> {
    const caller = { email, address };
    const seconds = await this.#throttle.begin(caller);
    const held = await this.#held('email_match', matchForm(email));
    if (seconds !== undefined) return this.#wait(seconds, held);
    const isRight = await this.#isRight(password, held);
    const { cost, records, now } = this.#desk;
    const renewed =
      isRight && held?.hash && isOutdated(held.hash, cost)
        ? await hashPassword(normalPassword(password), cost)
        : undefined;
    const entry = await records.change<Entry>(async (tables) => {
      if (!isRight || held === undefined || !(await isStillSo(tables, held))) {
        await note(tables, now(), 'sign-in-failed', {
          ...(held === undefined ? {} : { about: held.account }),
          reason: held === undefined ? 'unknown' : held.state === 'active' ? 'password' : held.state,
        });
        return { outcome: 'refused', sentence: REFUSED };
      }
      const { account } = held;
      if (renewed !== undefined)
        await tables.updateTable('password').set({ hash: renewed }).where('account', '=', account).execute();
      return begin(tables, now(), account, kind);
    });
    if (entry.outcome === 'in') await this.#throttle.succeed(caller);
    return entry;
  }

  /** Being asked again before something sensitive. */
  async confirm(session: Session, password: string, address?: string): Promise<Entry> {
    return this.#again(session, password, address, async (tables) => {
      const token = await confirmSession(tables, this.#desk.now(), session.id);
      await note(tables, this.#desk.now(), 'confirmed', { who: session.account, about: session.id });
      return token;
    });
  }

  /**
   * Ends the account's other sessions and makes links to set a password void.
   * @throws AppError `bad_request` where the new password will not do.
   */
  async changePassword(
    session: Session,
    { old, fresh, address }: { readonly old: string; readonly fresh: string; readonly address?: string | undefined },
  ): Promise<Entry> {
    const { cost, now, checkPassword } = this.#desk;
    let hash = '';
    const prepare = async (held: Held): Promise<void> => {
      const normal = normalPassword(fresh);
      if (normal === normalPassword(old))
        throw new AppError('bad_request', 'This is the password you have. Choose another one, or leave it as it is.');
      await checkPassword(normal, held);
      hash = await hashPassword(normal, cost);
    };
    const change = async (tables: Tables): Promise<string> => {
      const { account, id } = session;
      const token = await confirmSession(tables, now(), id);
      await setPassword(tables, now(), account, hash);
      await tables.deleteFrom('link').where('account', '=', account).execute();
      const ended = await endSessions(tables, account, id);
      await note(tables, now(), 'password-changed', { who: account, about: account, ended });
      return token;
    };
    return this.#again(session, old, address, change, prepare);
  }

  /** @param act what is done where the password is right, to the session's new token. */
  async #again(
    session: Session,
    password: string,
    address: string | undefined,
    act: (tables: Tables) => Promise<string>,
    prepare: (held: Held) => Promise<void> = async () => undefined,
  ): Promise<Entry> {
    const { account, kind } = session;
    const held = await this.#held('identity.account', account);
    const caller = { email: held?.email ?? account, address };
    const seconds = await this.#throttle.begin(caller);
    if (seconds !== undefined) return this.#wait(seconds, held);
    const isRight = await this.#isRight(password, held);
    if (isRight) await this.#throttle.succeed(caller);
    if (isRight && held !== undefined) await prepare(held);
    return this.#desk.records.change<Entry>(async (tables) => {
      if (isRight && held !== undefined && (await isStillSo(tables, held)))
        return { outcome: 'in', token: await act(tables), account, kind };
      await note(tables, this.#desk.now(), 'password-refused', { who: account, about: account });
      return { outcome: 'refused', sentence: NOT_YOURS };
    });
  }

  /** The log gets no more than one entry a minute for whoever goes on trying, and the same work is done for nobody's account. */
  async #wait(seconds: number, held: Held | undefined): Promise<Entry> {
    const at = this.#desk.now();
    await this.#desk.records.change(async (tables) => {
      const last = await tables
        .selectFrom('audit')
        .select('at')
        .where('about', held === undefined ? 'is' : '=', held?.account ?? null)
        .where('what', '=', 'sign-in-held')
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (last !== undefined && Math.abs(at - last.at) < HELD_EVERY_MS) return;
      await note(tables, at, 'sign-in-held', held === undefined ? {} : { about: held.account });
    });
    return wait(seconds);
  }

  async #held(column: 'email_match' | 'identity.account', value: string): Promise<Held | undefined> {
    return this.#desk.records.read
      .selectFrom('identity')
      .innerJoin('account', 'account.id', 'identity.account')
      .leftJoin('password', 'password.account', 'identity.account')
      .select([
        'identity.account',
        'account.state',
        'password.hash',
        'password.set_at',
        'identity.email',
        'identity.name',
      ])
      .where(column, '=', value as AccountId)
      .executeTakeFirst();
  }

  /** Hashes in every case, so that the time says nothing. */
  async #isRight(password: string, held: Held | undefined): Promise<boolean> {
    const isAble = held?.state === 'active' && held.hash !== null && password.length <= LONGEST_TYPED;
    const hash = held?.hash ?? nobodysHash(this.#desk.cost);
    return (await isPassword(normalPassword(password.slice(0, LONGEST_TYPED)), hash)) && isAble;
  }
}

/** Signs an account in, in the transaction in which it turned out that it may be. */
export async function begin(
  tables: Tables,
  at: number,
  account: AccountId,
  kind: SessionKind,
  how: 'signed-in' | 'walked-in' = 'signed-in',
): Promise<Entered> {
  const { token, id } = await beginSession(tables, at, account, kind);
  await tables.updateTable('account').set({ last_sign_in_at: at }).where('id', '=', account).execute();
  await note(tables, at, how, { who: account, about: id, kind });
  return { outcome: 'in', token, account, kind };
}

export async function setPassword(tables: Tables, set_at: number, account: AccountId, hash: string): Promise<void> {
  await tables
    .insertInto('password')
    .values({ account, hash, set_at })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ hash, set_at }))
    .execute();
}

/** Hashing takes its time; meanwhile the account may have been disabled, or its password changed. */
async function isStillSo(tables: Tables, { account, set_at }: Held): Promise<boolean> {
  const { state } = await tables
    .selectFrom('account')
    .select('state')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const now = await tables.selectFrom('password').select('set_at').where('account', '=', account).executeTakeFirst();
  return state === 'active' && now !== undefined && now.set_at === set_at;
}

function wait(seconds: number): Entry {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  const time = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return { outcome: 'wait', seconds, sentence: `There were too many tries. Wait ${time}, then try again.` };
}
