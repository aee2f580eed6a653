/** The house over HTTP: the contract's routes, the pages, and the guards before them. */
export { createApp } from './app.ts';
export type { HouseKind, ServerHouse, ServerRooms } from './house.ts';
export { listen } from './listen.ts';
export { ensureWebBuilt } from './web-build.ts';
