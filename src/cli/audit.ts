/** `attune audit`: what was done in the house, the newest first. */
import { Command } from 'commander';
import { AppError } from '#model/index.ts';
import type { AccountId, Act, Actor, AuditEntry, AuditQuestion } from '#people/index.ts';
import type { CliPeople, Run } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly who?: string;
  readonly about?: string;
  readonly what?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly limit: string;
}

/** How a sentence that begins with who did it goes on; `{about}` is whom or what it was done to. */
const WORDS: Readonly<Record<Act, string>> = {
  'set-up-link-made': 'made a link to set the house up',
  'account-invited': 'invited {about}',
  'account-created': 'made the account of {about}',
  'invitation-accepted': 'accepted the invitation',
  'identity-changed': 'changed the name or e-mail address of {about}',
  'account-disabled': 'disabled {about}',
  'account-enabled': 'enabled {about}',
  'account-deleted': 'deleted {about}',
  'role-granted': 'gave {about} a role',
  'role-revoked': 'took a role from {about}',
  'reset-link-made': 'made a link for a new password of {about}',
  'password-reset': 'set a new password with a link',
  'password-changed': 'changed the password',
  'password-refused': 'entered a wrong password when asked again',
  'signed-in': 'signed in',
  'sign-in-failed': 'could not sign in as {about}',
  'sign-in-held': 'tried too often to sign in as {about} and has to wait',
  'signed-out': 'signed out',
  confirmed: 'entered the password again',
  'session-ended': 'ended a session',
  'sessions-ended': 'ended all sessions of {about}',
  'setting-changed': 'changed the setting {about}',
  'walked-in': 'walked in as a person of the sample',
  exported: 'exported papers',
  'reading-erased': 'erased what was kept of their reading',
  'taken-out': 'took out everything that is kept about them',
  'papers-brought': 'asked for papers to be brought in',
  'mail-tested': 'sent a mail to try the mail server',
};

const PAGE = 200;

export function auditCommand(choose: (run: Run) => void): Command {
  return new Command('audit')
    .description('list what was done in the house, by whom and when, the newest first')
    .option('--who <who>', 'only what they did: an account’s id, its e-mail address, or operator for this command line')
    .option('--about <id>', 'only what was done to it: an account’s id or e-mail address, a session, a setting')
    .option('--what <act...>', `only these acts: ${Object.keys(WORDS).join(', ')}`)
    .option('--from <date>', 'from this day on, as 2026-03-09 in the time zone of the house')
    .option('--to <date>', 'until the end of this day')
    .option('--limit <number>', 'how many entries', '50')
    .option('--data <folder>', 'the house (default: data/home)')
    .option('--json', 'print one JSON document: the entries')
    .action((options: Options) => choose(audit(options)));
}

function audit(options: Options): Run {
  return async (rooms, terminal) => {
    const limit = readLimit(options.limit);
    const opened = await rooms.openPeople(options.data);
    try {
      const entries = await newest(opened, await question(opened, options), limit);
      if (options.json === true) terminal.out(JSON.stringify(entries));
      else if (entries.length === 0) terminal.out('The audit log has no such entry.');
      else await print(opened, entries, (line) => terminal.out(line));
      return 0;
    } finally {
      opened.close();
    }
  };
}

async function newest({ people }: CliPeople, asked: AuditQuestion, limit: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let before: number | undefined;
  do {
    const page = await people.audit.list({
      ...asked,
      limit: Math.min(limit - entries.length, PAGE),
      ...(before === undefined ? {} : { before }),
    });
    entries.push(...page.entries);
    before = page.next;
  } while (before !== undefined && entries.length < limit);
  return entries;
}

async function question(opened: CliPeople, { who, about, what, from, to }: Options): Promise<AuditQuestion> {
  return {
    ...(who === undefined ? {} : { who: (await idOf(opened, who)) as Actor }),
    ...(about === undefined ? {} : { about: await idOf(opened, about) }),
    ...(what === undefined ? {} : { what: what.map(readAct) }),
    ...(from === undefined ? {} : { from: await readDay(opened, '--from', from, 0) }),
    ...(to === undefined ? {} : { to: await readDay(opened, '--to', to, 1) }),
  };
}

/** @throws AppError `not_found` for an e-mail address that nobody has. */
async function idOf({ people }: CliPeople, given: string): Promise<string> {
  if (!given.includes('@')) return given;
  const account = await people.accounts.find(given);
  if (account !== undefined) return account.id;
  throw new AppError(
    'not_found',
    `Nobody in this house has the e-mail address ${given}. Of somebody who was deleted only the id is left.`,
  );
}

async function print(
  { people }: CliPeople,
  entries: readonly AuditEntry[],
  out: (line: string) => void,
): Promise<void> {
  const ids = entries.flatMap(({ who, about }) => [who, about]).filter((id) => id?.startsWith('p-'));
  const names = await people.accounts.names(new Set(ids as AccountId[]));
  const called = (id: string): string => {
    const name = names.get(id as AccountId);
    return id === 'operator' ? 'The operator' : name === undefined ? id : `${name} (${id})`;
  };
  const timeZone = await people.settings.timeZone();
  for (const { at, who, what, about, detail } of entries) {
    const words = WORDS[what];
    const isNamed = words.includes('{about}');
    const more = [
      ...(isNamed || about === undefined || about === who ? [] : [about]),
      ...Object.entries(detail).map(code),
    ];
    const act = words.replace(
      '{about}',
      about === undefined ? 'an unknown address' : about === who ? 'themselves' : called(about),
    );
    out(
      `${new Date(at).toLocaleString('sv-SE', { timeZone })}  ${who === undefined ? 'Somebody' : called(who)} ${act}${more.length === 0 ? '' : ` (${more.join(', ')})`}`,
    );
  }
}

function code([key, value]: [string, string | number | boolean]): string {
  return value === true ? key : value === false ? `not ${key}` : `${key} ${value}`;
}

function readAct(text: string): Act {
  if (Object.hasOwn(WORDS, text)) return text as Act;
  throw new AppError('bad_request', `There is no act “${text}” in the audit log. attune audit --help lists them all.`);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (/^\d{1,6}$/.test(text) && limit >= 1) return limit;
  throw new AppError('bad_request', `--limit takes a number from 1 to 999999, not “${text}”.`);
}

/** @param later so many days are added. @returns the instant at which the day begins where the house is. */
async function readDay({ people }: CliPeople, option: string, text: string, later: number): Promise<string> {
  const start = await people.settings.startOfDay(text, later);
  if (start === undefined || start < '1970')
    throw new AppError('bad_request', `${option} takes a day, such as 2026-03-09, not “${text}”.`);
  return start;
}
