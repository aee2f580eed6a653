/** A page for people with an account, seen by somebody without one: what it would hold, and the way in. */
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeading } from '../parts/page-heading.tsx';
import { DOOR_WORDS, doorOf } from '../parts/way-in.ts';
import type { Door } from '../parts/way-in.ts';

interface Needs {
  readonly title: string;
  readonly door: Door;
  readonly children: ReactNode;
}

export function NeedsAccount({ title, door, children }: Needs) {
  const here = useLocation({ select: ({ href }) => href });
  return (
    <div className="empty">
      <PageHeading title={title} />
      <p>{children}</p>
      <Link className="btn" to={doorOf({ door })} search={{ to: here }}>
        {DOOR_WORDS[door]}
      </Link>
    </div>
  );
}
