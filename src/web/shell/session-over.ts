/** A call that needs somebody to be signed in was refused: the reader is led to the way in, once, and comes back from there. */
import type { QueryClient } from '@tanstack/react-query';
import type { createPlaces } from './places.tsx';
import { CallFailed } from '../parts/api.ts';
import { houseQuery } from '../parts/queries.ts';
import { doorOf } from '../parts/way-in.ts';
import { isBeforeDoor } from './doors.ts';
import { forgetAnswers, lookWhoIsHere } from './start-anew.ts';

type Places = ReturnType<typeof createPlaces>;

/**
 * @param places built after the memory that asks, so given as a question.
 * @returns what is told of each failure; `isOfPage` where the page itself cannot be shown, so that the way back leaves it out.
 */
export function leadingIn(queries: () => QueryClient, places: () => Places) {
  let isLeading = false;
  const lead = async (isOfPage: boolean) => {
    const { pathname, href } = places().state.location;
    if (isLeading || isBeforeDoor(pathname)) return;
    isLeading = true;
    try {
      const before = queries().getQueryData(houseQuery().queryKey)?.you;
      const house = await lookWhoIsHere(queries());
      // Somebody has signed in since, in another window: the page can simply ask again.
      if (house.you !== undefined) return;
      await places().navigate({
        to: doorOf(house),
        search: { to: href },
        replace: isOfPage,
        state: before === undefined ? {} : { ended: before.device },
      });
      forgetAnswers(queries());
    } catch {
      // Where even this is not answered, the page goes on showing the refusal.
    } finally {
      isLeading = false;
    }
  };
  return (error: Error, isOfPage: boolean): void => {
    if (!(error instanceof CallFailed) || error.code !== 'sign_in_needed') return;
    void lead(isOfPage);
  };
}
