/** Another name for something, typed where it stands. */
import { useEffect, useId, useRef, useState } from 'react';
import { CallFailed } from '../parts/api.ts';
import { Icon } from '../parts/icon.tsx';

interface Renaming {
  readonly label: string;
  readonly name: string;
  /** What should be known before this name is taken, where there is something; then it is asked about. */
  readonly doubt?: (to: string) => string | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

export function RenameForm({ label, name, doubt, error, isPending, onRename, onClose }: Renaming) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState<string>();
  useEffect(() => field.current?.select(), []);
  const wanted = typed.trim();
  return (
    <form
      className="field rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPending || wanted === '') return;
        if (wanted === name) return onClose();
        const question = doubt?.(wanted);
        if (question !== undefined && asked !== wanted) return setAsked(wanted);
        onRename(wanted);
      }}
      onKeyDown={({ key, nativeEvent }) => key === 'Escape' && !nativeEvent.isComposing && onClose()}
    >
      <label htmlFor={id}>{label}</label>
      {error && (
        <span className="wrong" role="alert">
          <Icon name="concern" small />
          {error instanceof CallFailed ? error.message : 'The answer could not be read.'}
        </span>
      )}
      <span className="with-btn">
        <input ref={field} id={id} dir="auto" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <button type="submit" className="btn" aria-disabled={isPending || undefined}>
          {asked === wanted && wanted !== '' ? 'Make them one' : 'Rename'}
        </button>
        <button type="button" className="btn-link" onClick={onClose}>
          Leave it
        </button>
      </span>
      {asked === wanted && wanted !== '' && (
        <p className="t-1" role="status">
          {doubt?.(wanted)}
        </p>
      )}
    </form>
  );
}
