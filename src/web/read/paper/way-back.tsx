/** The way back to the search a paper was opened from. It stays over a reload and from paper to paper. */
import { Link, useLocation } from '@tanstack/react-router';
import { Icon } from '../../parts/icon.tsx';
import { shortened } from '../../parts/words.ts';

export function WayBack() {
  const cameFrom = useLocation({ select: ({ state }) => state.cameFrom });
  return (
    <p className="crumb">
      <Link to="/search" search={cameFrom ?? {}}>
        <Icon name="back" small />
        {cameFrom?.q === undefined ? 'Search' : `Search: ${shortened(cameFrom.q)}`}
      </Link>
    </p>
  );
}
