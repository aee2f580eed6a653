/** What can be set about a house: what each setting is for, and which values it takes. */
import { AppError } from '#model/index.ts';
import type { ErrorCode } from '#model/index.ts';
import { checkEmail } from './identity.ts';

export type SettingKey = 'house-name' | 'time-zone' | 'contact-email' | 'urgent-number' | 'mail-server';

export interface SettingRule {
  /** For the person who sets it. */
  readonly meaning: string;
  /** Never listed, only used. */
  readonly isSecret: boolean;
  /** The value as it is kept; undefined where it will not do. */
  readonly read: (typed: string) => string | undefined;
  /** What would do. */
  readonly wanted: string;
}

const LONGEST = 80;
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}/u;
const NUMBER = /^\+?[\d][\d ()/.-]*$/;

export const SETTINGS: Readonly<Record<SettingKey, SettingRule>> = {
  'house-name': {
    meaning: 'The name of your hospital or unit, as it stands at the top of every page.',
    isSecret: false,
    read: (typed) => (typed.length > 0 && typed.length <= LONGEST && !UNSEEN.test(typed) ? typed : undefined),
    wanted: `a name of at most ${LONGEST} characters`,
  },
  'time-zone': {
    meaning:
      'The time zone of the house: it decides when a day begins in the audit log, and which day stands in the name of a file.',
    isSecret: false,
    read: zone,
    wanted: 'the name of a time zone, such as America/New_York or Europe/Berlin',
  },
  'contact-email': {
    meaning: 'Where people who use the house write to when they need help.',
    isSecret: false,
    read: (typed) => orUndefined(() => checkEmail(typed)),
    wanted: 'an e-mail address, such as library@example.org',
  },
  'urgent-number': {
    meaning: 'The telephone number for what cannot wait.',
    isSecret: false,
    read: (typed) => (typed.length <= 40 && NUMBER.test(typed) ? typed : undefined),
    wanted: 'a telephone number of digits, blanks, brackets and hyphens',
  },
  'mail-server': {
    meaning: 'The server that mail is sent by, with its user and password.',
    isSecret: true,
    read: mailServer,
    wanted: 'an address that begins with smtp:// or smtps://, such as smtps://user:password@mail.example.org:465',
  },
};

/** @throws AppError of the given code; the sentence never repeats what was typed, which may be a secret. */
export function checkSetting(
  key: SettingKey,
  typed: string,
  { code = 'bad_request', name = `The setting ${key}` }: { readonly code?: ErrorCode; readonly name?: string } = {},
): string {
  const { read, wanted } = SETTINGS[key];
  const value = read(typed.normalize('NFC').trim());
  if (value === undefined) throw new AppError(code, `${name} needs ${wanted}. Nothing was changed.`);
  return value;
}

function zone(typed: string): string | undefined {
  return orUndefined(() => new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone);
}

function mailServer(typed: string): string | undefined {
  const address = URL.parse(typed);
  if (address === null || !['smtp:', 'smtps:'].includes(address.protocol) || address.hostname === '') return undefined;
  return typed;
}

function orUndefined(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
