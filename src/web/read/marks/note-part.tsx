/** One's private note on a paper: read, written, kept, and asked about where it seems to tell who a patient is. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { call } from '../../parts/api.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { Doubt } from './doubt.tsx';
import type { Finding } from './finding-words.ts';
import { showMark } from './marks-query.ts';
import { noteQuery, useDraft } from './note-query.ts';

interface NoteOn {
  readonly you: string;
  readonly paper: string;
  /** Set when somebody wants to write. */
  readonly isWriting: boolean;
  readonly onWriting: (isWriting: boolean) => void;
}

export function NotePart({ you, paper, isWriting, onWriting }: NoteOn) {
  const { data: text, error, refetch } = useQuery(noteQuery(you, paper));
  const [draft, setDraft] = useDraft(you, paper);
  const tell = useTell();
  const name = useId();
  const isOpen = isWriting || draft !== undefined;
  if (!isOpen && !text && !error) return null;
  return (
    <section className="note-own" aria-labelledby={name}>
      <h2 id={name} className="tell t-1 quiet">
        <Icon name="lock" small />
        Your note, only you see it
      </h2>
      {error && <Failure error={error} kept="Your note is kept." onRetry={() => void refetch()} />}
      {text !== undefined && isOpen && (
        <Writing
          {...{ you, paper, text, draft: draft ?? text, setDraft }}
          onDone={(left) => {
            setDraft(undefined);
            onWriting(false);
            if (left !== undefined) tell({ words: 'Left as it was', press: () => setDraft(left) });
          }}
        />
      )}
      {!isOpen && text && (
        <>
          <p className="note-text" dir="auto">
            {text}
          </p>
          <button type="button" className="btn-link" onClick={() => onWriting(true)}>
            Edit<span className="sr"> your note</span>
          </button>
        </>
      )}
    </section>
  );
}

interface Written {
  readonly you: string;
  readonly paper: string;
  /** As it is kept. */
  readonly text: string;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  /** @param left what was typed and is not wanted after all. */
  readonly onDone: (left?: string) => void;
}

function Writing({ you, paper, text, draft, setDraft, onDone }: Written) {
  const queries = useQueryClient();
  const tell = useTell();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [doubts, setDoubts] = useState<{ text: string; findings: readonly Finding[] }>();
  const put = useMutation({
    mutationFn: (note: { text: string; isSure: boolean }) => call('putNote', { paper, ...note }),
    onSuccess: (answer, { text: put }) => {
      if (!answer.kept) return setDoubts({ text: put, findings: answer.findings });
      const before = queries.getQueryData(noteQuery(you, paper).queryKey) ?? '';
      queries.setQueryData(noteQuery(you, paper).queryKey, put.trim() === '' ? '' : put);
      showMark(queries, you, paper, answer.mark);
      onDone();
      if (before === put) return;
      const words = put.trim() === '' ? 'Note removed' : 'Note kept';
      tell({ words, press: () => putBack(before) });
    },
  });
  const undo = useMutation({
    mutationFn: (before: string) => call('putNote', { paper, text: before, isSure: true }),
    onSuccess: (answer, before) => {
      queries.setQueryData(noteQuery(you, paper).queryKey, before);
      if (answer.kept) showMark(queries, you, paper, answer.mark);
    },
    onError: (error) => tell({ words: `Not done: ${error.message}` }),
  });
  const putBack = (before: string): void => undo.mutate(before);
  const isChanged = draft !== text;
  useEffect(() => box.current?.focus(), []);
  useAskBeforeLeaving(isChanged);
  const keep = (isSure = false) => {
    if (!put.isPending) put.mutate({ text: draft, isSure });
  };
  const toDoubt = () => {
    const [first] = doubts?.findings ?? [];
    setDoubts(undefined);
    box.current?.focus();
    if (first) box.current?.setSelectionRange(first.start, first.start + first.length);
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label htmlFor={id} className="sr">
        Your note
      </label>
      <p className="t-1" id={`${id}-hint`}>
        <b>No patient details, please.</b> A name or a date of birth has no place here.
      </p>
      <textarea
        ref={box}
        id={id}
        rows={5}
        dir="auto"
        value={draft}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setDraft(target.value);
          setDoubts(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          keep();
        }}
      />
      {put.error && (
        <Failure error={put.error} kept="What you wrote still stands here." onRetry={() => put.mutate(put.variables)} />
      )}
      {doubts ? (
        <Doubt {...doubts} onChange={toDoubt} onKeep={() => keep(true)} />
      ) : (
        <div className="btns">
          <button type="submit" className="btn" aria-disabled={put.isPending || undefined}>
            {put.isPending ? 'Keeping…' : 'Keep the note'}
          </button>
          <button type="button" className="btn-link" onClick={() => onDone(isChanged ? draft : undefined)}>
            {isChanged ? 'Leave it as it was' : 'Close'}
          </button>
        </div>
      )}
    </form>
  );
}

/** The browser asks before the window is closed over something that is not kept. */
function useAskBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
}
