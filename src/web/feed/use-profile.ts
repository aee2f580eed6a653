/** What one says of the feed's beliefs and settings: shown at once, told with a way back, in the order it was pressed. */
import type { QueryClient } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Belief, FeedProfile, LeftOut } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { useTell, useTellFailure } from '../parts/toasts.tsx';
import { beforeQuery, profileQuery } from './queries.ts';
import { todayQuery } from './today-query.ts';

type Stance = Belief['stance'];
/** One change after the other: each is told as a whole. */
const CHANGE = ['feed change'];
const IN_ORDER = { scope: { id: CHANGE[0] as string }, mutationKey: CHANGE };

/** The profile as the server has it now; whatever was ranked by another one is asked for again. */
async function take(queries: QueryClient, profile: FeedProfile): Promise<void> {
  // The answer to an earlier press, of whatever kind, knows nothing of a later one.
  if (queries.isMutating({ mutationKey: CHANGE }) > 1) return;
  void queries.invalidateQueries({ queryKey: ['feed'], refetchType: 'none' });
  queries.setQueryData(profileQuery().queryKey, profile);
  // A first answer that is on its way was made before this; asking again would wait for that one.
  await queries.cancelQueries({ queryKey: todayQuery().queryKey });
  // Not waited for: the next press would wait until Today was ranked.
  void queries.invalidateQueries({ queryKey: todayQuery().queryKey });
}

/** What is on its way knows nothing of the press; what is shown stays, and the press is seen at once. */
function stopAsking(queries: QueryClient): void {
  void queries.cancelQueries({ queryKey: ['feed'] }, { revert: false });
}

const SAID: Readonly<Record<NonNullable<Stance> | 'none', (term: string) => string>> = {
  more: (term) => `More of “${term}”`,
  less: (term) => `Less of “${term}”`,
  forget: (term) => `“${term}” is forgotten`,
  none: (term) => `“${term}” is left to what you like`,
};

/** @returns what says `stance` of a term; the same stance again takes it back. */
export function useSay(): (belief: Belief, stance: NonNullable<Stance>) => void {
  const queries = useQueryClient();
  const tell = useTell();
  const tellFailure = useTellFailure();
  const { mutate } = useMutation({
    ...IN_ORDER,
    mutationFn: ({ belief: { key }, stance }: { belief: Belief; stance: Stance }) =>
      call('sayOfTerm', { term: key, stance: stance ?? 'none' }),
    onMutate: ({ belief: { key }, stance }) => showStance(queries, key, stance),
    onSuccess: async (profile) => {
      await take(queries, profile);
    },
    onError: (error) => {
      tellFailure(error);
      void queries.invalidateQueries({ queryKey: ['feed'] });
    },
  });
  return (belief, wanted) => {
    const { stance: before, term } = belief;
    const stance = wanted === before ? undefined : wanted;
    mutate({ belief, stance });
    tell({ words: SAID[stance ?? 'none'](term), press: () => mutate({ belief, stance: before }) });
  };
}

/** Wherever the belief is seen. */
function showStance(queries: QueryClient, key: string, stance: Stance): void {
  const shown = (beliefs: readonly Belief[]): Belief[] =>
    beliefs.map((belief) => {
      const { stance: _before, ...rest } = belief;
      return belief.key === key ? { ...rest, ...(stance && { stance }) } : belief;
    });
  stopAsking(queries);
  queries.setQueryData(profileQuery().queryKey, (old) => old && { ...old, beliefs: shown(old.beliefs) });
  queries.setQueryData(todayQuery().queryKey, (old) =>
    old?.kind === 'today' ? { ...old, built: shown(old.built) } : old,
  );
}

export interface FeedSettings {
  readonly places?: number;
  readonly isPaused?: boolean;
  readonly leftOut?: LeftOut;
}

/** @returns what changes settings, tells it in these words, and on undo brings `before` back. */
export function useFeedSettings(): (change: FeedSettings, words: string, before: FeedSettings) => void {
  const queries = useQueryClient();
  const tell = useTell();
  const tellFailure = useTellFailure();
  const { mutate } = useMutation({
    ...IN_ORDER,
    mutationFn: (change: FeedSettings) => call('feedSettings', change),
    onMutate: (change) => {
      stopAsking(queries);
      queries.setQueryData(profileQuery().queryKey, (old) => old && { ...old, ...change });
    },
    onSuccess: async (profile) => {
      await take(queries, profile);
    },
    onError: (error) => {
      tellFailure(error);
      void queries.invalidateQueries({ queryKey: ['feed'] });
    },
  });
  return (change, words, before) => {
    mutate(change);
    tell({ words, press: () => mutate(before) });
  };
}

/** Starting over, and having everything back for as long as the window is open. */
export function useStartOver() {
  const queries = useQueryClient();
  const tell = useTell();
  const tellFailure = useTellFailure();
  const remember = (before: string) => queries.setQueryData(beforeQuery().queryKey, before);
  const back = useMutation({
    ...IN_ORDER,
    mutationFn: (before: string) => call('startOver', { before }),
    onSuccess: async ({ profile }) => {
      remember('');
      tell({ words: 'Everything it had learned is back' });
      await take(queries, profile);
    },
    onError: tellFailure,
  });
  const start = useMutation({
    ...IN_ORDER,
    mutationFn: () => call('startOver', {}),
    onSuccess: async ({ profile, before }) => {
      remember(before);
      tell({ words: 'Started over', press: () => back.mutate(before) });
      await take(queries, profile);
    },
    onError: tellFailure,
  });
  return { start, back };
}
