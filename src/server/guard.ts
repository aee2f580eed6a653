/**
 * Who may speak to the server at all. A page elsewhere can make a browser call 127.0.0.1 under a name of its own,
 * so the name asked for must be ours; and what changes something must come from our own page.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '#model/index.ts';
import { ROUTES } from '#api/index.ts';
import type { Route } from '#api/index.ts';
import type { Whence } from './address.ts';
import type { Reach } from './house.ts';
import { STYLE_HASHES } from './style-hashes.ts';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Where a file is taken as it is; every other change comes as JSON. */
export const FILE_PATHS: ReadonlySet<string> = new Set(
  Object.values(ROUTES)
    .filter((route: Route) => route.takesFile === true)
    .map((route: Route) => route.path),
);
const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Refuses every name but the house's own: what `PUBLIC_URL` says, and loopback's names at the machine itself. */
export function ownNameOnly(
  { publicUrl }: Pick<Reach, 'publicUrl'>,
  whence: (context: Context) => Whence,
): MiddlewareHandler {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).host.toLowerCase();
  return async (context, next) => {
    const host = (context.req.header('host') ?? '').toLowerCase();
    const isLoopback = LOOPBACK_NAMES.has(host.replace(/:\d+$/, '')) && (own === undefined || whence(context).isLocal);
    if (host !== own && !isLoopback)
      throw new AppError(
        'forbidden',
        own === undefined
          ? 'This server answers to localhost and 127.0.0.1 alone. Open it by one of these names.'
          : `This server answers to ${own} alone. Open it by this name.`,
      );
    await next();
  };
}

/** Refuses changes asked for by another site's page, and bodies that are not JSON. */
export function ownPageOnly({ publicUrl }: Pick<Reach, 'publicUrl'>): MiddlewareHandler {
  return async (context, next) => {
    if (!SAFE_METHODS.has(context.req.method)) {
      if (!comesFromOwnPage((name) => context.req.header(name), publicUrl))
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
}

function comesFromOwnPage(header: (name: string) => string | undefined, publicUrl: string | undefined): boolean {
  const [site, origin, host] = [header('sec-fetch-site'), header('origin'), header('host')?.toLowerCase()];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  if (publicUrl !== undefined && new URL(publicUrl).host === host) return origin === publicUrl;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** @param isSecure whether the house is reached by https alone; browsers then ask by nothing else for a year. */
export function headers(isSecure: boolean): MiddlewareHandler {
  return secureHeaders({
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
    strictTransportSecurity: isSecure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
  });
}
