/** Listens for single keys and does what they stand for. Nothing happens while somebody types or while a sheet is open. */
import { useEffect, useEffectEvent } from 'react';
import { keyMeant } from '../parts/key-map.ts';
import type { SingleKey } from '../parts/key-map.ts';
import { useSingleKeys } from '../parts/single-keys.tsx';

interface Steps {
  readonly toBox: () => void;
  readonly toHelp: () => void;
}

export function useKeyboard(steps: Steps): void {
  const { isOn } = useSingleKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    if (isDone(keyMeant(event), steps)) event.preventDefault();
  });
  useEffect(() => {
    if (!isOn) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
}

/** Does what the key stands for. @returns whether it meant something here; if not, it stays the browser's. */
function isDone(key: SingleKey | undefined, { toBox, toHelp }: Steps): boolean {
  switch (key) {
    case '/':
      toBox();
      return true;
    case '?':
      toHelp();
      return true;
    case 'j':
      return isMovedBy(1);
    case 'k':
      return isMovedBy(-1);
    case 'o':
      return isPressed(document.querySelector('[data-key="o"]') ?? rowInFocus());
    case 'l':
    case 'd':
    case 's':
    case 'n':
    case 'r':
    case 'x':
      return isPressed(ofPaper(key));
    case 'c':
    case 'u':
      return isPressed(document.querySelector(`[data-key="${key}"]`));
    case undefined:
      return false;
  }
}

/** What stands for each row of a list of papers, in its order: the title, or what shows a folded one. */
function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.rows :is(.row-title a, .folded button:not([hidden]))')];
}

/** Of the row in focus, where there is a list; of the paper of the page otherwise. */
function ofPaper(key: SingleKey): Element | null | undefined {
  const around = rows().length > 0 ? rowInFocus()?.closest('li') : document;
  return around?.querySelector(`[data-key="${key}"]`);
}

function rowInFocus(): HTMLElement | undefined {
  return rows().find((title) => title.closest('li')?.contains(document.activeElement));
}

/** Goes to the next row or the one before; from outside the list to its first or last. */
function isMovedBy(step: 1 | -1): boolean {
  const titles = rows();
  const now = rowInFocus();
  const next = now === undefined ? titles.at(step === 1 ? 0 : -1) : titles[titles.indexOf(now) + step];
  if (next === undefined) return titles.length > 0;
  next.focus();
  next.closest('li')?.scrollIntoView({ block: 'nearest' });
  return true;
}

function isPressed(target: Element | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  target.click();
  return true;
}

/** Boxes to tick and buttons take no letters, so keys may pass over them. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}
