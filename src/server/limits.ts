/** How often one caller may ask, so that nobody can wear the house out or try passwords by the thousand. */
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#model/index.ts';
import type { Pace } from '#api/index.ts';

/** Calls a minute. Reading is quick; a page asks for several things at once, and a ward shares one address. */
const A_MINUTE: Readonly<Record<Pace, number>> = { usual: 1_200, heavy: 60, entry: 60 };

/** Counted for each person, else for each address. */
export function limitsOf(): (context: Context, pace: Pace, caller: string) => Promise<void> {
  const limiters = Object.fromEntries(
    Object.entries(A_MINUTE).map(([pace, points]) => [pace, new RateLimiterMemory({ points, duration: 60 })]),
  ) as Record<Pace, RateLimiterMemory>;
  return async (context, pace, caller) => {
    try {
      const { remainingPoints, msBeforeNext } = await limiters[pace].consume(caller);
      told(context, pace, remainingPoints, msBeforeNext);
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      const seconds = told(context, pace, 0, thrown.msBeforeNext);
      context.header('retry-after', String(seconds));
      throw new AppError('too_many', `That was too often in one minute. Try again in ${seconds} seconds.`);
    }
  };
}

/** In the fields of the IETF's draft, as the library's own guide writes them. */
function told(context: Context, pace: Pace, remaining: number, msBeforeNext: number): number {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  context.header('ratelimit-limit', String(A_MINUTE[pace]));
  context.header('ratelimit-remaining', String(remaining));
  context.header('ratelimit-reset', String(seconds));
  return seconds;
}
