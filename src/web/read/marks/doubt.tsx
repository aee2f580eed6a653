/** What in a note seems to tell who a patient is, and the choice of the person who wrote it. */
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { piecesOf } from './finding-words.ts';
import type { Finding } from './finding-words.ts';

interface DoubtAbout {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Whether nothing was typed since: then the choice takes the focus. */
  readonly isOfNow: boolean;
  readonly onChange: () => void;
  readonly onKeep: () => void;
}

export function Doubt({ text, findings, isOfNow, onChange, onKeep }: DoubtAbout) {
  const change = useRef<HTMLButtonElement>(null);
  const [takesFocus] = useState(isOfNow);
  useEffect(() => {
    if (takesFocus) change.current?.focus();
  }, [takesFocus]);
  return (
    <div className="banner is-concern" role="alert">
      <Icon name="concern" />
      <div className="doubt">
        <p>
          <strong>This may tell who a patient is.</strong> It is not kept yet.
        </p>
        <ul>
          {piecesOf(text, findings).map(
            ({ text: found, looksLike }, at) =>
              looksLike && (
                <li key={at}>
                  <mark dir="auto">{found}</mark> looks like {looksLike}
                </li>
              ),
          )}
        </ul>
      </div>
      <p className="btns">
        <button ref={change} type="button" className="btn" onClick={onChange}>
          Change it
        </button>
        <button type="button" className="btn" onClick={onKeep}>
          Keep it as it is
        </button>
      </p>
    </div>
  );
}
