/** The way through the results, to the last of them. */
import { Link } from '@tanstack/react-router';
import type { SearchAnswer } from '#api/index.ts';
import { changed } from '../../parts/search-state.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { number } from '../../parts/words.ts';

export function Pages({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const { page, pages, total, hits } = answer;
  if (total === 0) return null;
  if (pages <= 1) return <p className="end quiet t-1">That is all.</p>;
  // Every page but the last is full, so a page's own length tells how many came before it.
  const first = page < pages ? (page - 1) * hits.length + 1 : total - hits.length + 1;
  const last = first + hits.length - 1;
  return (
    <nav className="end pages" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" to="/search" search={changed(state, { page: page - 1 })} activeOptions={{ exact: true }}>
          Previous
        </Link>
      )}
      {page < pages && (
        <Link className="btn" to="/search" search={changed(state, { page: page + 1 })} activeOptions={{ exact: true }}>
          Next
        </Link>
      )}
      <span className="num">
        {hits.length > 0
          ? `Papers ${number(first)}–${number(last)} of ${number(total)}`
          : `Nothing on this page. There are ${number(pages)}.`}
      </span>
    </nav>
  );
}
