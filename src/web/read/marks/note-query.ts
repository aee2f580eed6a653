/** One's note on a paper, and what is typed and not kept yet. Both go with the person: signing out forgets them. */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../parts/api.ts';
import { CHANGES_ELSEWHERE } from '../../parts/queries.ts';

export interface Note {
  readonly text: string;
  /** Tells it from every other note there was on the paper; null where there is none. */
  readonly changedAt: string | null;
}

export function noteQuery(you: string, paper: string) {
  return queryOptions({
    queryKey: ['note', you, paper],
    queryFn: async ({ signal }): Promise<Note> => {
      const { text, changedAt = null } = await call('note', { paper }, signal);
      return { text, changedAt };
    },
    ...CHANGES_ELSEWHERE,
  });
}

/** What is typed and not kept. */
export interface Draft {
  readonly text: string;
  /** The note it is written over, by when that was changed: as it stood when the writing began. */
  readonly over: string | null;
}

const draftKey = (you: string, paper: string) => ['note-draft', you, paper];

export function draftNow(queries: QueryClient, you: string, paper: string): Draft | undefined {
  return queries.getQueryData<Draft>(draftKey(you, paper));
}

/**
 * What is typed and not kept. It is held by the page alone: nothing of it stays on a shared computer, and neither a failure nor a
 * walk to another page loses it.
 * @returns undefined where nothing is being written.
 */
export function useDraft(you: string, paper: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const queries = useQueryClient();
  const key = draftKey(you, paper);
  const [draft, setDraft] = useState(() => draftNow(queries, you, paper));
  const keep = (changed: Draft | undefined) => {
    setDraft(changed);
    if (changed === undefined) return queries.removeQueries({ queryKey: key });
    queries.setQueryDefaults(key, { gcTime: Infinity });
    queries.setQueryData(key, changed);
  };
  return [draft, keep];
}
