/** The way through what one saved. */
import { Link } from '@tanstack/react-router';
import type { SavedAnswer } from '#api/index.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { number } from '../parts/words.ts';

export function SavedPages({
  state,
  answer: { page, pages, total, rows },
}: {
  state: SavedState;
  answer: SavedAnswer;
}) {
  if (total === 0) return null;
  if (pages <= 1 && page <= 1) return <p className="end quiet t-1">That is all.</p>;
  const { page: _page, ...rest } = state;
  const to = (other: number): SavedState => ({ ...rest, ...(other > 1 && { page: other }) });
  return (
    <nav className="end pages" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" to="/saved" search={to(Math.min(page - 1, pages))} activeOptions={{ exact: true }}>
          Previous
        </Link>
      )}
      {page < pages && (
        <Link className="btn" to="/saved" search={to(page + 1)} activeOptions={{ exact: true }}>
          Next
        </Link>
      )}
      <span className="num">
        {rows.length === 0
          ? `Nothing on this page any more. There ${pages === 1 ? 'is one' : `are ${number(pages)}`}.`
          : `Page ${number(page)} of ${number(pages)}`}
      </span>
    </nav>
  );
}
