/** The built web: pages and their parts, read once into memory, packed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import type { LookUp } from '#library/index.ts';
import type { Call } from './call.ts';
import { pageOf, statusOf } from './paper-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.css', '.html', '.js', '.svg']);

/** Addresses that the page itself understands; anything else is answered as not found, with the page to say so. */
const PAGES = [
  '/', '/search', '/bring', '/jobs', '/check', '/saved', '/collections', '/collections/:id', '/you', '/settings', '/accounts',
  '/audit', '/today', '/today/all', '/today/days', '/today/days/:day', '/today/profile', '/interests',
]; // prettier-ignore
/** For whom nothing is open yet, too. */
const PUBLIC_PAGES = ['/sign-in', '/walk-in', '/set-up', '/link', '/why', '/why/papers'];

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
}

export interface PageRooms {
  enter(context: Context): Promise<{ readonly call: Call; readonly mayRead: boolean }>;
  /** Finds the paper that a page is about. */
  lookUp(id: string, call: Call): Promise<LookUp>;
}

/** @param folder where the web was built; it holds `index.html`. */
export function mountPages(app: Hono, folder: string, { enter, lookUp }: PageRooms): void {
  const assets = readAssets(folder);
  const page = assets.get('/index.html');
  if (page === undefined) throw new Error(`There is no built page in ${folder}.`);
  for (const [path, asset] of assets) {
    if (path === '/index.html') continue;
    app.get(path, (context) =>
      answer(asset, 200, 'public, max-age=31536000, immutable', context.req.header('accept-encoding')),
    );
  }
  const shown = (context: Context, status: number): Response =>
    answer(page, status, 'no-cache', context.req.header('accept-encoding'));
  for (const path of PUBLIC_PAGES) app.get(path, (context) => shown(context, 200));
  for (const path of PAGES)
    app.get(path, async (context) => ((await enter(context)).mayRead ? shown(context, 200) : toSignIn(context)));
  const template = new TextDecoder().decode(page.bytes);
  app.get('/paper/:id{.+}', async (context) => {
    const { call, mayRead } = await enter(context);
    if (!mayRead) return toSignIn(context);
    const found = await lookUp(context.req.param('id'), call);
    const written = new TextEncoder().encode(pageOf(template, found));
    return context.newResponse(written, statusOf(found), {
      'content-type': page.type,
      'cache-control': 'no-store',
      vary: 'accept-encoding',
    });
  });
  app.notFound((context) => {
    if (context.req.path.startsWith('/api/') || context.req.method !== 'GET')
      return context.json({ error: { code: 'not_found', message: `There is nothing at ${context.req.path}.` } }, 404);
    return shown(context, 404);
  });
}

/** Afterwards the browser is back on the page it asked for. */
function toSignIn(context: Context): Response {
  const { pathname, search } = new URL(context.req.url);
  const to = pathname === '/' ? '' : `?${new URLSearchParams({ to: `${pathname}${search}` })}`;
  context.header('cache-control', 'no-store');
  return context.redirect(`/sign-in${to}`, 303);
}

function answer(asset: Asset, status: number, cache: string, accepted = ''): Response {
  const isPacked = asset.packed !== undefined && /\bgzip\b/.test(accepted);
  return new Response(isPacked ? asset.packed : asset.bytes, {
    status,
    headers: {
      'content-type': asset.type,
      'cache-control': cache,
      vary: 'accept-encoding',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}

function readAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const type = TYPES[extname(path)];
      if (type === undefined) return [];
      const bytes = new Uint8Array(readFileSync(path));
      const packed = PACKED.has(extname(path)) ? new Uint8Array(gzipSync(bytes, { level: 9 })) : undefined;
      return [[`/${relative(folder, path).split(sep).join('/')}`, { bytes, packed, type }] as const];
    }),
  );
}
