/** What was pressed before the way in, in words. Pure. */
import type { Wanted } from '../parts/wanted.ts';

type Pressed = NonNullable<Wanted['act']>;

const WORDS: Readonly<Partial<Record<Pressed, { readonly to: string; readonly after: string }>>> = {
  like: { to: 'like this paper', after: 'is liked once you are in.' },
  less: { to: 'see less like this', after: 'is put aside once you are in.' },
  save: { to: 'save this paper', after: 'is saved once you are in.' },
  read: { to: 'mark this paper as read', after: 'is marked as read once you are in.' },
  hide: { to: 'not see this paper again', after: 'is not shown again once you are in.' },
  note: { to: 'write a note', after: 'waits for your note once you are in.' },
};

/**
 * @param way how one comes in: `Sign in`.
 * @returns the name of the page, and how the sentence about the paper goes on.
 */
export function pressWords(way: string, act: Wanted['act']): { readonly title: string; readonly after?: string } {
  const words = act && WORDS[act];
  return words === undefined ? { title: way } : { title: `${way} to ${words.to}`, after: words.after };
}

/** Where one goes back to without coming in; undefined where what one came from needs an account as well. */
export function wayBack(to: string | undefined): string | undefined {
  if (to === undefined) return undefined;
  if (to.startsWith('/paper/')) return 'Back to the paper';
  if (/^\/today(?:[?#]|$)/.test(to)) return 'Back to Today';
  return /^\/search(?:[?#]|$)/.test(to) ? 'Back to the search' : undefined;
}
