/** The list could not be checked: why, and what can be done. What was written stays. */
import { CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWayIn } from '../parts/way-in.ts';

interface Refusal {
  readonly error: Error;
  /** What is still there, as a sentence. */
  readonly kept: string;
  readonly onRetry: () => void;
}

export function Refused({ error, kept, onRetry }: Refusal) {
  const toWayIn = useWayIn();
  const needsSigningIn = error instanceof CallFailed && error.code === 'sign_in_needed';
  if (!needsSigningIn || toWayIn === undefined) return <Failure error={error} kept={kept} onRetry={onRetry} />;
  return (
    <div className="banner" role="alert">
      <Icon name="stop" />
      <p>
        <strong>{error.message}</strong> {kept}
      </p>
      <p className="btns">
        <button className="btn" type="button" onClick={() => toWayIn({})}>
          Sign in
        </button>
      </p>
    </div>
  );
}
