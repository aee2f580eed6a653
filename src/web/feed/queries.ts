/** What the other pages of the feed ask for, and for how long the answers are good. */
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { call } from '../parts/api.ts';
import { CHANGES_ELSEWHERE } from '../parts/queries.ts';
import type { Interest } from './interest.ts';
import { keepMarks } from './row-marks.ts';

const SOON = 2_000;

/** One page of everything behind Today. It is asked for again until everything was ranked. */
export function streamQuery(page: number) {
  return queryOptions({
    queryKey: ['feed', 'stream', page],
    queryFn: async ({ client, signal }) => {
      const askedAt = Date.now();
      const answer = await call('stream', { page }, signal);
      keepMarks(client, answer.rows, askedAt);
      return answer;
    },
    placeholderData: keepPreviousData,
    retryOnMount: false,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'preparing' ? SOON / 2 : data?.state === 'ranked' && !data.isWhole && SOON,
  });
}

export function daysQuery() {
  return queryOptions({ queryKey: ['feed', 'days'], queryFn: ({ signal }) => call('feedDays', {}, signal) });
}

export function dayQuery(day: string) {
  return queryOptions({
    queryKey: ['feed', 'day', day],
    queryFn: async ({ client, signal }) => {
      const askedAt = Date.now();
      const answer = await call('feedDay', { day }, signal);
      keepMarks(client, answer.rows, askedAt);
      return answer;
    },
    retryOnMount: false,
  });
}

export function profileQuery() {
  return queryOptions({
    queryKey: ['feed', 'profile'],
    queryFn: ({ signal }) => call('feedProfile', {}, signal),
    ...CHANGES_ELSEWHERE,
  });
}

/** What a start over took away, as long as the window is open: the way to have it back; empty where it is back. */
export function beforeQuery() {
  return queryOptions<string>({ queryKey: ['feed', 'before'], queryFn: skipToken, gcTime: Infinity });
}

/** @param q what is looked for; empty for what is often chosen. */
export function choicesQuery(q: string) {
  return queryOptions({
    queryKey: ['feed', 'choices', q],
    queryFn: ({ signal }) => call('interestChoices', { q }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => state.data?.isPreparing === true && SOON,
  });
}

export function previewQuery(interests: readonly Interest[]) {
  return queryOptions({
    queryKey: ['feed', 'preview', interests],
    queryFn: ({ signal }) => call('previewFeed', { interests: [...interests] }, signal),
    placeholderData: keepPreviousData,
    enabled: interests.length > 0,
  });
}
