/** The contract's table as routes: each request checked against its pace, permission and schema before its handler sees it. */
import type { Context, Hono } from 'hono';
import { AppError } from '#model/index.ts';
import { ROUTES } from '#api/index.ts';
import type { Route, RouteName } from '#api/index.ts';
import type { Access } from './access.ts';
import type { Doorway } from './doorway.ts';
import { fileResponse } from './file-answer.ts';
import type { FileAnswer } from './file-answer.ts';
import type { Handler, Handlers } from './handler.ts';
import { limitsOf } from './limits.ts';

/** @throws Error at start where a route has no handler, schema or permission: such a server must not come up. */
export function mountRoutes(app: Hono, handlers: Handlers, access: Access, doorway: Doorway): void {
  const limit = limitsOf();
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const handle = handlers[name] as Handler<never> | undefined;
    if (handle === undefined || route.permission === undefined || route.request === undefined)
      throw new Error(`The route ${name} lacks its handler, its permission or its schema.`);
    app.on(route.method, route.path, async (context) => {
      const call = await doorway.enter(context);
      await limit(context, route.pace ?? 'usual', call.session?.account ?? call.address ?? 'here');
      await access.allow(route, call, call.house);
      const answer = await handle(checked(route, await given(route, context)) as never, call);
      if (route.givesFile === true) return fileResponse(context, answer as FileAnswer);
      return context.json(answer, 200, { 'cache-control': 'no-store' });
    });
  }
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
