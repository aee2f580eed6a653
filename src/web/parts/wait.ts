/** A wait that the server asked for, counted down. */
import { useEffect, useState } from 'react';
import { CallFailed } from './api.ts';
import { secondsToWait } from './said.ts';

/** @returns seconds left; zero where nothing has to be waited for. */
export function useWait(error: Error | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!(error instanceof CallFailed) || error.code !== 'too_many') return;
    const until = Date.now() + (error.waitS ?? secondsToWait(error.message)) * 1_000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => {
      clearInterval(timer);
      setLeft(0);
    };
  }, [error]);
  return left;
}
