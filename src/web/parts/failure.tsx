/** Something asked of the server did not come: what happened, what was kept, and the way to ask again. */
import { CallFailed } from './api.ts';
import { Icon } from './icon.tsx';

interface Failed {
  readonly error: Error;
  /** What is still there, as a sentence. */
  readonly kept: string;
  readonly onRetry: () => void;
}

export function Failure({ error, kept, onRetry }: Failed) {
  const isUnreachable = error instanceof CallFailed && error.code === 'unreachable';
  return (
    <div className={`banner ${isUnreachable ? 'is-waiting' : 'is-concern'}`} role="alert">
      <Icon name={isUnreachable ? 'offline' : 'concern'} />
      <p>
        <strong>{error instanceof CallFailed ? error.message : 'This page could not show the answer.'}</strong>{' '}
        {isUnreachable && 'It may be stopped, or the network may be gone. '}
        {kept}
      </p>
      <p className="btns">
        <button className="btn" type="button" onClick={onRetry}>
          Try again
        </button>
      </p>
    </div>
  );
}
