/** A note being written: kept, and asked about where it seems to tell who a patient is or where it was changed elsewhere meanwhile. */
import { useEffect, useId, useRef, useState } from 'react';
import { CallFailed } from '../../parts/api.ts';
import { Failure } from '../../parts/failure.tsx';
import { Doubt } from './doubt.tsx';
import { NoteElsewhere } from './note-elsewhere.tsx';
import type { Draft, Note } from './note-query.ts';
import { useKeeping } from './note-keeping.ts';
import type { Doubts } from './note-keeping.ts';

interface Written {
  readonly you: string;
  readonly paper: string;
  /** As it is kept. */
  readonly note: Note;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  /** @param left what was typed and is not wanted after all. */
  readonly onDone: (left?: Draft) => void;
}

export function NoteWriting({ you, paper, note, draft, setDraft, onDone }: Written) {
  const { text } = draft;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [doubts, setDoubts] = useState<Doubts>();
  const put = useKeeping({ you, paper, setDraft, onKept: () => onDone(), onDoubts: setDoubts });
  const isChanged = text !== note.text;
  const isElsewhere = draft.over !== note.changedAt && isChanged;
  useEffect(() => box.current?.focus(), []);
  useAskBeforeLeaving(isChanged);
  const keep = (isSure = false, over = draft.over) => {
    if (!put.isPending) put.mutate({ text, isSure, over });
  };
  const keepInstead = () => {
    setDraft({ text, over: note.changedAt });
    keep(false, note.changedAt);
  };
  const toDoubt = () => {
    const [first] = doubts?.text === text ? doubts.findings : [];
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
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setDraft({ ...draft, text: target.value });
          setDoubts(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          keep();
        }}
      />
      {put.error && !isConflict(put.error) && (
        <Failure
          error={put.error}
          kept="What you wrote still stands here."
          onRetry={() => keep(put.variables.isSure && put.variables.text === text)}
        />
      )}
      {isElsewhere ? (
        <NoteElsewhere text={note.text} onMine={keepInstead} onOther={() => onDone({ text, over: note.changedAt })} />
      ) : doubts ? (
        <Doubt
          {...doubts}
          isOfNow={doubts.text === text}
          onChange={toDoubt}
          onKeep={() => keep(doubts.text === text)}
        />
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

/** Then the other note is asked for, and shown beside this one. */
function isConflict(error: Error): boolean {
  return error instanceof CallFailed && error.code === 'conflict';
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
