/** Somebody has been let in: what they pressed before happens now, and they are back where they were. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { HistoryState } from '@tanstack/react-router';
import { call } from '../parts/api.ts';
import type { Wanted } from '../parts/wanted.ts';
import { forgetStrangers, lookWhoIsHere } from '../shell/start-anew.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Somebody new has come in by an invitation. */
    welcome?: boolean;
    /** Somebody has just made the first account of the house. */
    isFirst?: boolean;
    /** A new password has just been set, with which one signs in now. */
    isReset?: boolean;
  }
}

/** Where one lands who wanted nothing in particular. */
interface Landing {
  readonly to: '/search' | '/settings';
  readonly state?: HistoryState;
}

export function useArrival(): (wanted: Wanted, landing?: Landing) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (wanted, landing = { to: '/search' }) => {
    await lookWhoIsHere(queries);
    forgetStrangers(queries);
    const { act, paper } = wanted;
    const to = wanted.to ?? (paper === undefined ? undefined : `/paper/${encodeURIComponent(paper)}`);
    const isDone = act !== undefined && paper !== undefined && (await isPressed(act, paper));
    const state = { ...(to === undefined && landing.state), ...(isDone && { pressed: act }) };
    router.history.replace(to ?? landing.to, state);
  };
}

/** Where the press fails, the reader is on the paper all the same and sees that it is not pressed. A note is written there. */
async function isPressed(act: NonNullable<Wanted['act']>, paper: string): Promise<boolean> {
  if (act === 'note') return true;
  try {
    await call('act', { paper, act });
    return true;
  } catch {
    return false;
  }
}
