/** The line that says why a paper stands where it stands; a liked paper in it leads to that paper. */
import { Link } from '@tanstack/react-router';
import type { FeedRow } from '#api/index.ts';
import { shortened } from '../parts/words.ts';
import { whyParts } from './why-words.ts';

type Row = Pick<FeedRow, 'why' | 'isExploration' | 'moved'>;

export function WhyLine({ row, isPlain = false }: { row: Row; isPlain?: boolean }) {
  return (
    <p className="why">
      <b>Why:</b>{' '}
      {whyParts(row).map((part, at) =>
        'words' in part ? (
          <span key={at}>{part.words}</span>
        ) : (
          <span key={at} className="lit" dir="auto">
            “<Title {...part.paper} isPlain={isPlain} />”
          </span>
        ),
      )}
    </p>
  );
}

function Title({ id, title, isPlain }: { id: string; title: string; isPlain: boolean }) {
  const words = shortened(title, 90);
  if (isPlain) return words;
  return (
    <Link to="/paper/$" params={{ _splat: id }}>
      {words}
    </Link>
  );
}
