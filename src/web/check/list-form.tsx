/** The box for a list of references: typed, pasted, chosen as a file or dropped on it. */
import { useRef, useState } from 'react';
import type { DragEvent, FormEvent, KeyboardEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useSlow } from '../parts/slow.ts';
import { number } from '../parts/words.ts';
import { linesOf } from './check-words.ts';
import type { Alter, Checking, List } from './checking.ts';
import { MOST_CHARACTERS, readList, tooLong } from './list-file.ts';

interface Form {
  readonly checking: Checking;
  readonly alter: Alter;
  readonly isPending: boolean;
  readonly onCheck: (list: List) => void;
}

/** A quick answer needs no word about it. */
const SLOW_MS = 1_000;

export function ListForm({ checking, alter, isPending, onCheck }: Form) {
  const { list, before, checked } = checking;
  const box = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<string>();
  const [isOver, setIsOver] = useState(false);
  const isSlow = useSlow(isPending, SLOW_MS);
  const lines = linesOf(list.text);
  // The box keeps what is typed by itself: a long list is not written into it anew at every letter.
  const [atFirst] = useState(list.text);
  const fill = (filled: List, earlier: List | undefined) => {
    if (box.current) box.current.value = filled.text;
    alter({ list: filled, before: earlier });
  };

  const check = () => {
    if (isPending) return;
    const text = box.current?.value ?? '';
    const now = missing(text);
    setWrong(now);
    if (now === undefined) onCheck({ text, from: text === list.text ? list.from : undefined });
    else box.current?.focus();
  };
  const take = async (files: FileList) => {
    const [file, second] = files;
    if (file === undefined || isPending) return;
    if (second !== undefined) return setWrong('These are several files. Choose one, and check it before the next.');
    const read = await readList(file);
    if ('wrong' in read) return setWrong(read.wrong);
    setWrong(undefined);
    const taken = { text: read.text, from: file.name };
    fill(taken, lines > 0 && list.text !== read.text ? list : undefined);
    onCheck(taken);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    check();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    check();
  };
  const over = (isIt: boolean) => (event: DragEvent) => {
    // Words that are dragged go into the box as everywhere.
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(isIt);
  };
  return (
    <form
      className={isOver ? 'ask list-form is-over' : 'ask list-form'}
      aria-label="List of references"
      noValidate
      onSubmit={onSubmit}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        if (event.dataTransfer.files.length > 0) void take(event.dataTransfer.files);
      }}
    >
      <div className={wrong === undefined ? 'field' : 'field field-wrong'}>
        <label htmlFor="refs">References, one a line</label>
        <span className="hint" id="refs-hint">
          As they come: PMIDs, DOIs, whole references. Or drop a RIS, NBIB or text file here.
        </span>
        {wrong !== undefined && (
          <span className="wrong" id="refs-wrong" role="alert">
            <Icon name="concern" small />
            {wrong}
          </span>
        )}
        <textarea
          ref={box}
          id="refs"
          rows={checked ? 4 : 8}
          dir="auto"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          defaultValue={atFirst}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={wrong === undefined ? 'refs-hint' : 'refs-wrong refs-hint'}
          aria-keyshortcuts="Control+Enter"
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            setWrong(undefined);
            alter({ list: { text: target.value }, before: undefined });
          }}
        />
      </div>
      <p className="btns">
        <button className={checked ? 'btn' : 'btn btn-main'} type="submit" aria-disabled={isPending || undefined}>
          {checked ? 'Check again' : 'Check'}
        </button>
        <label className="btn btn-bare">
          Choose a file
          <input
            className="sr"
            type="file"
            accept=".csv,.tsv,.txt,.ris,.nbib,.bib,.bibtex,.enw,.md,text/*"
            onChange={({ target }) => {
              if (target.files !== null) void take(target.files);
              // The same file can be chosen again.
              target.value = '';
            }}
          />
        </label>
        {before !== undefined && (
          <button
            className="btn btn-bare"
            type="button"
            onClick={() => {
              fill(before, undefined);
              box.current?.focus();
            }}
          >
            Put back what was in the box
          </button>
        )}
        <span className="t-1 quiet">
          {lines > 0 && `${number(lines)} ${lines === 1 ? 'line' : 'lines'}. `}
          {checked !== undefined && list.text !== checked.text && 'Changed since it was checked. '}
          Kept for you until you close this page.
        </span>
      </p>
      <p className="waiting" role="status">
        {isSlow && `Checking ${number(lines)} ${lines === 1 ? 'line' : 'lines'}…`}
      </p>
    </form>
  );
}

function missing(text: string): string | undefined {
  if (text.trim() === '') return 'Paste at least one reference, or choose a file.';
  return text.length > MOST_CHARACTERS ? tooLong('This list is') : undefined;
}
