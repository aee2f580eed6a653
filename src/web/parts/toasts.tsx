/** The one word about what was just done, with the way to take it back. It stays long enough to be read and reached. */
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { CallFailed } from './api.ts';
import { houseQuery } from './queries.ts';
import { useShortcut } from './single-keys.tsx';

/** In milliseconds: time to read it; with something to press, time to get there. */
const STAYS = 5_000;
const STAYS_WITH_BUTTON = 10_000;

export interface Told {
  readonly words: string;
  /** What the button beside the words does. */
  readonly press?: () => void;
  /** What stands on it, where it is not “Undo”. */
  readonly button?: string;
}

export type Tell = (told: Told) => void;

const TellOfIt = createContext<Tell>(() => undefined);

export function useTell(): Tell {
  return use(TellOfIt);
}

/** Says that what was pressed did not happen, and why. */
export function useTellFailure(): (error: unknown) => void {
  const tell = useTell();
  return (error) => tell({ words: notDone(error) });
}

export function notDone(error: unknown): string {
  return error instanceof CallFailed ? `Not done: ${error.message}` : 'Not done: the answer could not be read.';
}

export function Toasts({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<Told & { times: number }>();
  const [isHeld, setIsHeld] = useState(false);
  const { data: house } = useQuery(houseQuery());
  const [whose, setWhose] = useState(house?.you?.id);
  if (house?.you?.id !== whose) {
    // What was said to one person is not for the next one at this computer, and still less to be undone by them.
    setWhose(house?.you?.id);
    setTold(undefined);
  }
  const undoKey = useShortcut('u');
  const tell = useCallback<Tell>((next) => setTold((before) => ({ ...next, times: (before?.times ?? 0) + 1 })), []);
  useEffect(() => {
    if (told === undefined || isHeld) return;
    const timer = setTimeout(() => setTold(undefined), told.press ? STAYS_WITH_BUTTON : STAYS);
    return () => clearTimeout(timer);
  }, [told, isHeld]);
  const close = () => {
    setTold(undefined);
    setIsHeld(false);
  };
  return (
    <TellOfIt value={tell}>
      {children}
      <div
        className={told ? 'toast' : undefined}
        // Nobody has to be quick: it waits while the pointer or the focus is on it.
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        <div role="status" aria-live="polite">
          {told && <p key={told.times}>{told.words}</p>}
        </div>
        {told?.press && (
          <button
            type="button"
            {...(told.button === undefined && undoKey)}
            onClick={() => {
              close();
              told.press?.();
            }}
          >
            {told.button ?? 'Undo'}
          </button>
        )}
      </div>
    </TellOfIt>
  );
}
