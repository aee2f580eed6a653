/** Puts the room together over the record store. */
import type { RoomStore } from '#storage/index.ts';
import { Acceptance } from './acceptance.ts';
import { Accounts } from './accounts.ts';
import type { OnDelete } from './accounts.ts';
import { Audit } from './audit.ts';
import type { Desk } from './desk.ts';
import { Links } from './links.ts';
import { PEOPLE_MIGRATIONS } from './migrations.ts';
import { HASHING_COST } from './passwords.ts';
import type { CheckPassword } from './password-rules.ts';
import type { HashingCost } from './passwords.ts';
import { Roles } from './roles.ts';
import { Sessions } from './sessions.ts';
import { Settings } from './settings.ts';
import type { FixedSettings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import type { PeopleTables } from './tables.ts';
import { Throttle } from './throttle.ts';
import { WalkIns } from './walk-in.ts';

export interface People {
  readonly accounts: Accounts;
  readonly links: Links;
  /** What the person with a link in hand does. */
  readonly accept: Acceptance;
  /** Entering a password. */
  readonly door: SignIn;
  readonly sessions: Sessions;
  readonly roles: Roles;
  readonly settings: Settings;
  readonly audit: Audit;
  /** Only in a house that was opened with them. */
  readonly walkIns?: WalkIns;
}

export interface PeopleOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** What the environment has set, and nobody can change from inside. */
  readonly fixed?: FixedSettings;
  /** What the environment calls each of them, for a sentence on one that will not do. */
  readonly fixedNames?: FixedSettings;
  readonly cost?: HashingCost;
  /** Whether people may be walked in as without a password. For the sample house alone, whose people are fictional. */
  readonly walkIns?: boolean;
  /** Takes away what other rooms keep of an account that is deleted. */
  readonly onDelete?: OnDelete;
}

/**
 * The people of a house. Several processes may open it at once.
 * @throws AppError `storage_failed`; `unusable_setting` where the environment gives a setting that will not do.
 */
export async function openPeople(store: RoomStore, options: PeopleOptions = {}): Promise<People> {
  const { now = () => Date.now(), fixed = {}, cost = HASHING_COST, onDelete = async () => undefined } = options;
  const records = await store.room<PeopleTables>('people', PEOPLE_MIGRATIONS);
  const desk: Desk = { records, now, cost, checkPassword: passwordCheck() };
  const settings = new Settings(desk, fixed, options.fixedNames);
  const throttle = new Throttle(records);
  const forgetTries = (email: string): Promise<void> => throttle.forget(email);
  await throttle.sweep();
  const links = new Links(desk);
  return {
    accounts: new Accounts(desk, forgetTries, onDelete),
    links,
    accept: new Acceptance(desk, links, forgetTries),
    door: new SignIn(desk, throttle),
    sessions: new Sessions(desk),
    roles: new Roles(desk),
    settings,
    audit: new Audit(desk),
    ...(options.walkIns === true ? { walkIns: new WalkIns(desk) } : {}),
  };
}

/** The word lists that a password is weighed by are loaded with the first one that is set: most programs never need them. */
function passwordCheck(): Desk['checkPassword'] {
  let rules: CheckPassword | undefined;
  return async (password, whose) => {
    rules ??= (await import('./password-rules.ts')).passwordRules();
    rules(password, whose);
  };
}
