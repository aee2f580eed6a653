/** A value that is typed or pressed, once it has stood still: so that the server is asked about what was meant. */
import { useEffect, useState } from 'react';

/** @param after in milliseconds. */
export function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}
