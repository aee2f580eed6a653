/**
 * The one cookie of the house: a session's token. It carries the house's id, so that two houses under one name do not take each
 * other's, and the `__Host-` prefix wherever the connection is encrypted.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SessionKind } from '#people/index.ts';

const OWN_DEVICE_S = 90 * 24 * 3_600;

/** @param isSecure whether the house is reached by https alone. */
export function sessionCookie(houseId: string, isSecure: boolean) {
  const name = `${isSecure ? '__Host-' : ''}sid-${houseId.slice(0, 8)}`;
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const;
  return {
    read: (context: Context): string | undefined => getCookie(context, name),
    /** On one's own device for ninety days from now; on a shared one until the browser is closed, if the session is not over before. */
    write(context: Context, token: string, kind: SessionKind): void {
      setCookie(context, name, token, { ...options, ...(kind === 'own' ? { maxAge: OWN_DEVICE_S } : {}) });
    },
    clear: (context: Context): void => void deleteCookie(context, name, options),
  };
}
