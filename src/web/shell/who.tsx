/** Who is signed in, with the ways to their own page and out; or the way in. */
import { Link, useLocation } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { DOOR_WORDS, doorOf } from '../parts/way-in.ts';
import { isBeforeDoor } from './doors.ts';
import { LeaveButton } from './leave-button.tsx';

interface WhoIs {
  readonly house: HouseState;
  /** Closes what this stands in. */
  readonly onGo?: () => void;
}

export function Who({ house, onGo }: WhoIs) {
  const { you } = house;
  if (you === undefined) return <WayIn house={house} {...(onGo && { onGo })} />;
  return (
    <div className="who">
      <p className="who-name" dir="auto">
        {you.name}
      </p>
      <Link to="/you" onClick={onGo}>
        Settings and privacy
      </Link>
      <LeaveButton onGone={onGo} />
    </div>
  );
}

function WayIn({ house, onGo }: { house: HouseState; onGo?: () => void }) {
  const { pathname, href } = useLocation();
  if (isBeforeDoor(pathname)) return null;
  return (
    <Link className="btn way-in" to={doorOf(house)} search={{ to: href }} onClick={onGo}>
      {DOOR_WORDS[house.door]}
    </Link>
  );
}
