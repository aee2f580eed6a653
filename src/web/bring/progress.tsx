/** How far a job is, for the eye. It changes every second, so what a screen reader hears is said apart, and less often. */
import { useId, useState } from 'react';
import type { JobView } from '#api/index.ts';
import { progress } from './job-words.ts';
import { moment } from './moment.ts';

export function Progress({ job }: { job: JobView }) {
  const [now] = useState(() => new Date());
  const name = useId();
  const { status, wanted, done = 0, saying, againAt, error } = job;
  const isWaiting = status === 'waiting';
  const hasBegun = !isWaiting || wanted !== undefined;
  return (
    <div className="progress">
      {hasBegun && (
        <>
          <label htmlFor={name}>{progress(job)}</label>
          {/* Without a value it says that something is under way, not how far. */}
          <progress id={name} {...(wanted !== undefined && { max: wanted, value: done })} />
        </>
      )}
      {isWaiting && error !== undefined && <span>{error}</span>}
      {isWaiting && againAt !== undefined && <span>It tries again {moment(againAt, now)}.</span>}
      {saying !== undefined && <span>{saying}</span>}
    </div>
  );
}
