/** A value that people change as they type, once they have paused. */
import { useEffect, useState } from 'react';

/**
 * @param key tells one value from another, since the value is built anew each time.
 * @param after milliseconds of quiet.
 * @returns the value as it was when it last came to rest, and the way not to wait.
 */
export function useSettled<T>(value: T, key: string, after: number): readonly [settled: T, settle: () => void] {
  const [settled, setSettled] = useState({ value, key });
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => setSettled({ value, key }), after);
    return () => clearTimeout(timer);
    // The key stands for the value.
  }, [key, settled.key, after, value]);
  return [settled.value, () => setSettled({ value, key })];
}
