/** Signing out. Where that fails it is said beside the button, which is in sight wherever it stands. */
import type { ReactNode } from 'react';
import { CallFailed } from '../parts/api.ts';
import { Press } from '../parts/press.tsx';
import { useLeaving } from './leaving.ts';

interface Leave {
  readonly how?: 'here' | 'everywhere';
  readonly look?: string;
  /** Closes what this stands in; it may be gone itself by then. */
  readonly onGone?: (() => void) | undefined;
  readonly children?: ReactNode;
}

export function LeaveButton({ how = 'here', look = '', onGone, children = 'Sign out' }: Leave) {
  const { mutateAsync, isPending, error } = useLeaving();
  const leave = async () => {
    try {
      await mutateAsync(how);
      onGone?.();
    } catch {
      // Said below.
    }
  };
  return (
    <>
      <Press look={look} isHeard={isPending} onPress={() => void leave()}>
        {isPending ? 'Signing out…' : children}
      </Press>
      {error && !isPending && (
        <p className="not-left" role="alert">
          {error instanceof CallFailed ? error.message : 'The answer could not be read.'} You are still signed in.
        </p>
      )}
    </>
  );
}
