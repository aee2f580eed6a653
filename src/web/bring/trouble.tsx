/** A call of these pages that was refused or did not come back. */
import { CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';

interface Troubled {
  readonly error: Error;
  /** What is still there, as a sentence. */
  readonly kept: string;
  readonly onRetry: () => void;
}

/** Where a person is not at the machine, trying again would not help: it is said once, without a button. */
export function Trouble({ error, kept, onRetry }: Troubled) {
  if (error instanceof CallFailed && error.code === 'forbidden') return <OnlyThere />;
  if (error instanceof CallFailed && error.code === 'bad_request')
    return (
      <div className="banner is-retracted soft" role="alert">
        <Icon name="concern" />
        <p>
          <strong>{error.message}</strong>
        </p>
      </div>
    );
  return <Failure error={error} kept={kept} onRetry={onRetry} />;
}

/** Said in place of what only somebody at the machine can do. */
export function OnlyThere() {
  const { port } = window.location;
  return (
    <div className="banner" role="status">
      <Icon name="stop" />
      <p>
        <strong>Papers are brought in at the machine that Attune runs on.</strong> There, open{' '}
        <span className="address">http://localhost{port === '' ? '' : `:${port}`}/bring</span>. Here you can search and
        read.
      </p>
    </div>
  );
}
