/** Pages for an address that leads nowhere, and for a page that broke. */
import { Link, useRouter } from '@tanstack/react-router';
import { PageHeading } from '../parts/page-heading.tsx';

export function NoSuchPage() {
  return (
    <div className="empty">
      <PageHeading title="Nothing at this address" />
      <p>There is no page here. The paper may have been merged with another record.</p>
      <Link className="btn" to="/search">
        Search for it
      </Link>
    </div>
  );
}

/** Shown in place of a page whose drawing failed; the frame around it stays. */
export function BrokenPage() {
  const router = useRouter();
  return (
    <div className="empty">
      <PageHeading title="This page could not be drawn" />
      <p>The fault is in Attune, not in what you did. Nothing in your library was changed.</p>
      <button className="btn" type="button" onClick={() => void router.invalidate()}>
        Try again
      </button>
    </div>
  );
}
