/** A call of these pages that was refused or did not come back. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';
import { houseQuery } from '../parts/queries.ts';

interface Troubled {
  readonly error: Error;
  /** What is still there, as a sentence. */
  readonly kept: string;
  readonly onRetry: () => void;
}

/** Where a person is not at the machine, trying again would not help: it is said once, without a button. */
export function Trouble({ error, kept, onRetry }: Troubled) {
  if (error instanceof CallFailed && error.code === 'forbidden') return <NotYours />;
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

/** Said in place of what only a librarian can do, or only somebody at the machine as long as nobody has an account. */
export function NotYours() {
  const { data: house } = useQuery(houseQuery());
  const href = useLocation({ select: (location) => location.href });
  if (house?.door !== 'sign-in') return <OnlyThere />;
  const { you, contact } = house;
  return (
    <div className="banner" role="status">
      <Icon name="stop" />
      <p>
        <strong>Librarians and administrators bring papers in.</strong>{' '}
        {you === undefined ? 'If you are one, sign in.' : 'You can ask for papers: one of them lets it go on.'}
        {contact !== undefined && (
          <>
            {' '}
            Help: <a href={`mailto:${contact}`}>{contact}</a>
          </>
        )}
      </p>
      {you === undefined && (
        <p className="btns">
          <Link className="btn" to="/sign-in" search={{ to: href }}>
            Sign in
          </Link>
        </p>
      )}
    </div>
  );
}

function OnlyThere() {
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
