/** One's note on a paper, and what is typed and not kept yet. Both go with the person: signing out forgets them. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../parts/api.ts';

export function noteQuery(you: string, paper: string) {
  return queryOptions({
    queryKey: ['note', you, paper],
    queryFn: async ({ signal }) => (await call('note', { paper }, signal)).text,
    staleTime: 10_000,
    refetchOnWindowFocus: true,
  });
}

/**
 * What is typed and not kept. It is held by the page alone: nothing of it stays on a shared computer, and neither a failure nor a
 * walk to another page loses it.
 * @returns undefined where nothing is being written.
 */
export function useDraft(you: string, paper: string): [string | undefined, (text: string | undefined) => void] {
  const queries = useQueryClient();
  const key = ['note-draft', you, paper];
  const [draft, setDraft] = useState(() => queries.getQueryData<string>(key));
  const keep = (text: string | undefined) => {
    setDraft(text);
    if (text === undefined) return queries.removeQueries({ queryKey: key });
    queries.setQueryDefaults(key, { gcTime: Infinity });
    queries.setQueryData(key, text);
  };
  return [draft, keep];
}
