/** A paper of the feed: what decides whether to open it, how old it is, why it is here, and what one can do with it. */
import type { FeedRow as Row } from '#api/index.ts';
import { FoundRow } from '../parts/found-row.tsx';
import { RowActs } from '../read/marks/row-acts.tsx';
import { WhyLine } from './why-line.tsx';

/** The reason stands where a list of results has the authors: it says more of whether to open the paper. */
export function FeedRow({ row }: { row: Row }) {
  return (
    <FoundRow paper={{ ...aged(row), authors: '' }} isNew={row.isNew}>
      <WhyLine row={row} />
      <RowActs paper={row.paper} />
    </FoundRow>
  );
}

/** In the feed the age stands where a list of results has the date. */
function aged({ paper, age }: Pick<Row, 'paper' | 'age'>): Row['paper'] {
  return { ...paper, dateInWords: age };
}

/** A row of the newest papers, for somebody of whom nothing is known. */
export function NewestRow({ row: { paper, age } }: { row: Pick<Row, 'paper' | 'age'> }) {
  return (
    <FoundRow paper={aged({ paper, age })}>
      <RowActs paper={paper} />
    </FoundRow>
  );
}
