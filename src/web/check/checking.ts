/**
 * The list somebody checks: what they wrote, what came of it, what they chose. It is kept with the answers of the house and
 * nowhere else: it outlives a look at a paper, and ends with the page or when another house is opened.
 */
import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CheckAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';

/** A text with references in it, and the name of the file it came from, where it came from one. */
export interface List {
  readonly text: string;
  readonly from?: string | undefined;
}

export interface Checked extends List {
  /** An instant in UTC. */
  readonly at: string;
  readonly answer: CheckAnswer;
}

/** Papers that are being fetched, or were asked of the librarian. */
export interface Wish {
  readonly numbers: readonly string[];
  readonly job: number;
  /** Whether the list was checked again since the job ended. */
  readonly isTold: boolean;
}

export interface Checking {
  readonly list: List;
  /** What stood in the box before a file took its place. */
  readonly before?: List | undefined;
  readonly checked?: Checked;
  /** The paper that was chosen where several fit, by the key of the reference; empty where none of them is meant. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly order: 'worst' | 'pasted';
  readonly wish?: Wish;
}

const NOTHING: Checking = { list: { text: '' }, chosen: {}, order: 'worst' };

const checkingQuery = queryOptions<Checking>({
  queryKey: ['list to check'],
  queryFn: skipToken,
  initialData: NOTHING,
  staleTime: Infinity,
  gcTime: Infinity,
  // Every letter typed makes a new state; comparing it in depth would only cost time.
  structuralSharing: false,
});

export type Alter = (part: Partial<Checking>) => void;

export function useChecking(): readonly [checking: Checking, alter: Alter] {
  const queries = useQueryClient();
  const { data = NOTHING } = useQuery(checkingQuery);
  const alter = useCallback<Alter>(
    (part) => queries.setQueryData<Checking>(checkingQuery.queryKey, (before = NOTHING) => ({ ...before, ...part })),
    [queries],
  );
  return [data, alter];
}

/** Has a list checked. What was found before stays until the answer is here, and also where there is none. */
export function useCheck() {
  const [, alter] = useChecking();
  return useMutation({
    mutationFn: ({ text }: List) => call('checkList', { text }),
    onSuccess: (answer, { text, from }) => alter({ checked: { text, from, at: new Date().toISOString(), answer } }),
  });
}
