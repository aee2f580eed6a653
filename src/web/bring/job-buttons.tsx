/** What can be done to a job as it stands: stop it, let it go on, or not wait for the next try. */
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { Press } from '../parts/press.tsx';
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
  const of = <span className="sr">: {job.title}</span>;
  const refused = [stop, resume, tryNow].find((call) => call.error !== null);
  return (
    <>
      {isUnderWay(job) ? (
        <>
          {againAt !== undefined && (
            <Press isHeard={tryNow.isPending} onPress={tryNow.mutate}>
              Try now{of}
            </Press>
          )}
          <Press isHeard={isStopping} onPress={stop.mutate}>
            {isStopping ? 'Stopping…' : 'Stop'}
            {of}
          </Press>
        </>
      ) : (
        <>
          <Press
            isHeard={resume.isPending}
            onPress={() => {
              stop.reset();
              resume.mutate();
            }}
          >
            {onwards(job)}
            {of}
          </Press>
          {job.isWish && (
            <Press isHeard={stop.isPending} onPress={stop.mutate}>
              Not these{of}
            </Press>
          )}
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
