/** Signing out. Nothing of the person is left in the page afterwards, and the way back in the browser leads to nothing of theirs. */
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { todayQuery } from '../feed/today-query.ts';
import { call, CallFailed } from '../parts/api.ts';
import { doorOf } from '../parts/way-in.ts';
import { isClosed } from './doors.ts';
import { forgetAnswers, lookWhoIsHere } from './start-anew.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The session that was open here is over: on which kind of device it was. */
    ended?: 'shared' | 'own';
  }
}

/** `here` this session, `everywhere` all of the account, `idle` this one because nobody has touched the shared computer. */
type Leaving = 'here' | 'everywhere' | 'idle';

const LEAVING = ['leaving'];

/** Whether somebody signs out in this window, wherever the button for it was. */
export function useIsLeaving(): boolean {
  return useIsMutating({ mutationKey: LEAVING }) > 0;
}

export function useLeaving() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationKey: LEAVING,
    mutationFn: (how: Leaving) => signOut(how),
    onSuccess: async (_, how) => {
      const house = await lookWhoIsHere(queries);
      const state = how === 'idle' ? ({ ended: 'shared' } as const) : {};
      const isToDoor = isClosed(house) || how === 'idle';
      // Today was theirs; whoever reads on without an account gets another.
      const { queryKey } = todayQuery();
      queries.removeQueries({ queryKey, type: 'inactive' });
      await navigate(isToDoor ? { to: doorOf(house), state } : { to: '/today', state });
      await queries.resetQueries({ queryKey });
      // Only now: a page that is still drawn would ask for its answers again.
      forgetAnswers(queries);
    },
  });
}

/** One who is signed out already has what they wanted. */
export async function signOut(how: Leaving): Promise<void> {
  try {
    await call(how === 'everywhere' ? 'signOutEverywhere' : 'signOut', {});
  } catch (thrown) {
    if (!(thrown instanceof CallFailed) || thrown.code !== 'sign_in_needed') throw thrown;
  }
}
