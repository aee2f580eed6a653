/** What one made of papers, kept by paper and person, and asked for the papers of a page at once. */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { Mark } from '#api/index.ts';
import { call } from '../../parts/api.ts';
import { CHANGES_ELSEWHERE } from '../../parts/queries.ts';
import { UNMARKED } from './mark.ts';
import { isUnderway } from './presses.ts';

/** So many ids make an address that every server takes. */
const AT_ONCE = 50;

export function markKey(you: string, paper: string) {
  return ['mark', you, paper] as const;
}

/** @param you the account; undefined where nobody is signed in, and then nothing is asked. */
export function markQuery(you: string | undefined, paper: string) {
  const queryKey = markKey(you ?? '', paper);
  return queryOptions({
    queryKey,
    queryFn: async ({ client }): Promise<Mark> => {
      const mark = await gathered(paper);
      // What was pressed meanwhile is on the screen already, and its answer is newer than this one.
      return (isUnderway(paper) && client.getQueryData<Mark>(queryKey)) || mark;
    },
    enabled: you !== undefined,
    ...CHANGES_ELSEWHERE,
  });
}

/**
 * Takes over marks that came with another answer, so that they need not be asked for again: none of a paper that somebody presses on
 * now, and none that is older than what is known already.
 * @param answeredAt when that answer came, or was asked for where that is known, in milliseconds of the clock.
 */
export function takeMarks(
  queries: QueryClient,
  you: string,
  marks: readonly { readonly id: string; readonly mark: Mark }[],
  answeredAt: number,
): void {
  for (const { id, mark } of marks) {
    const key = markKey(you, id);
    const isOlder = (queries.getQueryState(key)?.dataUpdatedAt ?? 0) > answeredAt;
    if (!isOlder && !isUnderway(id)) queries.setQueryData(key, mark, { updatedAt: answeredAt });
  }
}

/** Asks anew what is saved and how these papers stand, after many were changed at once. */
export async function refreshMarks(queries: QueryClient, you: string, papers: readonly string[]): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['saved'] }),
    ...papers.map((paper) => queries.invalidateQueries({ queryKey: markKey(you, paper) })),
  ]);
}

interface Asked {
  readonly paper: string;
  readonly resolve: (mark: Mark) => void;
  readonly reject: (error: unknown) => void;
}

let asked: Asked[] = [];

/** Waits for the end of the task, in which all rows of a page ask, and asks for all of them in one call. */
function gathered(paper: string): Promise<Mark> {
  return new Promise((resolve, reject) => {
    asked.push({ paper, resolve, reject });
    if (asked.length === 1) setTimeout(askAll);
  });
}

function askAll(): void {
  const all = asked;
  asked = [];
  for (let from = 0; from < all.length; from += AT_ONCE) void askFor(all.slice(from, from + AT_ONCE));
}

async function askFor(some: readonly Asked[]): Promise<void> {
  try {
    const { marks } = await call('marks', { papers: [...new Set(some.map(({ paper }) => paper))].join('|') });
    for (const { paper, resolve } of some) resolve(marks[paper] ?? UNMARKED);
  } catch (error) {
    for (const { reject } of some) reject(error);
  }
}

/** The windows of one browser tell each other what was pressed, so that none shows what is no longer so. */
const windows = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('attune.marks');

/** Shows a mark wherever the paper is seen, in this window and the others. */
export function showMark(queries: QueryClient, you: string, paper: string, mark: Mark): void {
  queries.setQueryData(markKey(you, paper), mark);
  windows?.postMessage({ you, paper, mark });
}

/** @returns what ends the listening. */
export function hearOtherWindows(queries: QueryClient, paper: string): () => void {
  if (windows === undefined) return () => undefined;
  const hear = ({ data }: MessageEvent<{ you: string; paper: string; mark: Mark }>): void => {
    const key = markKey(data.you, paper);
    // Whoever is not signed in here as the same person has nothing under this key.
    if (data.paper === paper && queries.getQueryData(key) !== undefined) queries.setQueryData(key, data.mark);
  };
  windows.addEventListener('message', hear);
  return () => windows.removeEventListener('message', hear);
}
