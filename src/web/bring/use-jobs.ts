/**
 * The jobs as they stand, and what a person does with them. As long as one runs it is looked at every second, also while the
 * person reads elsewhere: what came in is counted, and the list on the screen is asked for anew once all of it is there.
 */
import { QueryObserver, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FetchWish, JobsAnswer, JobView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { cameIn, isUnderWay } from './job-words.ts';
import { isBusy, jobsQuery } from './queries.ts';

export function useJobs() {
  const queries = useQueryClient();
  const jobs = useQuery(jobsQuery());
  const isAnyBusy = isBusy(jobs.data);
  useEffect(() => {
    if (isAnyBusy) watch(queries);
  }, [isAnyBusy, queries]);
  return jobs;
}

const WHILE_RUNNING_MS = 1_000;
/** While all that is under way waits to try again. */
const WHILE_WAITING_MS = 5_000;
const watched = new WeakSet<QueryClient>();

/** Watches until nothing runs any more; a second call while it does changes nothing. */
function watch(queries: QueryClient): void {
  if (watched.has(queries)) return;
  watched.add(queries);
  let before = queries.getQueryData(jobsQuery().queryKey);
  const end = new QueryObserver(queries, { ...jobsQuery(), refetchInterval: pace }).subscribe(({ data }) => {
    if (data === undefined) return;
    tell(queries, before, data);
    before = data;
    if (isBusy(data)) return;
    watched.delete(queries);
    end();
  });
}

function pace({ state }: { state: { data: JobsAnswer | undefined } }): number {
  const runs = state.data?.jobs.some((job) => isUnderWay(job) && job.againAt === undefined) ?? false;
  return runs ? WHILE_RUNNING_MS : WHILE_WAITING_MS;
}

function tell(queries: QueryClient, before: JobsAnswer | undefined, now: JobsAnswer): void {
  const running = new Set(now.jobs.filter(isUnderWay).map(({ id }) => id));
  const hasEnded = before?.jobs.some((job) => isUnderWay(job) && !running.has(job.id)) ?? false;
  if (!hasEnded && sum(before) === sum(now)) return;
  void queries.invalidateQueries({ queryKey: ['house'] });
  // While papers come in, the list under the reader's eyes stays as it is; any other is asked for anew.
  const refetchType = hasEnded ? 'active' : 'none';
  for (const key of ['search', 'facets', 'paper']) void queries.invalidateQueries({ queryKey: [key], refetchType });
}

function sum(answer: JobsAnswer | undefined): number {
  return answer?.jobs.reduce((count, job) => count + cameIn(job) + job.deleted, 0) ?? 0;
}

/** Jobs somebody began, stopped or let go on in this window, for as long as it is open. */
const touched = new Set<number>();

/** Whether the page on which papers are brought should still show it: it runs, or has to do with what was done in this window. */
export function isOfNow(job: JobView): boolean {
  const latest = job.endedAt ?? job.createdAt;
  return isUnderWay(job) || touched.has(job.id) || Date.parse(latest) >= performance.timeOrigin;
}

/** Puts what a call told of one job into the list at once, and has the list asked for anew. */
function useTaken(): (answer: { job: JobView }) => void {
  const queries = useQueryClient();
  return ({ job }) => {
    touched.add(job.id);
    queries.setQueryData(jobsQuery().queryKey, (answer) =>
      answer === undefined ? undefined : { ...answer, jobs: [job, ...answer.jobs.filter(({ id }) => id !== job.id)] },
    );
    void queries.invalidateQueries({ queryKey: jobsQuery().queryKey });
  };
}

export function useBring() {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (wish: Partial<FetchWish>) => call('fetch', wish), onSuccess });
}

/** Sends files one after the other; each becomes a job as soon as it is here. */
export function useSendFiles() {
  const taken = useTaken();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) taken(await call('importFile', { name: file.name }, undefined, file));
    },
  });
}

export function useStop(id: number) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: () => call('stopJob', { id }), onSuccess });
}

export function useResume(id: number) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: () => call('resumeJob', { id }), onSuccess });
}

/** For a job that waits to try again: it is let go on at once, which the server does for one that stopped. */
export function useTryNow(id: number) {
  const onSuccess = useTaken();
  const mutationFn = async () => {
    await call('stopJob', { id });
    return call('resumeJob', { id });
  };
  return useMutation({ mutationFn, onSuccess });
}

export function useEndKept(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('endKept', { id }),
    onSuccess: (answer) => queries.setQueryData(jobsQuery().queryKey, answer),
  });
}
