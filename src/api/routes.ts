/** Every route of the house, as data. The server dispatches from this table and answers nothing that is not in it. */
import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { BRING_ROUTES } from './routes/bring.ts';
import { ENTRY_ROUTES } from './routes/entry.ts';
import { FEED_ROUTES } from './routes/feed.ts';
import { LIBRARY_ROUTES } from './routes/library.ts';
import { READING_ROUTES } from './routes/reading.ts';
import { SAVED_ROUTES } from './routes/saved.ts';

export const ROUTES = {
  ...LIBRARY_ROUTES,
  ...BRING_ROUTES,
  ...ENTRY_ROUTES,
  ...ACCOUNT_ROUTES,
  ...READING_ROUTES,
  ...SAVED_ROUTES,
  ...FEED_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
