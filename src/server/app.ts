/** The server's application: guards, the contract's routes, the pages, health. HTTP lives in this room and nowhere else. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { AppError } from '#model/index.ts';
import { accessOf } from './access.ts';
import { whenceOf } from './address.ts';
import { mountRoutes } from './dispatch.ts';
import { doorwayOf } from './doorway.ts';
import { FILE_PATHS, headers, ownNameOnly, ownPageOnly } from './guard.ts';
import { handlersOf } from './handlers.ts';
import type { ServerRooms } from './house.ts';
import { mountPages } from './pages.ts';
import { problemOf } from './problems.ts';

/** Of a request in JSON: a list of twenty thousand numbers fits. A file has a limit of its own, where it is kept. */
const MOST_BODY_BYTES = 512 * 1024;

export interface AppOptions {
  readonly rooms: ServerRooms;
  /** Where the built web lies. */
  readonly webFolder: string;
  readonly log: Logger;
}

export function createApp({ rooms, webFolder, log }: AppOptions): Hono {
  const app = new Hono();
  const access = accessOf(rooms);
  const whence = whenceOf(rooms.reach.trustedProxies);
  // A public address is one by https.
  const isSecure = rooms.reach.publicUrl !== undefined;
  const doorway = doorwayOf(rooms, { whence, isSecure });
  app.use(headers(isSecure), refusalsUnkept(), told(log), ownNameOnly(rooms.reach, whence), ownPageOnly(rooms.reach));
  const limited = bodyLimit({ maxSize: MOST_BODY_BYTES, onError: tooLarge });
  app.use((context, next) => (FILE_PATHS.has(context.req.path) ? next() : limited(context, next)));
  app.get('/healthz', (context) => context.json({ ok: true, version: rooms.version }));
  app.get('/readyz', async (context) => {
    await rooms.house().state();
    return context.json({ ready: true, house: rooms.house().kind });
  });
  mountRoutes(app, handlersOf(rooms, access), access, doorway);
  mountPages(app, webFolder, {
    lookUp: (id, { house }) => house.lookUp(id),
    async enter(context) {
      const call = await doorway.enter(context);
      return { call, mayRead: await access.mayRead(call, call.house) };
    },
  });
  app.onError((thrown, context) => {
    const { status, body, error } = problemOf(thrown);
    if (status >= 500) log.error({ err: error.cause ?? error }, error.message);
    return context.json(body, status);
  });
  return app;
}

/** What was refused may be allowed a moment later, and what went wrong may go well. */
function refusalsUnkept() {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    if (context.res.status >= 400) context.header('cache-control', 'no-store');
  };
}

function tooLarge(): never {
  throw new AppError('bad_request', 'The request is larger than anything this server takes.');
}

/** One line a request: what was asked of the server and how long it took, never what a person searched or read. */
function told(log: Logger) {
  return async (
    context: { req: { method: string; path: string }; res: Response },
    next: () => Promise<void>,
  ): Promise<void> => {
    const started = performance.now();
    await next();
    const path = context.req.path.replace(/^(\/api\/papers|\/paper)\/.*/, '$1/…');
    log.debug(
      { method: context.req.method, path, status: context.res.status, ms: Math.round(performance.now() - started) },
      'request',
    );
  };
}
