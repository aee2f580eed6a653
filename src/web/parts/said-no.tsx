/** The server did not let somebody in: its own sentence, where the eye is. */
import { CallFailed } from './api.ts';
import { Icon } from './icon.tsx';
import { waitInWords } from './said.ts';

interface Refused {
  readonly error: Error;
  /** Seconds that are still to be waited. */
  readonly left: number;
}

export function SaidNo({ error, left }: Refused) {
  const isUnreachable = error instanceof CallFailed && error.code === 'unreachable';
  const isToWait = error instanceof CallFailed && error.code === 'too_many';
  if (isToWait && left === 0)
    return (
      <p className="told" role="status">
        You can try again now.
      </p>
    );
  return (
    <div className={isToWait || isUnreachable ? 'banner is-waiting' : 'banner is-retracted soft'} role="alert">
      <Icon name={isToWait ? 'wait' : isUnreachable ? 'offline' : 'concern'} />
      <p>
        <strong>{error instanceof CallFailed ? error.message : 'This page could not read the answer.'}</strong>
        {isUnreachable && ' It may be stopped, or the network may be gone. What you typed is kept.'}
      </p>
    </div>
  );
}

/** The button of a form that lets somebody in: it comes back by itself after a wait. */
export function EnterButton({ words, isPending, left }: { words: string; isPending: boolean; left: number }) {
  return (
    <button className="btn btn-main" type="submit" aria-disabled={isPending || left > 0 || undefined}>
      {left > 0 ? `Wait ${waitInWords(left)}` : words}
    </button>
  );
}
