/** Somebody came to a door that this house does not have, or is in already. */
import { Link, useRouter } from '@tanstack/react-router';
import type { HouseState, You } from '#api/index.ts';
import { useState } from 'react';
import { PageHeading } from '../parts/page-heading.tsx';
import type { Wanted } from '../parts/wanted.ts';
import { DOOR_WORDS, doorOf } from '../parts/way-in.ts';
import { LeaveButton } from '../shell/leave-button.tsx';

const SAYS: Readonly<Record<HouseState['door'], { title: string; says: string }>> = {
  'walk-in': {
    title: 'In the sample nobody needs a password',
    says: 'Its people are fictional. You walk in as one of them.',
  },
  'set-up': {
    title: 'Nobody has an account here yet',
    says: 'The first one is made by whoever runs this house.',
  },
  'sign-in': {
    title: 'This house is set up',
    says: 'You come in with your e-mail address and your password.',
  },
};

export function OtherDoor({ house, wanted }: { house: HouseState; wanted: Wanted }) {
  const { title, says } = SAYS[house.door];
  return (
    <div className="empty">
      <PageHeading title={title} />
      <p>{says}</p>
      <Link className="btn btn-main" to={doorOf(house)} search={wanted}>
        {DOOR_WORDS[house.door]}
      </Link>
    </div>
  );
}

/** Whoever was signed in when the page was opened; somebody who is let in by it is on the way elsewhere already. */
export function useAlreadyIn(house: HouseState | undefined): You | undefined {
  const [before] = useState(house?.you?.id);
  return house?.you?.id === before ? house?.you : undefined;
}

export function AlreadyIn({ you, wanted }: { you: You; wanted: Wanted }) {
  const router = useRouter();
  return (
    <div className="empty">
      <PageHeading title="You are signed in" />
      <p dir="auto">As {you.name}.</p>
      <div className="btns">
        <button className="btn btn-main" type="button" onClick={() => router.history.push(wanted.to ?? '/today')}>
          Go on
        </button>
        <LeaveButton look="btn" />
      </div>
    </div>
  );
}
