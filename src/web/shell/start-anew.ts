/** Another person, or nobody: what was answered before is not theirs to see. */
import type { QueryClient } from '@tanstack/react-query';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';

/** Asks anew who is here. Requests under way are given up: they were another person's. */
export async function lookWhoIsHere(queries: QueryClient): Promise<HouseState> {
  await queries.cancelQueries();
  return queries.fetchQuery({ ...houseQuery(), staleTime: 0 });
}

/** What says who is here, and what a link opens: neither is anybody's own. */
const KEPT: ReadonlySet<unknown> = new Set(['house', 'link']);

/** Takes all other answers out of the page's memory. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) });
  queries.getMutationCache().clear();
}
