/** One's private note on a paper: read, and written where somebody wants to. */
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { noteQuery, useDraft } from './note-query.ts';
import { NoteWriting } from './note-writing.tsx';

interface NoteOn {
  readonly you: string;
  readonly paper: string;
  /** Set when somebody wants to write. */
  readonly isWriting: boolean;
  readonly onWriting: (isWriting: boolean) => void;
}

export function NotePart({ you, paper, isWriting, onWriting }: NoteOn) {
  const { data: note, error, refetch } = useQuery(noteQuery(you, paper));
  const [draft, setDraft] = useDraft(you, paper);
  const tell = useTell();
  const name = useId();
  const isOpen = isWriting || draft !== undefined;
  if (!isOpen && !note?.text && !error) return null;
  return (
    <section className="note-own" aria-labelledby={name}>
      <h2 id={name} className="tell t-1 quiet">
        <Icon name="lock" small />
        Your note, only you see it
      </h2>
      {error && <Failure error={error} kept="Your note is kept." onRetry={() => void refetch()} />}
      {note && isOpen && (
        <NoteWriting
          {...{ you, paper, note, setDraft }}
          draft={draft ?? { text: note.text, over: note.changedAt }}
          onDone={(left) => {
            setDraft(undefined);
            onWriting(false);
            if (left !== undefined) tell({ words: 'Left as it was', press: () => setDraft(left) });
          }}
        />
      )}
      {!isOpen && note?.text && (
        <>
          <p className="note-text" dir="auto">
            {note.text}
          </p>
          <button type="button" className="btn-link" onClick={() => onWriting(true)}>
            Edit<span className="sr"> your note</span>
          </button>
        </>
      )}
    </section>
  );
}
