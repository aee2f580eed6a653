/** A question or a list that lies over the page until it is closed. The browser's own dialog keeps the focus inside and gives it back. */
import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface SheetOf {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open as long as it is drawn. */
export function Sheet({ title, onClose, children }: SheetOf) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null) return;
    // A click beside it closes it, in browsers that know this; the others have the button and Esc.
    shown.setAttribute('closedby', 'any');
    shown.showModal();
    // Closed by the browser before it is taken away, for whatever reason: that gives the focus back.
    return () => shown.close();
  }, []);
  const close = () => dialog.current?.close();
  // The browser tells of it a moment later, when it may have been drawn anew.
  const onClosed = () => dialog.current?.open === false && onClose();
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={name} onClose={onClosed}>
      <div className="sheet-in">
        <header className="sheet-head">
          <h2 id={name}>{title}</h2>
          <button className="icon-link" type="button" onClick={close}>
            <Icon name="close" />
            <span className="sr">Close</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
