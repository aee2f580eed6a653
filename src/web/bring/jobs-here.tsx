/** The jobs of one part of the page, right where they were begun. */
import { useEffect, useRef } from 'react';
import type { JobView } from '#api/index.ts';
import { JobCard } from './job-card.tsx';
import { isUnderWay } from './job-words.ts';
import { isOfNow } from './use-jobs.ts';

/** Of those that have ended; the others are on the page of all jobs. */
const MOST_ENDED = 3;

interface Here {
  readonly jobs: readonly JobView[] | undefined;
  readonly isFile: boolean;
  readonly label: string;
}

export function JobsHere({ jobs, isFile, label }: Here) {
  const place = useRef<HTMLElement>(null);
  const here = (jobs ?? []).filter((job) => (job.kind === 'import') === isFile && isOfNow(job));
  const newest = Math.max(0, ...here.map(({ id }) => id));
  const seen = useRef<number>(undefined);
  const isKnown = jobs !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    // One that was begun here comes into view; those found on arrival leave the page where it is.
    if (seen.current !== undefined && newest > seen.current) place.current?.scrollIntoView({ block: 'nearest' });
    seen.current = newest;
  }, [isKnown, newest]);
  const ended = here.filter((job) => !isUnderWay(job)).slice(0, MOST_ENDED);
  if (here.length === 0) return null;
  return (
    <section className="jobs-here" ref={place} aria-label={label}>
      {[...here.filter(isUnderWay), ...ended].map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </section>
  );
}
