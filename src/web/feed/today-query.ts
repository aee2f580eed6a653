/** Today as it is asked of the server: begun while the page itself is still on its way. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../parts/api.ts';
import { keepMarks } from './row-marks.ts';

export function todayQuery() {
  return queryOptions({
    queryKey: ['feed', 'today'],
    queryFn: async ({ client, signal }) => {
      const askedAt = Date.now();
      const answer = await call('today', {}, signal);
      if (answer.kind === 'today') keepMarks(client, answer.places, askedAt);
      return answer;
    },
    // It may be a new day, and a like may have been given in another window or on a phone.
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    retryOnMount: false,
    refetchInterval: ({ state }) => state.data?.kind === 'preparing' && 1_000,
  });
}
