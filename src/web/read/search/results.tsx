/** The papers found: how many, in which order, what they were narrowed to, the papers, and the way on. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { SearchAnswer } from '#api/index.ts';
import { addressOf } from '../../parts/api.ts';
import { FoundRow } from '../../parts/found-row.tsx';
import { changed, filtersOf } from '../../parts/search-state.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { TakeOut } from '../../parts/take-out.tsx';
import { papers } from '../../parts/words.ts';
import { HidingRow } from '../marks/hiding-row.tsx';
import { usePressed } from '../marks/pressed.ts';
import { RowActs } from '../marks/row-acts.tsx';
import { Chosen } from './chosen.tsx';
import { NothingFound } from './nothing-found.tsx';
import { Pages } from './pages.tsx';

export function Results({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const { hits, total, page } = answer;
  usePressed();
  const count = useRef<HTMLHeadingElement>(null);
  const shownPage = useRef(page);
  useEffect(() => {
    // A new page begins at its top, for the eye and for a screen reader.
    if (shownPage.current !== page) count.current?.focus();
    shownPage.current = page;
  }, [page]);
  return (
    <>
      <div className="bar-line">
        {/* Live by itself: a status inside would take the heading its name. */}
        <h2 className="arrival" ref={count} tabIndex={-1} id="found" aria-live="polite" aria-atomic="true">
          {total === 0 ? 'No papers' : papers(total)}
        </h2>
        {total > 1 && <Order state={state} />}
        <Chosen state={state} />
      </div>
      {total === 0 ? (
        <NothingFound state={state} library={answer.library} />
      ) : (
        <ol className="rows" start={1}>
          {hits.map((paper) => (
            <li key={paper.id}>
              <HidingRow paper={paper}>
                <FoundRow paper={paper} cameFrom={state}>
                  <RowActs paper={paper} />
                </FoundRow>
              </HidingRow>
            </li>
          ))}
        </ol>
      )}
      <Pages answer={answer} state={state} />
      {total > 0 && <TakeAllOut total={total} state={state} />}
    </>
  );
}

/** Everything found, in the order it stands in. */
function TakeAllOut({ total, state }: { total: number; state: SearchState }) {
  const { q = '', sort, ...filters } = { ...filtersOf(state), sort: state.sort };
  return (
    <div className="take-all">
      <TakeOut
        what={total === 1 ? 'this paper' : `all ${papers(total)}`}
        address={(format) => addressOf('exportFound', { ...filters, q, ...(sort && { sort }), format })}
        look="btn-link"
      />
    </div>
  );
}

function Order({ state }: { state: SearchState }) {
  const isNewest = state.sort === 'newest';
  const { q, ...filters } = filtersOf(state);
  return (
    <nav className="seg" aria-label="Order">
      <Link
        to="/search"
        search={{ ...(q && { q }), ...filters }}
        resetScroll={false}
        aria-current={isNewest ? undefined : 'true'}
      >
        Best first
      </Link>
      <Link
        to="/search"
        search={changed(state, { sort: 'newest' })}
        resetScroll={false}
        aria-current={isNewest ? 'true' : undefined}
      >
        Newest
      </Link>
    </nav>
  );
}
