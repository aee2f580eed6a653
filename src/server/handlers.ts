/** What all routes of the contract do, put together. */
import type { Access } from './access.ts';
import { accountHandlersOf } from './account-handlers.ts';
import { bringHandlersOf } from './bring-handlers.ts';
import { collectionHandlersOf } from './collection-handlers.ts';
import { entryHandlersOf } from './entry-handlers.ts';
import { exportHandlersOf } from './export-handlers.ts';
import { feedHandlersOf } from './feed-handlers.ts';
import type { Handlers } from './handler.ts';
import type { ServerRooms } from './house.ts';
import { houseHandlersOf } from './house-handlers.ts';
import { libraryHandlersOf } from './library-handlers.ts';
import { readingHandlersOf } from './reading-handlers.ts';
import { relatedHandlersOf } from './related-handlers.ts';

export function handlersOf(rooms: ServerRooms, access: Access): Handlers {
  return {
    ...houseHandlersOf(rooms, access),
    ...libraryHandlersOf(rooms),
    ...relatedHandlersOf(rooms),
    ...bringHandlersOf(rooms, access),
    ...entryHandlersOf(rooms),
    ...accountHandlersOf(rooms),
    ...readingHandlersOf(rooms),
    ...collectionHandlersOf(rooms),
    ...exportHandlersOf(rooms),
    ...feedHandlersOf(rooms),
  };
}
