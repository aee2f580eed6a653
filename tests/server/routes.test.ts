/** The table of routes is whole, or the server does not come up. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Hono } from 'hono';
import { ROUTES } from '#api/index.ts';
import { mountRoutes } from '../../src/server/dispatch.ts';
import type { Handlers } from '../../src/server/handlers.ts';

suite('the table of routes', () => {
  const handlers = Object.fromEntries(
    Object.keys(ROUTES).map((name) => [name, async () => ({})]),
  ) as unknown as Handlers;

  test('whole, it is mounted', () => {
    assert.doesNotThrow(() => mountRoutes(new Hono(), handlers));
  });

  test('without a handler, a permission or a schema, the server does not come up', () => {
    assert.throws(
      () => mountRoutes(new Hono(), { ...handlers, paper: undefined } as unknown as Handlers),
      /The route paper lacks/,
    );
    for (const part of ['permission', 'request'] as const) {
      const route = ROUTES.search as { -readonly [Part in typeof part]?: unknown };
      const kept = route[part];
      delete route[part];
      try {
        assert.throws(() => mountRoutes(new Hono(), handlers), /The route search lacks/);
      } finally {
        route[part] = kept;
      }
    }
  });
});
