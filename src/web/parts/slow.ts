/** Telling a wait from a blink. */
import { useEffect, useState } from 'react';

/** True once `isWaiting` has lasted longer than `after` milliseconds: a quick answer needs no word about it. */
export function useSlow(isWaiting: boolean, after = 300): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsSlow(true), after);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isWaiting, after]);
  return isWaiting && isSlow;
}
