/** The entries of the audit log as sentences. Pure. */
import type { AuditAnswer } from '#api/index.ts';
import { number, papers } from '../parts/words.ts';
import { grantInWords } from './role-words.ts';

type Entry = AuditAnswer['entries'][number];

/** The parts of a sentence, worked out once. */
interface Told {
  readonly who: string;
  readonly about: string;
  /** Whether somebody did it to their own account. */
  readonly isOwn: boolean;
  readonly detail: Entry['detail'];
  readonly entry: Entry;
}

const OPERATOR = 'Whoever runs the machine';
const FORMER = 'a former member';

/** `Mara Oyelaran signed in on a shared PC` */
export function auditInWords(entry: Entry): string {
  const { who, whoName, about, aboutName, detail } = entry;
  const told: Told = {
    who: who === 'operator' ? OPERATOR : (whoName ?? (who === undefined ? 'Somebody' : 'A former member')),
    about: aboutName ?? (about === undefined ? 'somebody' : FORMER),
    isOwn: who === about,
    detail,
    entry,
  };
  return SENTENCES[entry.what]?.(told) ?? `${told.who}: ${entry.what.replaceAll('-', ' ')}`;
}

/** An act to choose by: `Signed in`. */
export function actInWords(act: string): string {
  return ACT_WORDS[act] ?? act.charAt(0).toUpperCase() + act.slice(1).replaceAll('-', ' ');
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  'set-up-link-made': 'Link to set up made',
  'account-invited': 'Invited',
  'account-created': 'Account made',
  'identity-changed': 'Name or e-mail changed',
  'reset-link-made': 'Link for a new password made',
  'password-reset': 'Password set by a link',
  'password-refused': 'Wrong password when asked again',
  confirmed: 'Password entered again',
  'session-ended': 'One session ended',
  'sessions-ended': 'All sessions ended',
  'sign-in-held': 'Sign-in slowed down',
  'reading-erased': 'History erased',
  'mail-tested': 'Mail server tested',
};

const SETTINGS: Readonly<Record<string, string>> = {
  'house-name': 'the name of the house',
  'time-zone': 'the time zone',
  'contact-email': 'the contact e-mail',
  'urgent-number': 'the urgent number',
  'mail-server': 'the mail server',
};

const REASONS: Readonly<Record<string, string>> = {
  password: 'the password was wrong',
  disabled: 'the account is disabled',
  invited: 'the invitation has not been accepted',
};

const SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'set-up-link-made': () => 'A link to set up the house was made',
  'account-invited': ({ who, about }) => `${who} invited ${about}`,
  'account-created': ({ who, about, isOwn }) =>
    isOwn ? `${who} made the first account` : `An account was made for ${about}`,
  'invitation-accepted': ({ who }) => `${who} accepted the invitation`,
  'identity-changed': ({ who, about, isOwn, detail }) =>
    `${who} changed ${[detail['name'] === true && 'the name', detail['email'] === true && 'the e-mail address']
      .filter((part) => part !== false)
      .join(' and ')} of ${isOwn ? 'their own account' : about}`,
  'account-disabled': ({ who, about }) => `${who} disabled the account of ${about}`,
  'account-enabled': ({ who, about }) => `${who} enabled the account of ${about}`,
  'account-deleted': ({ who, about, isOwn }) =>
    isOwn ? `${who} deleted their own account` : `${who} deleted the account of ${about}`,
  'role-granted': ({ who, about, isOwn, detail }) =>
    `${who} gave ${isOwn ? 'themselves' : about} the role ${grantOf(detail)}`,
  'role-revoked': ({ who, about, isOwn, detail }) =>
    `${who} took the role ${grantOf(detail)} from ${isOwn ? 'themselves' : about}`,
  'reset-link-made': ({ who, about }) => `${who} made a link for ${about} to set a new password`,
  'password-reset': ({ who }) => `${who} set a new password with a link`,
  'password-changed': ({ who }) => `${who} changed the password`,
  'password-refused': ({ who }) => `${who} was asked for the password again and entered a wrong one`,
  'signed-in': ({ who, detail }) => `${who} signed in ${deviceOf(detail)}`,
  'sign-in-failed': ({ about, detail, entry }) =>
    entry.about === undefined
      ? 'A sign-in failed: no account has that e-mail address'
      : `A sign-in as ${about} failed: ${REASONS[String(detail['reason'])] ?? 'it was refused'}`,
  'sign-in-held': ({ about, entry }) =>
    entry.about === undefined
      ? 'Sign-ins with an unknown e-mail address had to wait: there were too many tries'
      : `Sign-ins as ${about} had to wait: there were too many tries`,
  'signed-out': ({ who }) => `${who} signed out`,
  confirmed: ({ who }) => `${who} entered the password again`,
  'session-ended': ({ who }) => `${who} ended one of their sessions`,
  'sessions-ended': ({ who, about, isOwn }) =>
    isOwn ? `${who} signed out everywhere` : `${who} signed ${about} out everywhere`,
  'setting-changed': ({ who, detail, entry }) =>
    `${who} ${detail['set'] === false ? 'took away' : 'set'} ${SETTINGS[String(entry.about)] ?? entry.about ?? 'a setting'}`,
  'walked-in': ({ who }) => `${who} walked in`,
  exported: ({ who, detail }) =>
    `${who} took out ${typeof detail['papers'] === 'number' ? papers(detail['papers']) : 'papers'}${
      typeof detail['format'] === 'string' ? ` as ${detail['format']}` : ''
    }`,
  'reading-erased': ({ who, detail }) =>
    `${who} erased what they ${detail['what'] === 'exported' ? 'exported' : 'opened'}`,
  'papers-brought': ({ who, detail }) =>
    `${who} brought ${typeof detail['papers'] === 'number' ? `${number(detail['papers'])} papers` : 'papers'}`,
  'mail-tested': ({ who }) => `${who} tested the mail server`,
};

function deviceOf({ kind }: Entry['detail']): string {
  return kind === 'own' ? 'on their own device' : 'on a shared PC';
}

function grantOf({ role, scope }: Entry['detail']): string {
  return `“${grantInWords({ role: String(role), scope: String(scope) })}”`;
}
