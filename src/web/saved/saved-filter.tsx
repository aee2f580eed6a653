/** Words to find in what one saved. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import type { SavedState } from '../parts/saved-state.ts';

export function SavedFilter({ state }: { state: SavedState }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(state.q ?? '');
  const [shownFor, setShownFor] = useState(state.q);
  if (state.q !== shownFor) {
    // Another search came into the address: it stands in the box, and whoever is in there stays there.
    setShownFor(state.q);
    setTyped(state.q ?? '');
  }
  const { label, sort } = state;
  return (
    <form
      className="with-btn saved-filter"
      role="search"
      aria-label="In saved papers"
      onSubmit={(event) => {
        event.preventDefault();
        const q = typed.trim();
        void navigate({
          to: '/saved',
          search: { ...(label && { label }), ...(sort && { sort }), ...(q !== '' && { q }) },
        });
      }}
    >
      <label className="sr" htmlFor="saved-q">
        Words in saved papers or your notes
      </label>
      <input
        id="saved-q"
        type="search"
        placeholder="Words in them or your notes"
        dir="auto"
        value={typed}
        maxLength={500}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button className="btn" type="submit">
        <Icon name="search" small />
        Find
      </button>
    </form>
  );
}
