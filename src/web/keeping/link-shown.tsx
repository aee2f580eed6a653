/** A link that was just made: shown once, to be handed on by the person themselves. */
import { useEffect, useRef, useState } from 'react';
import { moment } from '../bring/moment.ts';
import { useCopy } from '../parts/copying.tsx';

export interface ShownLink {
  readonly link: string;
  readonly expiresAt?: string | undefined;
  /** Whom it is for, and whether it lets them in for the first time. */
  readonly name: string;
  readonly kind: 'invitation' | 'reset';
}

export function LinkShown({ link, expiresAt, name, kind, onClose }: ShownLink & { onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const copy = useCopy();
  const [now] = useState(() => new Date());
  useEffect(() => heading.current?.focus(), []);
  const what = kind === 'invitation' ? 'The invitation' : 'The link for a new password';
  return (
    <section className="well link-shown" aria-labelledby="link-name">
      <h2 className="arrival" id="link-name" ref={heading} tabIndex={-1} dir="auto">
        {what} for {name}
      </h2>
      <p>
        Hand it on yourself, by a message or on paper. It opens once
        {expiresAt !== undefined && <>, until {moment(expiresAt, now)}</>}. It is shown only now; if it is lost, make
        another one.
      </p>
      <div className="field">
        <label htmlFor="link">Link</label>
        <div className="with-btn">
          <input id="link" className="code" readOnly value={link} onFocus={({ target }) => target.select()} />
          <button className="btn btn-main" type="button" onClick={() => copy(link, 'Link copied')}>
            Copy
          </button>
        </div>
      </div>
      <div className="btns">
        <button className="btn" type="button" onClick={onClose}>
          Done
        </button>
      </div>
    </section>
  );
}
