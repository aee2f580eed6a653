/** `attune user`: who is in the house. For whoever has the machine in hand, also where nobody can sign in any more. */
import { Command } from 'commander';
import { AppError } from '#model/index.ts';
import type { Account, AccountId, Link } from '#people/index.ts';
import type { CliPeople, Run, Terminal } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

interface InviteOptions extends Options {
  readonly name?: string;
  readonly role: readonly string[];
}

interface DeleteOptions extends Options {
  readonly yes?: true;
}

type Act = (opened: CliPeople, terminal: Terminal) => Promise<void>;

const USUAL_PLACE = 'http://127.0.0.1:8080';

export function userCommand(choose: (run: Run) => void): Command {
  const user = new Command('user').description('invite, list, disable, enable and delete the people of the house');
  const part = (name: string, description: string): Command =>
    user
      .command(name)
      .description(description)
      .option('--data <folder>', 'the house (default: data/home)')
      .option('--json', 'print one JSON document');
  const chosen = (options: Options, act: Act): void => choose(withPeople(options, act));
  const who = 'the account’s id, or its e-mail address';
  part('list', 'list the people of the house').action((options: Options) => chosen(options, list(options)));
  part('invite', 'make a link with which somebody comes in; for somebody invited before, a new one')
    .argument('<email>', 'their e-mail address')
    .option('--name <name>', 'their name; they can change it')
    .option(
      '--role <role[@scope]>',
      'a role, for the whole house or for a scope, such as manager@unit:ward-7; may be given several times',
      (each: string, before: readonly string[]) => [...before, each],
      [] as readonly string[],
    )
    .action((email: string, options: InviteOptions) => chosen(options, invite(email, options)));
  part('reset', 'make a link with which somebody sets a new password')
    .argument('<who>', who)
    .action((given: string, options: Options) => chosen(options, reset(given, options)));
  part('disable', 'let somebody in no more, and end their sessions')
    .argument('<who>', who)
    .action((given: string, options: Options) => chosen(options, turn('disable', given, options)));
  part('enable', 'let somebody in again')
    .argument('<who>', who)
    .action((given: string, options: Options) => chosen(options, turn('enable', given, options)));
  part('delete', 'take somebody’s name, address and all that is theirs alone out of the house, for ever')
    .argument('<who>', who)
    .option('--yes', 'do it; without this, it only says what would go')
    .action((given: string, options: DeleteOptions) => chosen(options, remove(given, options)));
  return user;
}

function withPeople(options: Options, act: Act): Run {
  return async (rooms, terminal) => {
    const opened = await rooms.openPeople(options.data);
    try {
      await act(opened, terminal);
      return 0;
    } finally {
      opened.close();
    }
  };
}

function list({ json }: Options): Act {
  return async ({ people }, terminal) => {
    const accounts = await people.accounts.list();
    if (json === true) {
      const told = accounts.map(({ id, name, email, roles, state }) => ({ id, name, email, roles, state }));
      terminal.out(JSON.stringify(told));
    } else if (accounts.length === 0)
      terminal.out('Nobody is in this house yet. attune user invite EMAIL --role administrator makes the first link.');
    else for (const account of accounts) terminal.out(inWords(account));
  };
}

function invite(email: string, { name, role, json }: InviteOptions): Act {
  return async ({ people, linkBase }, terminal) => {
    const before = await people.accounts.find(email);
    const isOnlyLate = before?.state === 'invited' && name === undefined && role.length === 0;
    const { account, ...link } = isOnlyLate
      ? { account: before.id, ...(await people.links.inviteAgain('operator', before.id)) }
      : await people.links.invite('operator', { email, name, roles: role.map(readRole) });
    tellLink(`${email} can come in with this link`, account, link, linkBase, terminal, json);
    if (!(await people.accounts.list()).some(({ roles }) => roles.some((each) => each.role === 'administrator')))
      terminal.err(
        'Nobody is an administrator of this house yet. Invite somebody with --role administrator, so that one can look after the others.',
      );
  };
}

