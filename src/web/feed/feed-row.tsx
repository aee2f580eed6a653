/** A paper of the feed: what decides whether to open it, how old it is, why it is here, and what one can do with it. */
import type { FeedRow as Row } from '#api/index.ts';
import { FoundRow } from '../parts/found-row.tsx';
import { RowActs } from '../read/marks/row-acts.tsx';
import { WhyLine } from './why-line.tsx';

export function FeedRow({ row }: { row: Row }) {
  return (
    <FoundRow paper={aged(row)}>
      <WhyLine row={row} />
      <RowActs paper={row.paper} />
    </FoundRow>
  );
}

/** In the feed the age stands where a list of results has the date. */
function aged({ paper, age, isNew }: Pick<Row, 'paper' | 'age' | 'isNew'>): Row['paper'] {
  return { ...paper, dateInWords: isNew ? `New, ${age}` : age };
}

/** A row of the newest papers, for somebody of whom nothing is known. */
export function NewestRow({ row: { paper, age } }: { row: Pick<Row, 'paper' | 'age'> }) {
  return (
    <FoundRow paper={aged({ paper, age, isNew: false })}>
      <RowActs paper={paper} />
    </FoundRow>
  );
}
