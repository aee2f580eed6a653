/** Labels on papers and off them again: shown at once, told, and taken back by undo. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Mark } from '#api/index.ts';
import { call } from '../../parts/api.ts';
import { useTell, useTellFailure } from '../../parts/toasts.tsx';
import { papers as papersInWords, shortened } from '../../parts/words.ts';
import { UNMARKED } from './mark.ts';
import { markKey, refreshMarks, showMark } from './marks-query.ts';

export interface Labelling {
  readonly papers: readonly string[];
  readonly label: string;
  readonly on: boolean;
}

/** @param you the account. */
export function useLabelling(you: string) {
  const queries = useQueryClient();
  const tell = useTell();
  const onError = useTellFailure();
  const refresh = (papers: readonly string[]) => refreshMarks(queries, you, papers);
  const takeBack = useMutation({
    mutationFn: async ({ label, on, changed, saved }: Labelling & { changed: string[]; saved: string[] }) => {
      if (changed.length > 0) await call('label', { papers: changed, label, on: !on });
      if (saved.length > 0) await call('actOnAll', { papers: saved, act: 'unsave' });
    },
    onSettled: (_answer, _error, { papers }) => refresh(papers),
    onError,
  });
  return useMutation({
    mutationFn: ({ papers, label, on }: Labelling) => call('label', { papers: [...papers], label, on }),
    onMutate: ({ papers, label, on }) => {
      for (const paper of papers) {
        const mark = queries.getQueryData<Mark>(markKey(you, paper)) ?? UNMARKED;
        showMark(queries, you, paper, labelled(mark, label, on));
      }
    },
    onSuccess: ({ changed, saved }, given) => {
      if (changed.length === 0) return tell({ words: 'Nothing to change' });
      tell({ words: happened(given, changed.length), press: () => takeBack.mutate({ ...given, changed, saved }) });
    },
    onError,
    onSettled: (_answer, _error, { papers }) => refresh(papers),
  });
}

function happened({ papers, label, on }: Labelling, changed: number): string {
  const which = papers.length === 1 ? '' : ` ${papersInWords(changed)}`;
  const called = `“${shortened(label, 40)}”`;
  return on ? `Labelled${which} ${called}` : `${called} taken off${which}`;
}

/** A label saves its paper, and taking it off leaves the paper saved. */
function labelled(mark: Mark, label: string, on: boolean): Mark {
  const others = mark.labels.filter((other) => other !== label);
  return on ? { ...mark, isSaved: true, labels: [...others, label] } : { ...mark, labels: others };
}
