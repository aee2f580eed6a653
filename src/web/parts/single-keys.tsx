/** Whether single keys work here: a choice of the person, remembered by the browser, since a stray key can do harm to some. */
import { createContext, use, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { SingleKey } from './key-map.ts';

const REMEMBERED_AS = 'attune.single-keys';

interface Choice {
  readonly isOn: boolean;
  readonly choose: (isOn: boolean) => void;
}

const SingleKeysChoice = createContext<Choice>({ isOn: true, choose: () => undefined });

export function SingleKeys({ children }: { children: ReactNode }) {
  const [isOn, setIsOn] = useState(remembered);
  const choice = useMemo(() => {
    const choose = (wanted: boolean) => {
      setIsOn(wanted);
      remember(wanted);
    };
    return { isOn, choose };
  }, [isOn]);
  return <SingleKeysChoice value={choice}>{children}</SingleKeysChoice>;
}

export function useSingleKeys(): Choice {
  return use(SingleKeysChoice);
}

/** What an element carries that a single key presses: the mark by which it is found, and the word to a screen reader. */
export function useShortcut(key: SingleKey): { 'data-key': SingleKey; 'aria-keyshortcuts'?: SingleKey } {
  const { isOn } = useSingleKeys();
  return { 'data-key': key, ...(isOn && { 'aria-keyshortcuts': key }) };
}

/** A browser may refuse to remember anything; then the keys are on until the page is closed. */
function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED_AS) !== 'off';
  } catch {
    return true;
  }
}

function remember(isOn: boolean): void {
  try {
    localStorage.setItem(REMEMBERED_AS, isOn ? 'on' : 'off');
  } catch {
    // Kept for this page alone.
  }
}
