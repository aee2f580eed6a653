/** A button whose press is on its way for a while: it keeps its place and the focus, and a second press changes nothing. */
import type { ReactNode } from 'react';

interface Pressed {
  /** It was pressed, and what it asks for is on its way. */
  readonly isHeard: boolean;
  readonly onPress: () => void;
  readonly look?: string | undefined;
  readonly children: ReactNode;
}

export function Press({ isHeard, onPress, look = 'btn', children }: Pressed) {
  return (
    <button className={look} type="button" aria-disabled={isHeard || undefined} onClick={() => !isHeard && onPress()}>
      {children}
    </button>
  );
}
