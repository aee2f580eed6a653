/** What can be done to a job as it stands: stop it, let it go on, or not wait for the next try. */
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { isUnderWay } from './job-words.ts';
import { Trouble } from './trouble.tsx';
import { useResume, useStop, useTryNow } from './use-jobs.ts';

export function JobButtons({ job }: { job: JobView }) {
  const { id, status, againAt } = job;
  const { data: house } = useQuery(houseQuery());
  const stop = useStop(id);
  const resume = useResume(id);
  const tryNow = useTryNow(id);
  if (status === 'done' || house?.mayBring === false) return null;
  // One who runs a job stops at the next safe place; until then the button says that it was heard.
  const isStopping = stop.isPending || (stop.data?.job.status === 'running' && status === 'running');
  const refused = [stop, resume, tryNow].find((call) => call.error !== null);
  return (
    <>
      {isUnderWay(job) ? (
        <>
          {againAt !== undefined && <Press words="Try now" of={job} isHeard={tryNow.isPending} press={tryNow.mutate} />}
          <Press words={isStopping ? 'Stopping…' : 'Stop'} of={job} isHeard={isStopping} press={stop.mutate} />
        </>
      ) : (
        <>
          <Press
            words={onwards(job)}
            of={job}
            isHeard={resume.isPending}
            press={() => {
              stop.reset();
              resume.mutate();
            }}
          />
          {job.isWish && <Press words="Not these" of={job} isHeard={stop.isPending} press={stop.mutate} />}
        </>
      )}
      {refused?.error && (
        <Trouble error={refused.error} kept="The papers are as they were." onRetry={() => refused.mutate()} />
      )}
    </>
  );
}

function onwards({ isWish, status, kind }: JobView): string {
  if (isWish) return 'Bring these papers';
  return status === 'failed' && kind === 'import' ? 'Try again' : 'Go on';
}

interface Pressed {
  readonly words: string;
  readonly of: JobView;
  /** It was pressed, and what it asks for is on its way. */
  readonly isHeard: boolean;
  readonly press: () => void;
}

function Press({ words, of, isHeard, press }: Pressed) {
  return (
    <button className="btn" type="button" aria-disabled={isHeard || undefined} onClick={() => !isHeard && press()}>
      {words}
      <span className="sr">: {of.title}</span>
    </button>
  );
}
