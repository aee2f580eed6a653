/**
 * A small panel under what opened it, without closing the page off: a sheet under the thumb on a phone. It stands in an element of the
 * class `with-panel`, behind the button that opens it. Esc, a press beside it and going elsewhere close it.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface PanelOf {
  readonly name: string;
  readonly onClose: () => void;
  /** Set where it was opened by a key: then the focus goes in. */
  readonly takesFocus?: boolean;
  /** Set where it hangs from the right edge. */
  readonly atEnd?: boolean;
  readonly children: ReactNode;
}

const CAN_FOCUS = 'a[href], button:not([disabled]), input, textarea';

export function Panel({ name, onClose, takesFocus = false, atEnd = false, children }: PanelOf) {
  const panel = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const opened = panel.current;
    const around = opened?.parentElement;
    if (!opened || !around) return;
    const stop = takesFocus ? focusOnce(opened) : undefined;
    opened.scrollIntoView({ block: 'nearest' });
    const onElsewhere = ({ target }: Event) => {
      // What was just done is taken back beside the panel, and the panel says what belongs to it.
      if (target instanceof Element && !around.contains(target) && target.closest('.toast') === null) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      stop?.();
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [takesFocus]);
  useLayoutEffect(() => {
    const opened = panel.current;
    return () => givesFocusBack(opened);
  }, []);
  return (
    <div ref={panel} className={atEnd ? 'panel at-end' : 'panel'} role="group" aria-label={name}>
      {children}
    </div>
  );
}

/** What it holds may still be on its way: the first of it takes the focus once it is there. @returns what ends the waiting. */
function focusOnce(panel: HTMLElement): () => void {
  const late = new MutationObserver(() => take());
  const take = () => {
    const first = panel.querySelector<HTMLElement>(CAN_FOCUS);
    first?.focus();
    if (first) late.disconnect();
    return first !== null;
  };
  if (!take()) late.observe(panel, { childList: true, subtree: true });
  return () => late.disconnect();
}

/** Before it goes: whoever was inside stands at the button again. */
function givesFocusBack(panel: HTMLElement | null): void {
  if (panel?.contains(document.activeElement)) panel.parentElement?.querySelector<HTMLElement>(CAN_FOCUS)?.focus();
}
