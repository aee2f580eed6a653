/**
 * What somebody without an account was about to do when the page led them to the way in: where they were, and what they pressed.
 * It stands in the address, so it is checked as anything typed by a stranger: the way back never leaves this house.
 */
import type { Act } from '#api/index.ts';

export interface Wanted {
  /** A path of this house with its query and fragment. */
  readonly to?: string;
  readonly act?: Act | 'note';
  readonly paper?: string;
}

const ACTS: ReadonlySet<string> = new Set<Act | 'note'>(['like', 'less', 'save', 'read', 'hide', 'note']);

export function readWanted(raw: Record<string, unknown>): Wanted {
  const { to, act, paper } = raw;
  const path = ownPath(to);
  const isAct = typeof act === 'string' && ACTS.has(act) && typeof paper === 'string' && /^[\w-]{1,200}$/.test(paper);
  return {
    ...(path !== undefined && { to: path }),
    ...(isAct && { act: act as Act | 'note', paper: paper as string }),
  };
}

/** Judged as a browser resolves it: tabs, backslashes, doubled and encoded slashes must not lead to another origin. */
function ownPath(raw: unknown): string | undefined {
  const HERE = 'https://house.invalid';
  if (typeof raw !== 'string' || !raw.startsWith('/') || !URL.canParse(raw, HERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(raw, HERE);
  const isOwn = origin === HERE && !/^\/[/\\]/.test(pathname) && !/^\/(?:%2f|%5c)/i.test(pathname);
  return isOwn ? `${pathname}${search}${hash}` : undefined;
}
