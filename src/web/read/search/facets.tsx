/** Ways to narrow the results. They are counted apart and may come later, or not at all: the papers stand without them. */
import { useNavigate } from '@tanstack/react-router';
import type { Facets as Counts } from '#api/index.ts';
import { languageName } from '#model/index.ts';
import { changed, listed, toggled } from '../../parts/search-state.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { choices } from './chosen.tsx';
import { FacetList, Pick } from './facet-list.tsx';
import { Years } from './years.tsx';

interface Narrowing {
  readonly state: SearchState;
  /** Absent while they are counted. */
  readonly facets: Counts | undefined;
  readonly hasFailed: boolean;
}

export function Facets({ state, facets, hasFailed }: Narrowing) {
  const navigate = useNavigate();
  const chosen = choices(state).length;
  const narrow = (change: Parameters<typeof changed>[1]) => {
    void navigate({ to: '/search', search: changed(state, change), resetScroll: false });
  };
  return (
    <details className="facets">
      <summary>Narrow these{chosen > 0 && `: ${chosen} chosen`}</summary>
      <div className="facets-in" role="group" aria-label="Narrow these">
        {hasFailed && <p className="hint">The counts could not be had. The papers are not affected.</p>}
        <FacetList
          name="Type"
          values={facets?.types ?? []}
          chosen={listed(state.types)}
          nameOf={(value) => value}
          onToggle={(value) => narrow({ types: toggled(state.types, value) })}
        />
        <Years state={state} years={facets?.years ?? []} onChange={narrow} />
        <FacetList
          name="Language"
          values={facets?.languages ?? []}
          chosen={listed(state.languages)}
          nameOf={languageName}
          onToggle={(value) => narrow({ languages: toggled(state.languages, value) })}
        />
        <fieldset className="facet">
          <legend>To read here</legend>
          <Pick
            words="With an abstract"
            count={facets?.withAbstract}
            isChosen={state.abstract === 'yes'}
            onToggle={() => narrow({ abstract: state.abstract === 'yes' ? undefined : 'yes' })}
          />
        </fieldset>
      </div>
    </details>
  );
}
