/** The contract's table as routes: each request checked against its schema and permission before its handler sees it. */
import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { AppError } from '#model/index.ts';
import { ROUTES } from '#api/index.ts';
import type { Permission, Route, RouteName } from '#api/index.ts';
import type { Handlers } from './handlers.ts';
import type { FileBody } from './house.ts';

/** @throws Error at start where a route has no handler, schema or permission: such a server must not come up. */
export function mountRoutes(app: Hono, handlers: Handlers): void {
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const handle = handlers[name] as ((request: unknown, file: FileBody) => Promise<object>) | undefined;
    if (handle === undefined || route.permission === undefined || route.request === undefined)
      throw new Error(`The route ${name} lacks its handler, its permission or its schema.`);
    app.on(route.method, route.path, async (context) => {
      allow(route.permission, context);
      return context.json(await handle(checked(route, await given(route, context)), context.req.raw.body), 200, {
        'cache-control': 'no-store',
      });
    });
  }
}

function allow(permission: Permission, context: Context): void {
  if (permission === 'read') return;
  if (!isLoopback(addressOf(context)))
    throw new AppError('forbidden', 'This can be done only at the machine Attune runs on.');
}

/** Undefined where the request came by no socket, as in a test of the application alone. */
function addressOf(context: Context): string | undefined {
  return context.env === undefined || !('incoming' in (context.env as object))
    ? undefined
    : getConnInfo(context).remote.address;
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return true;
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

async function given(route: Route, context: Context): Promise<unknown> {
  if (route.method === 'GET' || route.takesFile === true) return { ...context.req.query(), ...context.req.param() };
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad_request', 'The body of the request is not JSON.', { cause });
  }
}

function checked(route: Route, request: unknown): unknown {
  const result = route.request.safeParse(request);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'The request' : `“${issue.path.join('.')}”`;
  throw new AppError('bad_request', `${where} is not as expected: ${issue?.message ?? 'see the API reference'}.`);
}
