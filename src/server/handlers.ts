/** What each route of the contract does. The request comes checked, the answer goes out in the contract's shape. */
import type { z } from 'zod';
import type { RouteName, ROUTES } from '#api/index.ts';
import type { Access } from './access.ts';
import { accountHandlersOf } from './account-handlers.ts';
import { bringHandlersOf } from './bring-handlers.ts';
import type { Call } from './call.ts';
import { collectionHandlersOf } from './collection-handlers.ts';
import { entryHandlersOf } from './entry-handlers.ts';
import { exportHandlersOf } from './export-handlers.ts';
import type { FileAnswer } from './file-answer.ts';
import type { ServerRooms } from './house.ts';
import { houseHandlersOf } from './house-handlers.ts';
import { libraryHandlersOf } from './library-handlers.ts';
import { readingHandlersOf } from './reading-handlers.ts';

type Routes = typeof ROUTES;

/** From the request as its schema gives it to the answer as its schema takes it. */
export type Handler<N extends RouteName> = (
  request: z.output<Routes[N]['request']>,
  call: Call,
) => Promise<Routes[N] extends { readonly givesFile: true } ? FileAnswer : z.input<Routes[N]['answer']>>;

export type Handlers = { readonly [N in RouteName]: Handler<N> };

export function handlersOf(rooms: ServerRooms, access: Access): Handlers {
  return {
    ...houseHandlersOf(rooms, access),
    ...libraryHandlersOf(rooms),
    ...bringHandlersOf(rooms, access),
    ...entryHandlersOf(rooms),
    ...accountHandlersOf(rooms),
    ...readingHandlersOf(rooms),
    ...collectionHandlersOf(rooms),
    ...exportHandlersOf(),
  };
}
