/** The button for the papers a list needs and the library lacks, and how far they are on their way. */
import { useEffect, useEffectEvent } from 'react';
import type { JobView } from '#api/index.ts';
import { JobButtons } from '../bring/job-buttons.tsx';
import { JobLists } from '../bring/job-lists.tsx';
import { isUnderWay, kept, outcome, progressHeard, statusInWords } from '../bring/job-words.ts';
import { Progress } from '../bring/progress.tsx';
import { useJobs } from '../bring/use-jobs.ts';
import { Icon } from '../parts/icon.tsx';
import { theMissing } from './check-words.ts';
import type { FetchingMissing } from './fetch-missing.ts';
import { Refused } from './refused.tsx';

const FETCH = 'fetch-missing';

const SAYS: Readonly<Record<Exclude<FetchingMissing['way'], 'none'>, string>> = {
  fetch: 'Fetch',
  ask: 'Ask for',
  'sign-in': 'Sign in to ask for',
};

export function FetchButton({ numbers, fetching }: { numbers: readonly string[]; fetching: FetchingMissing }) {
  const { way, wish, isWishRefused, isPending, start } = fetching;
  if (way === 'none' || numbers.length === 0) return null;
  const asked = way === 'ask' && numbers.every((number) => wish?.numbers.includes(number));
  // The same wish is not heard twice; what became of it is said below.
  if (asked) return isWishRefused ? null : <Asked />;
  const isOnItsWay = isPending || (way === 'fetch' && wish !== undefined && !wish.isTold);
  return (
    <button
      id={FETCH}
      className="btn btn-main"
      type="button"
      aria-disabled={isOnItsWay || undefined}
      onClick={() => !isOnItsWay && start(numbers)}
    >
      {SAYS[way]} {theMissing(numbers.length)}
    </button>
  );
}

function Asked() {
  return (
    <span className="tell is-waiting" role="status">
      <Icon name="wait" small />
      The librarian sees your wish.
    </span>
  );
}

/** @param onDone the papers are in, or as many of them as will come: the list is to be checked again. */
export function FetchUnderWay({ fetching, onDone }: { fetching: FetchingMissing; onDone: () => void }) {
  const { way, wish, error, again } = fetching;
  return (
    <>
      {error && <Refused error={error} kept="Nothing was fetched." onRetry={again} />}
      {(way === 'fetch' || way === 'ask') && wish !== undefined && (
        <OnItsWay key={wish.job} fetching={fetching} id={wish.job} onDone={onDone} />
      )}
    </>
  );
}

interface Way {
  readonly fetching: FetchingMissing;
  readonly id: number;
  readonly onDone: () => void;
}

function OnItsWay({ fetching: { way, wish, isWishRefused, tell }, id, onDone }: Way) {
  const job = useJobs().data?.jobs.find((each) => each.id === id);
  // A wish waits for the librarian, whatever the job calls that.
  const hasEnded = job !== undefined && !isUnderWay(job) && !job.isWish;
  const checkAgain = useEffectEvent(() => {
    // The button goes away with the last missing paper; who used it is left at the head of the list.
    if (document.activeElement?.id === FETCH) document.getElementById('checked')?.focus();
    tell();
    onDone();
  });
  useEffect(() => {
    if (hasEnded && !isWishRefused && wish?.isTold === false) checkAgain();
  }, [hasEnded, isWishRefused, wish?.isTold]);
  if (job === undefined || job.isWish) return null;
  return (
    <section className="job" aria-label="Fetching what is missing">
      <p className="sr" role="status">
        {hasEnded ? ended(job) : progressHeard(job)}
      </p>
      {hasEnded ? <p aria-hidden="true">{ended(job)}</p> : <Progress job={job} />}
      <JobLists job={job} />
      {way === 'fetch' && job.status !== 'done' && (
        <div className="btns">
          <JobButtons job={job} />
        </div>
      )}
    </section>
  );
}

function ended(job: JobView): string {
  if (job.status === 'done') return `${outcome(job)} The list was checked again.`;
  return `${job.status === 'failed' ? (job.error ?? 'It failed.') : `${statusInWords(job)}.`} ${kept(job)}`;
}
