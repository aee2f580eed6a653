/** What the results were narrowed to: a chip for each filter, which takes it off again. */
import { Link } from '@tanstack/react-router';
import { languageName } from '#model/index.ts';
import { Icon } from '../../parts/icon.tsx';
import { changed, listed, toggled } from '../../parts/search-state.ts';
import type { SearchState } from '../../parts/search-state.ts';

export interface Choice {
  readonly words: string;
  /** The search without it. */
  readonly without: SearchState;
}

/** The filters of a search in words, in the order of the page. */
export function choices(state: SearchState): readonly Choice[] {
  const { from, to, types, languages, abstract } = state;
  const list: Choice[] = [];
  if (from !== undefined || to !== undefined) {
    list.push({ words: span(from, to), without: changed(state, { from: undefined, to: undefined }) });
  }
  for (const type of listed(types)) {
    list.push({ words: type, without: changed(state, { types: toggled(types, type) }) });
  }
  for (const code of listed(languages)) {
    list.push({ words: languageName(code), without: changed(state, { languages: toggled(languages, code) }) });
  }
  if (abstract) list.push({ words: 'With an abstract', without: changed(state, { abstract: undefined }) });
  return list;
}

export function Chosen({ state }: { state: SearchState }) {
  const list = choices(state);
  if (list.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label="Chosen">
      {list.map(({ words, without }) => (
        <Link
          key={words}
          className="chip chip-off"
          to="/search"
          search={without}
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {words}
          <Icon name="close" small />
          <span className="sr">take away</span>
        </Link>
      ))}
    </div>
  );
}

function span(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `Until ${to}`;
  if (to === undefined) return `From ${from}`;
  return from === to ? `${from}` : `${from} to ${to}`;
}
