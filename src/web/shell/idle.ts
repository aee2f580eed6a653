/**
 * A shared computer that nobody has touched for half an hour is signed out, also while a page on it still asks for news by itself:
 * the next person who sits down finds nothing open.
 */
import { useEffect, useEffectEvent } from 'react';

const IDLE_MS = 30 * 60_000;
const LOOKED_AT_EVERY_MS = 30_000;
/** How exactly the windows of one browser tell each other. */
const TOLD_EVERY_MS = 10_000;
const TOUCHED_AT = 'attune.touched-at';
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;

export function useIdle(isShared: boolean, leave: () => void): void {
  const onIdle = useEffectEvent(leave);
  useEffect(() => {
    if (!isShared) return;
    let touchedAt = Date.now();
    let toldAt = 0;
    const isIdle = () => Date.now() - Math.max(touchedAt, told()) >= IDLE_MS;
    const touch = () => {
      // A machine that slept comes back with a touch: that is too late.
      if (isIdle()) return onIdle();
      touchedAt = Date.now();
      if (touchedAt - toldAt < TOLD_EVERY_MS) return;
      toldAt = touchedAt;
      tell(touchedAt);
    };
    const look = () => {
      if (isIdle()) onIdle();
    };
    touch();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
    const timer = setInterval(look, LOOKED_AT_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
    };
  }, [isShared]);
}

function told(): number {
  try {
    return Number(localStorage.getItem(TOUCHED_AT) ?? 0);
  } catch {
    return 0;
  }
}

function tell(at: number): void {
  try {
    localStorage.setItem(TOUCHED_AT, String(at));
  } catch {
    // Each window then counts for itself.
  }
}
