/** The key that leads to the search box from anywhere: `/`, as long as nothing is being typed. */
import { useEffect, useEffectEvent } from 'react';

/** The id of the search box, where a page has one. */
const BOX = 'q';

/**
 * Listens for `/` and gives the same step to those who click.
 * @param elsewhere goes to the page with the box, for when this one has none.
 */
export function useBox(elsewhere: () => void): () => void {
  const toBox = useEffectEvent(() => {
    const box = document.getElementById(BOX);
    if (box === null) return elsewhere();
    box.focus();
    if (box instanceof HTMLTextAreaElement) box.select();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      toBox();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return () => {
    const box = document.getElementById(BOX);
    if (box === null) elsewhere();
    else box.focus();
  };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
