/** For somebody without an account: the newest papers as they came, and what signing in would make of this page. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { TodayAnswer } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { houseQuery } from '../parts/queries.ts';
import { DOOR_WORDS, doorOf } from '../parts/way-in.ts';
import type { Door } from '../parts/way-in.ts';
import { NewestRow } from './feed-row.tsx';
import { NoPapers } from './not-ready.tsx';

type Newest = Extract<TodayAnswer, { kind: 'newest' }>;

export function NewestPapers({ rows }: { rows: Newest['rows'] }) {
  const { data: house } = useQuery(houseQuery());
  if (rows.length === 0) return house ? <NoPapers house={house} /> : null;
  return (
    <>
      <h2 className="sr">Newest papers</h2>
      <ol className="rows" aria-label="Newest papers">
        {rows.map((row) => (
          <li key={row.paper.id}>
            <NewestRow row={row} />
          </li>
        ))}
      </ol>
      <section className="end" aria-label="End of the newest papers">
        <b>These are the newest.</b>
        <p className="end-ways">
          <Link to="/search" search={{}}>
            Search the whole library
          </Link>
        </p>
      </section>
    </>
  );
}

/** @param isFirst whether nothing else on the page is to be done first: only then is the way in its filled button. */
export function NewestRail({ door, isFirst }: { door: Door; isFirst: boolean }) {
  const here = useLocation({ select: ({ href }) => href });
  return (
    <aside className="rail" aria-labelledby="own-today">
      <section className="well">
        <h2 id="own-today">A Today of your own</h2>
        <ul className="gains">
          <li>
            <Icon name="doc" small />
            <span>At most a handful of papers a day, chosen from what you like. Then it ends</span>
          </li>
          <li>
            <Icon name="like" small />
            <span>Each says why it is there, and one press changes that</span>
          </li>
          <li>
            <Icon name="lock" small />
            <span>Only you see what you like, save and read</span>
          </li>
        </ul>
        <p className="btns">
          <Link className={isFirst ? 'btn btn-main' : 'btn'} to={doorOf({ door })} search={{ to: here }}>
            {DOOR_WORDS[door]}
          </Link>
        </p>
      </section>
      <p className="t-1 quiet">
        <Link to="/why/papers">How papers would be chosen</Link>
      </p>
    </aside>
  );
}
