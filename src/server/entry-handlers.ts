/** Coming in and going out. What a stranger typed is judged in the room of people; here it becomes a cookie or a refusal. */
import { AppError } from '#model/index.ts';
import type { Entered, Entry, LinkView, SessionKind } from '#people/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';
import { youOf } from './house-handlers.ts';

type EntryHandlers = Pick<
  Handlers,
  | 'signIn' | 'signOut' | 'signOutEverywhere' | 'confirm' | 'changePassword' | 'sessions' | 'endSession'
  | 'lookAtLink' | 'setUp' | 'acceptInvitation' | 'resetPassword' | 'walkIns' | 'walkIn'
>; // prettier-ignore

const DONE = { done: true } as const;

export function entryHandlersOf(rooms: ServerRooms): EntryHandlers {
  const enter = async (house: ServerHouse, call: Call, entry: Entered) => {
    call.carry(house, entry.token, entry.kind);
    return { you: await youOf(house, entry) };
  };
  const sessionsOf = async (call: Call) => {
    const { account, id: own } = signedIn(call);
    const held = await call.house.people.sessions.list(account);
    return {
      sessions: held.map(({ id, kind, createdAt, lastUsedAt }) => ({
        id,
        device: kind,
        createdAt,
        usedAt: lastUsedAt,
        isThisOne: id === own,
      })),
    };
  };
  /** The house that a link is of: the open one, or yours behind the sample where it sets yours up. */
  const ofLink = async (token: string, call: Call): Promise<{ house: ServerHouse; view: LinkView }> => {
    const home = call.isLocal && call.house.kind === 'sample' ? await rooms.home().catch(() => undefined) : undefined;
    const theirs = await home?.people.links.look(token);
    if (home !== undefined && theirs?.kind === 'set-up') return { house: home, view: theirs };
    return { house: call.house, view: await call.house.people.links.mustLook(token) };
  };
  return {
    async signIn({ email, password, device }, call) {
      const { house, address } = call;
      return enter(house, call, letIn(await house.people.door.signIn({ email, password, kind: device, address })));
    },
    async signOut(_request, call) {
      await call.house.people.sessions.signOut(signedIn(call));
      call.drop();
      return DONE;
    },
    async signOutEverywhere(_request, call) {
      await call.house.people.sessions.endAll(signedIn(call).account);
      call.drop();
      return DONE;
    },
    async confirm({ password }, call) {
      const { house, address } = call;
      await enter(house, call, letIn(await house.people.door.confirm(signedIn(call), password, address)));
      return DONE;
    },
    async changePassword({ old, fresh }, call) {
      const { house, address } = call;
      await enter(house, call, letIn(await house.people.door.changePassword(signedIn(call), { old, fresh, address })));
      return DONE;
    },
    sessions: async (_request, call) => sessionsOf(call),
    async endSession({ id }, call) {
      const session = signedIn(call);
      await call.house.people.sessions.end(session.account, id);
      if (id === session.id) {
        call.drop();
        return { sessions: [] };
      }
      return sessionsOf(call);
    },
    async lookAtLink({ token }, call) {
      const { house, view } = await ofLink(token, call);
      if (house !== call.house) await rooms.switchTo('home');
      return { ...view };
    },
    async setUp({ token, name, email, password, device }, call) {
      const { house } = await ofLink(token, call);
      const entry = await house.people.accept.setUp(token, { name, email, password, kind: device });
      if (rooms.house() !== house) await rooms.switchTo('home');
      return enter(house, call, entry);
    },
    async acceptInvitation({ token, name, password, device }, call) {
      return enter(
        call.house,
        call,
        await call.house.people.accept.invitation(token, { name, password, kind: device }),
      );
    },
    async resetPassword({ token, password }, call) {
      await call.house.people.accept.reset(token, password);
      return DONE;
    },
    async walkIns(_request, { house }) {
      const people = await walkInsOf(house).list();
      return {
        people: people.map(({ account, name, title, does }) => ({
          id: account,
          name,
          title,
          ...(does === undefined ? {} : { does }),
        })),
      };
    },
    async walkIn({ id }, call) {
      const device: SessionKind = 'shared';
      return enter(call.house, call, await walkInsOf(call.house).enter(id as Entered['account'], device));
    },
  };
}

/** @throws AppError `forbidden` in a house of real people. */
function walkInsOf({ people }: ServerHouse): NonNullable<ServerHouse['people']['walkIns']> {
  if (people.walkIns !== undefined) return people.walkIns;
  throw new AppError('forbidden', 'One can walk in only into the sample.');
}

/** @throws AppError `refused`, or `too_many` where tries have to wait. */
function letIn(entry: Entry): Entered {
  switch (entry.outcome) {
    case 'in':
      return entry;
    case 'refused':
      throw new AppError('refused', entry.sentence);
    case 'wait':
      throw new AppError('too_many', entry.sentence);
  }
}
