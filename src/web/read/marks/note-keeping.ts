/** Keeping a note: told, taken back by undo, and never at the cost of what is typed while it is on its way. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Mark } from '#api/index.ts';
import { call, CallFailed } from '../../parts/api.ts';
import { useTell, useTellFailure } from '../../parts/toasts.tsx';
import type { Finding } from './finding-words.ts';
import { showMark } from './marks-query.ts';
import { draftNow, noteQuery } from './note-query.ts';
import type { Draft } from './note-query.ts';

/** What seems to tell who a patient is, and the text in which it does. */
export interface Doubts {
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface Keeping {
  readonly you: string;
  readonly paper: string;
  readonly setDraft: (draft: Draft) => void;
  /** All that was typed is kept. */
  readonly onKept: () => void;
  /** Nothing is kept yet. */
  readonly onDoubts: (doubts: Doubts) => void;
}

export function useKeeping({ you, paper, setDraft, onKept, onDoubts }: Keeping) {
  const queries = useQueryClient();
  const tell = useTell();
  const { queryKey } = noteQuery(you, paper);
  const send = ({ text, isSure, over }: Draft & { readonly isSure: boolean }) =>
    call('putNote', { paper, text, isSure, changedAt: over });
  /** @returns what is still typed and not kept. */
  const show = (text: string, { mark, changedAt: at }: { mark: Mark; changedAt?: string | undefined }) => {
    const changedAt = at ?? null;
    queries.setQueryData(queryKey, { text: text.trim() === '' ? '' : text, changedAt });
    showMark(queries, you, paper, mark);
    const now = draftNow(queries, you, paper);
    return now === undefined || now.text === text ? undefined : { ...now, over: changedAt };
  };
  const undo = useMutation({
    mutationFn: (to: Draft) => send({ ...to, isSure: true }),
    onSuccess: (answer, { text }) => {
      const typed = answer.kept ? show(text, answer) : undefined;
      if (typed) setDraft(typed);
    },
    onError: useTellFailure(),
  });
  return useMutation({
    mutationFn: send,
    onSuccess: (answer, { text }) => {
      if (!answer.kept) return onDoubts({ text, findings: answer.findings });
      const { text: before = '' } = queries.getQueryData(queryKey) ?? {};
      const typed = show(text, answer);
      if (typed) setDraft(typed);
      else onKept();
      if (before === text) return;
      const words = text.trim() === '' ? 'Note removed' : 'Note kept';
      tell({ words, press: () => undo.mutate({ text: before, over: answer.changedAt ?? null }) });
    },
    onError: (error) => {
      if (error instanceof CallFailed && error.code === 'conflict') void queries.invalidateQueries({ queryKey });
    },
  });
}
