/** Bringing in what a list needs and the library lacks: at once, or as a wish that waits for the librarian. */
import type { HouseState } from '#api/index.ts';
import { isRefused } from '../bring/job-words.ts';
import { useBring, useJobs } from '../bring/use-jobs.ts';
import { useWayIn } from '../parts/way-in.ts';
import type { Alter, Wish } from './checking.ts';

/** `fetch` who may bring, `ask` who may ask for it, `sign-in` who could after that, `none` where no paper can come in. */
type Way = 'fetch' | 'ask' | 'sign-in' | 'none';

export interface FetchingMissing {
  readonly way: Way;
  readonly wish: Wish | undefined;
  /** The librarian did not let it go on, and nothing of it comes in. */
  readonly isWishRefused: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** @param numbers PMIDs, PMCIDs or DOIs. */
  readonly start: (numbers: readonly string[]) => void;
  /** The same numbers once more, where that failed. */
  readonly again: () => void;
  /** The list was checked again after the job ended. */
  readonly tell: () => void;
}

export function useFetchMissing(house: HouseState | undefined, wish: Wish | undefined, alter: Alter): FetchingMissing {
  const toWayIn = useWayIn();
  const { mutateAsync, isPending, error, variables } = useBring();
  const way = wayOf(house);
  const job = useJobs().data?.jobs.find(({ id }) => id === wish?.job);
  const isWishRefused = job !== undefined && isRefused(job);
  const send = async (numbers: readonly string[]) => {
    const { job } = await mutateAsync({ ids: numbers.join('\n') });
    const asked = way === 'ask' && !isWishRefused ? (wish?.numbers ?? []) : [];
    alter({ wish: { numbers: [...new Set([...asked, ...numbers])], job: job.id, isTold: false } });
  };
  const start = (numbers: readonly string[]) => {
    if (isPending) return;
    if (way === 'sign-in') return toWayIn?.({});
    // What went wrong is shown by the error that is kept.
    send(numbers).catch(() => undefined);
  };
  return {
    way,
    wish,
    isWishRefused,
    isPending,
    error,
    start,
    again: () => start(variables?.ids?.split('\n') ?? []),
    tell: () => wish && alter({ wish: { ...wish, isTold: true } }),
  };
}

function wayOf(house: HouseState | undefined): Way {
  if (house === undefined || house.kind === 'sample') return 'none';
  if (house.mayBring) return 'fetch';
  if (house.you !== undefined) return 'ask';
  return house.door === 'sign-in' ? 'sign-in' : 'none';
}
