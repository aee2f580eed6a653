/** The single keys of the house: what each does, and which key press means one. Pure. */

export type SingleKey = '/' | 'j' | 'k' | 'o' | 'l' | 'd' | 's' | 'n' | 'r' | 'x' | 'c' | 'u' | '?';

export const SINGLE_KEYS: readonly { readonly key: SingleKey; readonly does: string }[] = [
  { key: '/', does: 'Go to the search box' },
  { key: 'j', does: 'Next paper in the list' },
  { key: 'k', does: 'Paper before it' },
  { key: 'o', does: 'Open: the paper in the list, or on its page the text itself' },
  { key: 'l', does: 'Like' },
  { key: 'd', does: 'Less like this' },
  { key: 's', does: 'Save' },
  { key: 'n', does: 'Note' },
  { key: 'r', does: 'Mark as read' },
  { key: 'x', does: 'Not again' },
  { key: 'u', does: 'Undo what was just done' },
  { key: 'c', does: 'Copy the paper for the team' },
  { key: '?', does: 'Show these keys' },
];

/** Keys that work in every browser and are never switched off. */
export const PLAIN_KEYS: readonly { readonly key: string; readonly does: string }[] = [
  { key: 'Tab', does: 'Next link, button or field; with Shift the one before' },
  { key: 'Enter', does: 'Follow the link, press the button, send the search' },
  { key: 'Esc', does: 'Close what is open' },
];

/** The part of a keyboard event that decides. */
export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/**
 * The single key that was meant, if any. A modifier makes it somebody else's; Shift counts where a layout needs it for the sign.
 * A key held down goes on through a list and repeats nothing else.
 */
export function keyMeant(press: Press): SingleKey | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const typed = press.shiftKey ? press.key : press.key.toLowerCase();
  const known = SINGLE_KEYS.find(({ key }) => key === typed)?.key;
  if (press.repeat && known !== 'j' && known !== 'k') return undefined;
  return known;
}
