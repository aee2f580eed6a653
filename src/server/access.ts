/** Who may do what over HTTP: the one place where a route's permission is held against who calls. */
import { AppError } from '#model/index.ts';
import type { Permission, Route } from '#api/index.ts';
import type { Role, Session } from '#people/index.ts';
import type { Caller } from './call.ts';
import { signedIn } from './call.ts';
import type { ServerHouse, ServerRooms } from './house.ts';

export interface Access {
  /** @throws AppError `sign_in_needed`, `confirm_needed` or `forbidden` where the caller may not. */
  allow(route: Pick<Route, 'permission' | 'asksAgain'>, caller: Caller, house: ServerHouse): Promise<void>;
  mayRead(caller: Pick<Caller, 'session'>, house: ServerHouse): Promise<boolean>;
  mayBring(caller: Caller, house: ServerHouse): Promise<boolean>;
  /** Whether the two houses can be switched: only as long as yours has nobody whose papers a passer-by would see. */
  maySwitch(caller: Caller): Promise<boolean>;
}

const BRINGING: readonly Role[] = ['librarian', 'administrator'];
const ELSEWHERE = 'This can be done only at the machine Attune runs on.';

export function accessOf(rooms: Pick<ServerRooms, 'reach' | 'homeHasPeople'>): Access {
  const mayRead: Access['mayRead'] = async ({ session }, house) =>
    session !== undefined ||
    house.kind === 'sample' ||
    rooms.reach.publicReading ||
    !(await house.people.accounts.hasAny());
  const maySwitch: Access['maySwitch'] = async ({ isLocal }) => isLocal && !(await rooms.homeHasPeople());
  const mayBring: Access['mayBring'] = async (caller, house) =>
    house.kind === 'home' && (await house.people.accounts.hasAny())
      ? hasRole(caller.session, BRINGING)
      : maySwitch(caller);

  const admit: Readonly<Record<Permission, (caller: Caller, house: ServerHouse) => Promise<void> | void>> = {
    public: () => undefined,
    async read(caller, house) {
      if (!(await mayRead(caller, house))) signedIn(caller);
    },
    account: (caller) => void signedIn(caller),
    async loopback(caller) {
      if (!caller.isLocal) throw new AppError('forbidden', ELSEWHERE);
      if (!(await maySwitch(caller)))
        throw new AppError(
          'forbidden',
          'Your house has people now, so this server shows nothing else. To look around the sample, start it beside: attune serve --data data/sample',
        );
    },
    'walk-in'({ isLocal }, house) {
      if (house.kind !== 'sample') throw new AppError('forbidden', 'One can walk in only into the sample.');
      if (!isLocal) throw new AppError('forbidden', ELSEWHERE);
    },
    async wish(caller, house) {
      if (caller.session === undefined || house.kind === 'sample') await admit.bring(caller, house);
    },
    async bring(caller, house) {
      if (await mayBring(caller, house)) return;
      if (!(await rooms.homeHasPeople())) throw new AppError('forbidden', ELSEWHERE);
      signedIn(caller);
      throw new AppError('forbidden', 'Librarians and administrators bring papers. Ask one of them.');
    },
    administrator: (caller) => mustHave(caller, ['administrator'], 'Administrators alone can do this.'),
    auditor: (caller) =>
      mustHave(caller, ['administrator', 'privacy-officer'], 'Administrators and privacy officers alone can see this.'),
  };
  return {
    mayRead,
    mayBring,
    maySwitch,
    async allow({ permission, asksAgain }, caller, house) {
      await admit[permission](caller, house);
      // The fictional people of the sample have no password to be asked for.
      if (asksAgain === true && house.kind === 'home') house.people.sessions.mustBeConfirmed(signedIn(caller));
    },
  };
}

function mustHave(caller: Caller, roles: readonly Role[], sentence: string): void {
  if (!hasRole(signedIn(caller), roles)) throw new AppError('forbidden', sentence);
}

/** Whether somebody has one of these roles for the whole house. */
export function hasRole(session: Session | undefined, roles: readonly Role[]): boolean {
  return session?.roles.some(({ role, scope }) => scope === 'system' && roles.includes(role)) ?? false;
}
