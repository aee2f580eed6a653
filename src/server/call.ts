/** One request as its handler sees it: who calls, of which house, and the way to hand them a session. */
import type { ReadableStream } from 'node:stream/web';
import type { Session, SessionKind } from '#people/index.ts';
import { AppError } from '#model/index.ts';
import type { ServerHouse } from './house.ts';

/** The body of a request that is a file; null for one without a body. */
export type FileBody = ReadableStream<Uint8Array> | null;

export interface Caller {
  /** Undefined where nobody is signed in. */
  readonly session: Session | undefined;
  /** Whether somebody at the machine itself calls, and not by a proxy there. */
  readonly isLocal: boolean;
  /** The client's, as far as proxies that are trusted tell it; undefined where the request came by no socket. */
  readonly address: string | undefined;
}

export interface Call extends Caller {
  /** The house that was open when the request was let in; it stays the same to its end. */
  readonly house: ServerHouse;
  readonly file: FileBody;
  /** Has the browser carry this session from now on. */
  carry(house: Pick<ServerHouse, 'id'>, token: string, kind: SessionKind): void;
  /** Has it forget the one it carries. */
  drop(): void;
}

/** @throws AppError `sign_in_needed` */
export function signedIn({ session }: Pick<Caller, 'session'>): Session {
  if (session !== undefined) return session;
  throw new AppError('sign_in_needed', 'Sign in to do this.');
}
