/** From a request to who calls: the session its cookie carries, and the cookie it is to carry next. */
import type { Context } from 'hono';
import type { Whence } from './address.ts';
import type { Call } from './call.ts';
import { sessionCookie } from './cookie.ts';
import type { ServerHouse, ServerRooms } from './house.ts';

export interface Doorway {
  enter(context: Context): Promise<Call>;
}

/** @param isSecure whether the house is reached by https alone. */
export function doorwayOf(
  rooms: Pick<ServerRooms, 'house'>,
  { whence, isSecure }: { readonly whence: (context: Context) => Whence; readonly isSecure: boolean },
): Doorway {
  const cookieOf = (house: Pick<ServerHouse, 'id'>) => sessionCookie(house.id, isSecure);
  return {
    async enter(context) {
      const house = rooms.house();
      const cookie = cookieOf(house);
      const token = cookie.read(context);
      const found = token === undefined ? undefined : await house.people.sessions.lookUp(token);
      if (found?.newToken !== undefined) cookie.write(context, found.newToken, found.session.kind);
      else if (token !== undefined && found === undefined) cookie.clear(context);
      // Kept for ninety days from the last visit, and every visit begins with this question.
      else if (token !== undefined && found?.session.kind === 'own' && context.req.path === '/api/house')
        cookie.write(context, token, 'own');
      return {
        ...whence(context),
        session: found?.session,
        house,
        file: context.req.raw.body as Call['file'],
        carry: (entered, fresh, kind) => cookieOf(entered).write(context, fresh, kind),
        drop() {
          cookie.clear(context);
          context.header('clear-site-data', '"cache"');
        },
      };
    },
  };
}
