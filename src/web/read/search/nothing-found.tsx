/** No paper was found: said plainly, with what to take away. */
import { Link } from '@tanstack/react-router';
import type { LibraryState } from '#api/index.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { papers } from '../../parts/words.ts';
import { choices } from './chosen.tsx';

export function NothingFound({ state, library }: { state: SearchState; library: LibraryState }) {
  const filters = choices(state);
  const { q, sort } = state;
  return (
    <div className="empty">
      <p>
        None of the {papers(library.papers)} here has all of this
        {filters.length > 0 && ' and passes what you narrowed it to'}.
      </p>
      {filters.length > 1 && (
        <Link
          className="btn"
          to="/search"
          search={{ ...(q && { q }), ...(sort && { sort }) }}
          activeOptions={{ exact: true }}
        >
          Search without the {filters.length} filters
        </Link>
      )}
      {filters.length === 1 && (
        <Link className="btn" to="/search" search={filters[0]?.without ?? {}} activeOptions={{ exact: true }}>
          Search without “{filters[0]?.words}”
        </Link>
      )}
      <ul className="mini hint">
        <li>Fewer words find more: every word has to be in the paper.</li>
        <li>Words in quotes must stand side by side. Without the quotes they may stand anywhere.</li>
        <li>A tag such as [ti] looks in one field alone. Without it the whole record is looked through.</li>
      </ul>
    </div>
  );
}
