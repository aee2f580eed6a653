/** A line for the name of something new, with the button that makes it. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Naming {
  readonly label: string;
  readonly hint?: string;
  /** What stands on the button. */
  readonly button: string;
  readonly maxLength?: number;
  readonly look?: string;
  readonly labelLook?: string;
  /** Gets the name without blanks around it, never an empty one. @returns whether the line is to be empty again. */
  readonly onName: (name: string) => boolean;
  /** What stands below; it gets what is typed. */
  readonly children?: (typed: string) => ReactNode;
}

export function NameForm({ label, hint, button, maxLength, look = 'field', labelLook, onName, children }: Naming) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  return (
    <form
      className={look}
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '' && onName(name)) setTyped('');
      }}
    >
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      <span className="with-btn">
        <input
          id={id}
          value={typed}
          maxLength={maxLength}
          dir="auto"
          autoComplete="off"
          aria-describedby={hint && `${id}-hint`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="btn">
          <Icon name="plus" small />
          {button}
        </button>
      </span>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children?.(name)}
    </form>
  );
}
