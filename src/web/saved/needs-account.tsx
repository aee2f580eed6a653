/** A page for people with an account, seen by somebody without one: what it would hold, and the way in. */
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HouseState } from '#api/index.ts';
import { PageHeading } from '../parts/page-heading.tsx';

const WAYS: Readonly<Record<HouseState['door'], string>> = {
  'sign-in': 'Sign in',
  'walk-in': 'Walk in',
  'set-up': 'Set up your account',
};

interface Needs {
  readonly title: string;
  readonly door: HouseState['door'];
  readonly children: ReactNode;
}

export function NeedsAccount({ title, door, children }: Needs) {
  const here = useLocation({ select: ({ href }) => href });
  return (
    <div className="empty">
      <PageHeading title={title} />
      <p>{children}</p>
      <Link className="btn" to={`/${door}`} search={{ to: here }}>
        {WAYS[door]}
      </Link>
    </div>
  );
}
