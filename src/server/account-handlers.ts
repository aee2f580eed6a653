/** What an administrator keeps. Whether they may is judged twice: at the route, and in the transaction of each change. */
import { AppError } from '#model/index.ts';
import type { AccountList, AccountView, LinkAnswer, SettingList } from '#api/index.ts';
import type { Account, AccountId, Act, Actor, Link } from '#people/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';

type AccountHandlers = Pick<
  Handlers,
  | 'accounts' | 'invite' | 'inviteAgain' | 'resetLink' | 'rename' | 'disable' | 'enable' | 'deleteAccount'
  | 'grantRole' | 'revokeRole' | 'settings' | 'setSetting' | 'tryMail' | 'audit'
>; // prettier-ignore

export function accountHandlersOf(rooms: ServerRooms): AccountHandlers {
  const listOf = async (
    { people }: ServerHouse,
    { look, page }: { readonly look: string; readonly page: number } = { look: '', page: 1 },
  ): Promise<AccountList> => {
    const { accounts, total, pages } = await people.accounts.page({ look, page });
    return {
      accounts: accounts.flatMap(accountView),
      total,
      page,
      pages,
      roles: Object.entries(rooms.roles).map(([role, scopes]) => ({ role, scopes: [...scopes] })),
    };
  };
  const linkOf = ({ token, expiresAt }: Link, account: AccountId): LinkAnswer => ({
    // Behind the sign that browsers keep to themselves: in no log, and in no address that is passed on.
    link: `${rooms.address()}/link#${token}`,
    account,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  const settingsOf = async ({ people }: ServerHouse): Promise<SettingList> => ({
    settings: (await people.settings.list()).map(({ key, meaning, isSecret, isSet, value, isFixed }) => ({
      key,
      meaning,
      isSecret,
      isSet,
      ...(value === undefined ? {} : { value }),
      ...(isFixed ? { fixedBy: rooms.fixedBy[key] ?? 'the environment' } : {}),
    })),
    timeZones: Intl.supportedValuesOf('timeZone'),
  });
  const changed = async (
    call: Call,
    id: string,
    change: (by: AccountId, id: AccountId) => Promise<unknown>,
  ): Promise<AccountList> => {
    await change(signedIn(call).account, id as AccountId);
    const held = await call.house.people.accounts.get(id as AccountId);
    const [account] = held === undefined ? [] : accountView(held);
    return { ...(await listOf(call.house)), ...(account === undefined ? {} : { changed: account }) };
  };
  return {
    accounts: (request, { house }) => listOf(house, request),
    async invite(invitation, call) {
      const link = await call.house.people.links.invite(signedIn(call).account, invitation);
      return linkOf(link, link.account);
    },
    async inviteAgain({ id }, call) {
      return linkOf(
        await call.house.people.links.inviteAgain(signedIn(call).account, id as AccountId),
        id as AccountId,
      );
    },
    async resetLink({ id }, call) {
      return linkOf(await call.house.people.links.makeReset(signedIn(call).account, id as AccountId), id as AccountId);
    },
    rename: ({ id, name, email }, call) =>
      changed(call, id, (by, of) =>
        call.house.people.accounts.rename(by, of, {
          ...(name === undefined ? {} : { name }),
          ...(email === undefined ? {} : { email }),
        }),
      ),
    disable: ({ id }, call) => changed(call, id, (by, of) => call.house.people.accounts.disable(by, of)),
    enable: ({ id }, call) => changed(call, id, (by, of) => call.house.people.accounts.enable(by, of)),
    async deleteAccount({ id }, call) {
      return { isWholly: await call.house.people.accounts.delete(signedIn(call).account, id as AccountId) };
    },
    grantRole: ({ id, role, scope }, call) =>
      changed(call, id, (by, of) => call.house.people.roles.grant(by, of, role, scope)),
    revokeRole: ({ id, role, scope }, call) =>
      changed(call, id, (by, of) => call.house.people.roles.revoke(by, of, role, scope)),
    settings: (_request, { house }) => settingsOf(house),
    async setSetting({ key, value }, call) {
      await call.house.people.settings.set(signedIn(call).account, key, value ?? undefined);
      return settingsOf(call.house);
    },
    async tryMail(_request, call) {
      const { people } = call.house;
      const session = signedIn(call);
      const server = await people.settings.get('mail-server');
      if (server === undefined)
        throw new AppError('conflict', 'No mail server is set yet. Set one, then send yourself a test.');
      const to = (await people.accounts.get(session.account))?.email;
      if (to === undefined) throw new AppError('conflict', 'Your account has no e-mail address to send to.');
      const from = (await people.settings.get('contact-email')) ?? to;
      const house = (await people.settings.get('house-name')) ?? 'Attune';
      await rooms.sendMail({
        server,
        from,
        to,
        subject: `A test from ${house}`,
        text: `This is the test you asked for. Mail from ${house} reaches you.\n\n${rooms.address()}\n`,
      });
      await people.audit.note('mail-tested', { who: session.account });
      return { sentTo: to };
    },
    async audit({ what, who, about, from, to, before }, { house: { people } }) {
      const [begins, ends] = [
        from && (await people.settings.startOfDay(from)),
        to && (await people.settings.startOfDay(to, 1)),
      ];
      const page = await people.audit.list({
        ...(what === undefined ? {} : { what: [what as Act] }),
        ...(who === undefined ? {} : { who: who as Actor }),
        ...(about === undefined ? {} : { about }),
        ...(begins === undefined ? {} : { from: begins }),
        ...(ends === undefined ? {} : { to: ends }),
        ...(before === undefined ? {} : { before }),
      });
      const names = await people.accounts.names(
        page.entries.flatMap(({ who: by, about: of }) => [by, of]).filter((id) => id?.startsWith('p-')) as AccountId[],
      );
      return {
        entries: page.entries.map((entry) => ({
          ...entry,
          detail: { ...entry.detail },
          ...named('whoName', names.get(entry.who as AccountId)),
          ...named('aboutName', names.get(entry.about as AccountId)),
        })),
        ...(page.next === undefined ? {} : { next: page.next }),
        acts: [...rooms.acts],
      };
    },
  };
}

/** None of one that was deleted. */
function accountView({ state, roles, ...account }: Account): AccountView[] {
  return state === 'deleted' ? [] : [{ ...account, state, roles: [...roles] }];
}

function named<K extends string>(key: K, name: string | undefined): { readonly [P in K]?: string } {
  return (name === undefined ? {} : { [key]: name }) as { readonly [P in K]?: string };
}
