/** The frame of these pages: the name, what could not be had and why, and the way to be asked for the password again. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CallFailed } from '../parts/api.ts';
import { Confirming } from '../parts/confirming.tsx';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import '../styles/bring.css';
import '../styles/entry.css';
import '../styles/keeping.css';

interface KeptPageOf {
  readonly title: string;
  /** Under the title. */
  readonly says?: ReactNode;
  /** Why the page has nothing to show. */
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

export function KeptPage({ title, says, error, onRetry, children }: KeptPageOf) {
  const code = error instanceof CallFailed ? error.code : undefined;
  // Whoever is not signed in is on the way to the door already.
  if (code === 'sign_in_needed') return null;
  if (code === 'forbidden')
    return (
      <div className="empty">
        <PageHeading title={title} />
        <p>{error?.message}</p>
        <p className="hint">If you need to see this, ask an administrator of your house for the role.</p>
        <Link className="btn" to="/search" search={{}}>
          Search papers
        </Link>
      </div>
    );
  return (
    <Confirming>
      <header className="head">
        <PageHeading title={title} />
        {says}
      </header>
      {error && <Failure error={error} kept="Nothing was changed." onRetry={onRetry} />}
      {children}
    </Confirming>
  );
}

/** What the server said no to, beside what was pressed. */
export function Refused({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="wrong" role="alert">
      {error instanceof CallFailed ? error.message : 'This page could not read the answer.'}
    </p>
  );
}
