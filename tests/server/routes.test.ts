/** The table of routes is whole, or the server does not come up. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Hono } from 'hono';
import { ROUTES } from '#api/index.ts';
import type { Access } from '../../src/server/access.ts';
import type { Doorway } from '../../src/server/doorway.ts';
import { mountRoutes } from '../../src/server/dispatch.ts';
import type { Handlers } from '../../src/server/handler.ts';

const access = { allow: async () => undefined } as unknown as Access;
const doorway = {} as Doorway;

suite('the table of routes', () => {
  const handlers = Object.fromEntries(
    Object.keys(ROUTES).map((name) => [name, async () => ({})]),
  ) as unknown as Handlers;

  const mount = (each: Handlers): void => mountRoutes(new Hono(), each, access, doorway);

  test('whole, it is mounted', () => {
    assert.doesNotThrow(() => mount(handlers));
  });

  test('without a handler, a permission or a schema, the server does not come up', () => {
    assert.throws(() => mount({ ...handlers, paper: undefined } as unknown as Handlers), /The route paper lacks/);
    for (const part of ['permission', 'request'] as const) {
      const route = ROUTES.search as { -readonly [Part in typeof part]?: unknown };
      const kept = route[part];
      delete route[part];
      try {
        assert.throws(() => mount(handlers), /The route search lacks/);
      } finally {
        route[part] = kept;
      }
    }
  });
});
