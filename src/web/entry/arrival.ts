/** Somebody has been let in: what they pressed before happens now, and they are back where they were. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { HistoryState } from '@tanstack/react-router';
import { call } from '../parts/api.ts';
import type { Wanted } from '../parts/wanted.ts';
import { UNMARKED } from '../read/marks/mark.ts';
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
  readonly to: '/today' | '/settings';
  readonly state?: HistoryState;
}

export function useArrival(): (wanted: Wanted, landing?: Landing) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (wanted, landing = { to: '/today' }) => {
    await lookWhoIsHere(queries);
    forgetStrangers(queries);
    const { act, paper } = wanted;
    const to = wanted.to ?? (paper === undefined ? undefined : `/paper/${encodeURIComponent(paper)}`);
    const done = act !== undefined && paper !== undefined ? await pressed(act, paper) : {};
    const state = { ...(to === undefined && landing.state), ...done };
    router.history.replace(to ?? landing.to, state);
  };
}

/** Where the press fails, the reader is on the paper all the same and sees that it is not pressed. A note is written there. */
async function pressed(act: NonNullable<Wanted['act']>, paper: string): Promise<HistoryState> {
  if (act === 'note') return { pressed: act };
  try {
    // Known before, so that undoing takes nothing away that was there already.
    const { marks } = await call('marks', { papers: paper });
    await call('act', { paper, act });
    return { pressed: act, stoodBefore: marks[paper] ?? UNMARKED };
  } catch {
    return {};
  }
}