function reset(given: string, { json }: Options): Act {
  return async ({ people, linkBase }, terminal) => {
    const account = await found(people, given);
    const link = await people.links.makeReset('operator', account.id);
    tellLink(`${called(account)} sets a new password with this link`, account.id, link, linkBase, terminal, json);
  };
}

function turn(how: 'disable' | 'enable', given: string, { json }: Options): Act {
  return async ({ people }, terminal) => {
    const account = await found(people, given);
    await people.accounts[how]('operator', account.id);
    const state = how === 'disable' ? 'disabled' : 'active';
    if (json === true) terminal.out(JSON.stringify({ id: account.id, state }));
    else if (how === 'disable') terminal.out(`${called(account)} is disabled: they are signed out and not let in.`);
    else terminal.out(`${called(account)} can sign in again.`);
  };
}

function remove(given: string, { yes, json }: DeleteOptions): Act {
  return async ({ people }, terminal) => {
    const account = await found(people, given);
    if (yes !== true) throw new AppError('bad_request', whatWouldGo(account));
    const isComplete = await people.accounts.delete('operator', account.id);
    if (json === true) return terminal.out(JSON.stringify({ id: account.id, isDeleted: true, isComplete }));
    terminal.out(
      isComplete
        ? `${account.id} is deleted. Its name and e-mail address are in no file of this house any more. Backups that you made before still have them.`
        : `${account.id} is deleted, but an older state of the house is being read just now, and until that is over its name stays in the file’s journal (records.sqlite-wal). It goes with the next attune user command, the next start, or the next deletion.`,
    );
  };
}

function whatWouldGo(account: Account): string {
  return [
    `Nothing was changed. With --yes ${called(account)} is deleted, which cannot be undone: name, e-mail address, password, roles, sessions and links go, and with them what they read, liked, saved and wrote for themselves.`,
    `The audit log stays, and calls them ${account.id}.`,
    `To do it: attune user delete ${account.id} --yes`,
  ].join('\n');
}

/** @throws AppError `not_found` */
async function found(people: CliPeople['people'], given: string): Promise<Account> {
  // An id is only looked for, so that whatever was typed may stand here as one.
  const account = given.includes('@')
    ? await people.accounts.find(given)
    : await people.accounts.get(given as AccountId);
  if (account !== undefined && account.state !== 'deleted') return account;
  throw new AppError('not_found', `Nobody in this house is ${given}. attune user list lists everybody.`);
}

function tellLink(
  what: string,
  id: AccountId,
  { token, expiresAt }: Link,
  linkBase: string | undefined,
  terminal: Terminal,
  json: true | undefined,
): void {
  const link = `${(linkBase ?? USUAL_PLACE).replace(/\/+$/, '')}/link#${token}`;
  if (json === true) return terminal.out(JSON.stringify({ id, link, expiresAt }));
  terminal.err(`${what}, once${expiresAt === undefined ? '' : ` and until ${expiresAt.slice(0, 10)}`}:`);
  terminal.out(link);
  if (linkBase === undefined)
    terminal.err(
      'PUBLIC_URL is not set, so the link leads to this machine at the usual port. Attune says at its start which port it has.',
    );
}

/** `manager@unit:ward-7` */
function readRole(text: string): { readonly role: string; readonly scope: string } {
  const [role = '', scope = 'system'] = text.split(/@(.*)/s);
  return { role, scope };
}

function inWords(account: Account): string {
  const { id, state, roles } = account;
  const held = roles.map(({ role, scope }) => (scope === 'system' ? role : `${role} for ${scope}`));
  return `${id}  ${state.padEnd(8)}  ${called(account)}${held.length === 0 ? '' : `, ${held.join(', ')}`}`;
}

function called({ id, name, email }: Account): string {
  return name === undefined ? (email ?? id) : `${name} <${email ?? id}>`;
}
