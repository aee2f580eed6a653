/**
 * Who may speak to the server at all. A page elsewhere can make a browser call 127.0.0.1 under a name of its own,
 * so the name asked for must be ours; and what changes something must come from our own page.
 */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '#model/index.ts';
import { ROUTES } from '#api/index.ts';
import type { Route } from '#api/index.ts';
import { STYLE_HASHES } from './style-hashes.ts';

const OUR_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Where a file is taken as it is; every other change comes as JSON. */
export const FILE_PATHS: ReadonlySet<string> = new Set(
  Object.values(ROUTES)
    .filter((route: Route) => route.takesFile === true)
    .map((route: Route) => route.path),
);
const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Refuses every name but loopback's own. */
export const ownNameOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!OUR_NAMES.has(name))
    throw new AppError(
      'forbidden',
      'This server answers to localhost and 127.0.0.1 alone. Open it by one of these names.',
    );
  await next();
};

/** Refuses changes asked for by another site's page, and bodies that are not JSON. */
export const ownPageOnly: MiddlewareHandler = async (context, next) => {
  if (!SAFE_METHODS.has(context.req.method)) {
    if (
      !comesFromOwnPage(context.req.header('sec-fetch-site'), context.req.header('origin'), context.req.header('host'))
    )
      throw new AppError('forbidden', 'Changes are taken from Attune’s own page alone.');
    const takesFile = FILE_PATHS.has(context.req.path);
    const type = context.req.header('content-type')?.split(';')[0]?.trim();
    if (type !== (takesFile ? 'application/octet-stream' : 'application/json'))
      throw new AppError(
        'bad_request',
        takesFile
          ? 'Send the file as it is, with the content type application/octet-stream.'
          : 'Send the request as JSON, with the content type application/json.',
      );
  }
  await next();
};

function comesFromOwnPage(site: string | undefined, origin: string | undefined, host: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", ...STYLE_HASHES],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  referrerPolicy: 'no-referrer',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});
