/** What the page asks the server for, under which key the answer is kept, and for how long it is good. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';
import type { SavedState } from './saved-state.ts';
import type { SearchState } from './search-state.ts';
import { filtersOf } from './search-state.ts';

/** For what may change by a command, in another window or on a phone: whoever comes back from there finds it as it is now. */
export const CHANGES_ELSEWHERE = { staleTime: 5_000, refetchOnWindowFocus: true } as const;

export function houseQuery() {
  return queryOptions({
    queryKey: ['house'],
    queryFn: ({ signal }) => call('house', {}, signal),
    ...CHANGES_ELSEWHERE,
  });
}

/** One page of results. The page before stays on the screen until the next one is here. */
export function searchQuery(state: SearchState) {
  return queryOptions({
    queryKey: ['search', state],
    queryFn: ({ signal }) => call('search', { ...state, q: state.q ?? '' }, signal),
    enabled: state.q !== undefined,
    // Each arrival asks anew already, before the page is drawn.
    retryOnMount: false,
    placeholderData: keepPreviousData,
  });
}

/** Counted apart from the results, so that these never wait; order and page do not change the counts. */
export function facetsQuery(state: SearchState) {
  const filters = filtersOf(state);
  return queryOptions({
    queryKey: ['facets', filters],
    queryFn: ({ signal }) => call('facets', { ...filters, q: filters.q ?? '' }, signal),
    enabled: state.q !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function paperQuery(id: string) {
  return queryOptions({
    queryKey: ['paper', id],
    queryFn: ({ signal }) => call('paper', { id }, signal),
    retryOnMount: false,
  });
}

/** Papers one saved, as the page's address asks for them. */
export function savedQuery(state: SavedState) {
  return queryOptions({
    queryKey: ['saved', state],
    queryFn: ({ signal }) => call('saved', state, signal),
    placeholderData: keepPreviousData,
    ...CHANGES_ELSEWHERE,
  });
}

/** One's own collections and those that others share. */
export function collectionsQuery() {
  return queryOptions({
    queryKey: ['collections'],
    queryFn: ({ signal }) => call('collections', {}, signal),
    ...CHANGES_ELSEWHERE,
  });
}

export function collectionQuery(id: string) {
  return queryOptions({
    queryKey: ['collection', id],
    queryFn: ({ signal }) => call('collection', { id }, signal),
    retryOnMount: false,
    ...CHANGES_ELSEWHERE,
  });
}
