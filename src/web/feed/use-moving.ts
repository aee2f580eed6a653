/** Rows that change their places are seen to do so, and the one somebody stands on does not run away under the eye. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface Seen {
  readonly order: string;
  readonly tops: ReadonlyMap<Element, number>;
}

/** @param order what stands there, in its order: only where that changes does anything move. */
export function useMoving(order: string): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef<Seen>(undefined);
  useLayoutEffect(() => {
    const drawn = list.current;
    if (drawn === null) return;
    const was = before.current;
    const tops = topsOf(drawn);
    before.current = { order, tops };
    if (was !== undefined && was.order !== order) move(tops, was.tops);
    // A row that folds or unfolds by itself changes where the others stand.
    const resized = new ResizeObserver(() => {
      before.current = { order, tops: topsOf(drawn) };
    });
    resized.observe(drawn);
    return () => resized.disconnect();
  }, [order]);
  return list;
}

function topsOf(list: HTMLElement): ReadonlyMap<Element, number> {
  return new Map([...list.children].map((row) => [row, row instanceof HTMLElement ? row.offsetTop : 0]));
}

function move(tops: Seen['tops'], were: Seen['tops']): void {
  const style = getComputedStyle(document.documentElement);
  const duration = Number.parseFloat(style.getPropertyValue('--slow'));
  for (const [row, top] of tops) {
    const was = were.get(row);
    if (was === undefined || was === top) continue;
    if (row.contains(document.activeElement)) scrollBy({ top: top - was, behavior: 'instant' });
    // None where somebody wants no movement.
    else if (duration > 0) row.animate(from(was - top), { duration, easing: style.getPropertyValue('--ease') });
  }
}

function from(distance: number): Keyframe[] {
  return [{ transform: `translateY(${distance}px)` }, { transform: 'none' }];
}
