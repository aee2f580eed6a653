/** What the server is handed: the houses, and the uses of other rooms that it takes as they are. */
import { ageInWords, dayBefore, dayInWords, noticedOf, savedIds, savedRows } from '#app/index.ts';
import { OF_HOUSE } from '#config/index.ts';
import type { Config } from '#config/index.ts';
import { checkListCsv, courtesy, paperDate } from '#library/index.ts';
import { sendMail } from '#outside/index.ts';
import { ACTS, ROLES } from '#people/index.ts';
import type { ServerRooms } from '#server/index.ts';
import type { Houses } from './houses.ts';

export interface ServerRoomsOptions {
  readonly config: Config;
  readonly version: string;
  /** Where the server is reached, once it is. */
  readonly address: () => string;
}

export function serverRooms(houses: Houses, { config, version, address }: ServerRoomsOptions): ServerRooms {
  return {
    ...houses,
    version,
    reach: config,
    address,
    fixedBy: OF_HOUSE,
    roles: ROLES,
    acts: ACTS,
    sendMail,
    checkListCsv,
    saved: { savedIds, savedRows, noticedOf },
    feedWords: { ageInWords, dayBefore, dayInWords },
    courtesy,
    paperDate,
  };
}
