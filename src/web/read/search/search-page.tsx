/** The search page: the box, the results, the filters beside them. Its whole state stands in the address. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CallFailed } from '../../parts/api.ts';
import { Covers } from '../../parts/covers.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { facetsQuery, houseQuery, searchQuery } from '../../parts/queries.ts';
import { useSlow } from '../../parts/slow.ts';
import { shortened } from '../../parts/words.ts';
import { Facets } from './facets.tsx';
import { FirstLook } from './first-look.tsx';
import { Results } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { Told } from './told.tsx';
import { SearchTrouble } from './trouble.tsx';

const here = getRouteApi('/search');

export function SearchPage() {
  const state = here.useSearch();
  const { data: house } = useQuery(houseQuery());
  const { data: answer, error, isFetching, isPlaceholderData, refetch } = useQuery(searchQuery(state));
  const facets = useQuery(facetsQuery(state));
  const isSlow = useSlow(isFetching);
  const opens = state.q !== undefined && !isPlaceholderData ? answer?.opens : undefined;
  useOpening(opens);
  const badQuery = error instanceof CallFailed && error.code !== 'unreachable' ? error : undefined;
  const nothingHere = (answer?.library ?? house?.library)?.papers === 0;
  const shown = state.q !== undefined && opens === undefined && !error ? answer : undefined;
  return (
    <>
      <PageHeading className="sr" title={state.q === undefined ? 'Search' : `Search: ${shortened(state.q)}`} />
      <div className="wide find">
        <div className="ask">
          <SearchBox
            state={state}
            isWrong={badQuery !== undefined}
            isSlow={isSlow}
            isSecond={nothingHere}
            onSame={() => void refetch()}
          />
          {shown && !isPlaceholderData && <Told notes={shown.notes} />}
          {error && state.q !== undefined && (
            <SearchTrouble error={error} query={state.q} onRetry={() => void refetch()} />
          )}
        </div>
        {shown && !nothingHere && <Facets state={state} facets={facets.data} hasFailed={facets.isError} />}
        {house && (state.q === undefined || (shown && nothingHere)) && (
          <FirstLook house={house} isEmpty={nothingHere} />
        )}
        <section className="found-list" aria-label="Papers found" aria-busy={isFetching}>
          {shown && !nothingHere && <Results answer={shown} state={state} />}
          {house && <Covers house={house} library={shown?.library ?? house.library} asked={state} />}
        </section>
      </div>
    </>
  );
}

/** A query that is one paper's identifier leads to the paper; the way back skips this stop. */
function useOpening(id: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (id !== undefined) void navigate({ to: '/paper/$', params: { _splat: id }, replace: true });
  }, [id, navigate]);
}
