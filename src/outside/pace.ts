/**
 * How many requests may reach a service in a second, counted from when each has left: a new connection holds the first
 * ones up, and those behind them would catch up.
 */
import PQueue from 'p-queue';

/** A little more than a second: what leaves evenly arrives in bunches. */
export const PACE_MS = 1_100;

export interface Pace {
  /** Resolves when a request may start. @returns what must be called when it has left or failed; more often does no harm. */
  take(): Promise<() => void>;
}

export function createPace(perSecond: number): Pace {
  const places = new PQueue({ concurrency: perSecond });
  const holds = new Set<NodeJS.Timeout>();

  function hold(free: () => void): void {
    const timer = setTimeout(() => {
      holds.delete(timer);
      free();
    }, PACE_MS);
    holds.add(timer);
    // The last request of a program must not keep it from ending.
    if (places.size === 0) timer.unref();
  }

  function take(): Promise<() => void> {
    return new Promise((resolve) => {
      const place = (): Promise<void> =>
        new Promise((free) => {
          let hasLeft = false;
          resolve(() => {
            if (!hasLeft) hold(free);
            hasLeft = true;
          });
        });
      void places.add(place);
      if (places.size > 0) for (const timer of holds) timer.ref();
    });
  }
  return { take };
}
