/** Another person, or nobody: what was answered before is not theirs to see. */
import type { QueryClient } from '@tanstack/react-query';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';

/** Asks anew who is here. Requests under way are given up: they were another person's. */
export async function lookWhoIsHere(queries: QueryClient): Promise<HouseState> {
  await queries.cancelQueries();
  return queries.fetchQuery({ ...houseQuery(), staleTime: 0 });
}

/** Takes all answers out of the page's memory but the one that says who is here. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'house' });
  queries.getMutationCache().clear();
}
