/** Which house this is, for whoever asks: what it may show them, who they are in it, and where the way in is. */
import type { HouseState, You } from '#api/index.ts';
import type { Session } from '#people/index.ts';
import { hasRole } from './access.ts';
import type { Access } from './access.ts';
import type { Call } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';
import { libraryState } from './present.ts';

type HouseHandlers = Pick<Handlers, 'house' | 'switchHouse'>;

export function houseHandlersOf(rooms: ServerRooms, access: Access): HouseHandlers {
  const stateOf = async (house: ServerHouse, call: Call): Promise<HouseState> => {
    const { settings, accounts } = house.people;
    // Whoever is signed in to one house is nobody in the other.
    const caller = call.house === house ? call : { ...call, session: undefined };
    const { session, isLocal } = caller;
    const hasPeople = await accounts.hasAny();
    const isKeeper = hasRole(session, ['administrator']);
    const [name, contact, urgent, maySwitch] = await Promise.all([
      settings.get('house-name'),
      settings.get('contact-email'),
      settings.get('urgent-number'),
      access.maySwitch(caller),
    ]);
    const other = maySwitch ? await rooms.other() : undefined;
    return {
      kind: house.kind,
      ...(name === undefined ? {} : { name }),
      ...(isKeeper || (isLocal && (house.kind === 'sample' || !hasPeople)) ? { folder: house.folder } : {}),
      ...((await access.mayRead(caller, house)) ? { library: libraryState(await house.state()) } : {}),
      ...(other === undefined ? {} : { other }),
      ...(session === undefined ? {} : { you: await youOf(house, session) }),
      door: house.kind === 'sample' ? 'walk-in' : hasPeople ? 'sign-in' : 'set-up',
      mayBring: await access.mayBring(caller, house),
      ...(contact === undefined ? {} : { contact }),
      ...(urgent === undefined ? {} : { urgent }),
    };
  };
  return {
    house: async (_request, call) => stateOf(call.house, call),
    async switchHouse({ kind }, call) {
      if (kind !== rooms.house().kind) await rooms.switchTo(kind);
      return stateOf(rooms.house(), call);
    },
  };
}

/** Whoever is signed in, with the name and address that stand beside their pseudonym. */
export async function youOf(
  { people }: Pick<ServerHouse, 'people'>,
  { account, kind }: Pick<Session, 'account' | 'kind'>,
): Promise<You> {
  const held = await people.accounts.get(account);
  return {
    id: account,
    name: held?.name ?? '',
    email: held?.email ?? '',
    roles: [...(held?.roles ?? [])],
    device: kind,
  };
}
