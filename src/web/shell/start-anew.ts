/** Another person, or nobody: what was answered before is not theirs to see. */
import type { QueryClient } from '@tanstack/react-query';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';

/** Asks anew who is here. Requests under way are given up: they were another person's. */
export async function lookWhoIsHere(queries: QueryClient): Promise<HouseState> {
  await queries.cancelQueries();
  return queries.fetchQuery({ ...houseQuery(), staleTime: 0 });
}

type Asked = { readonly queryKey: readonly unknown[] };

/** Who is here is asked by itself. */
const isOther = ({ queryKey }: Asked): boolean => queryKey[0] !== 'house';
/** What somebody typed before they signed in is theirs still. */
const isNoDraft = ({ queryKey }: Asked): boolean => queryKey[0] !== 'list to check';

/** For whoever was nobody and is somebody now: the answers go, what they typed stays. */
export function forgetStrangers(queries: QueryClient): void {
  queries.removeQueries({ type: 'inactive', predicate: (query) => isOther(query) && isNoDraft(query) });
  void queries.invalidateQueries({ predicate: isOther, refetchType: 'none' });
  queries.getMutationCache().clear();
}

/** Takes the answers out of the page's memory that are not on the screen; those that are count as old. Call it where nothing private is drawn. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ type: 'inactive', predicate: isOther });
  void queries.invalidateQueries({ predicate: isOther, refetchType: 'none' });
  queries.getMutationCache().clear();
}

/** Asks anew for what is on the screen as well, and shows nothing of it until then: it was another person's. */
export function forgetScreen(queries: QueryClient): void {
  forgetAnswers(queries);
  void queries.resetQueries({ type: 'active', predicate: isOther });
}
