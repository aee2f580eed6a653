/** What the pages for bringing papers in ask the server for. */
import { queryOptions } from '@tanstack/react-query';
import type { JobsAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { isUnderWay } from './job-words.ts';
import type { Question } from './wish.ts';

/** While nothing is known to run; what does is watched more closely. */
const EVERY_MS = 15_000;

export function isBusy(answer: JobsAnswer | undefined): boolean {
  return answer?.jobs.some(isUnderWay) ?? false;
}

export function jobsQuery() {
  return queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => call('jobs', {}, signal),
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
}

/** @param question absent while there is nothing to count. */
export function countQuery(question: Question | undefined) {
  return queryOptions({
    queryKey: ['count in PubMed', question],
    queryFn: ({ signal }) => call('countInPubmed', question ?? {}, signal),
    enabled: question !== undefined,
    // The server has tried several times already, and the person can.
    retry: false,
    staleTime: 10 * 60_000,
  });
}
