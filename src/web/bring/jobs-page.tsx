/** All that brings papers in: what runs and waits first, then the newest of what ended. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JobView } from '#api/index.ts';
import { CallFailed } from '../parts/api.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { isRefused, isUnderWay } from './job-words.ts';
import { JobTable } from './job-table.tsx';
import { NotYours, Trouble } from './trouble.tsx';
import { useJobs } from './use-jobs.ts';
import { mayAsk } from '../parts/may-ask.ts';
import { isSampleAlone, SampleAlone } from './whose.tsx';
import '../styles/bring.css';

export function JobsPage() {
  const { data: house } = useQuery(houseQuery());
  return isSampleAlone(house) ? (
    <>
      <Head says={undefined} />
      <SampleAlone />
    </>
  ) : (
    <All />
  );
}

function All() {
  const { data: house } = useQuery(houseQuery());
  const mayBring = house?.mayBring !== false;
  const { data, error, refetch } = useJobs();
  const isElsewhere = error instanceof CallFailed && error.code === 'forbidden';
  return (
    <>
      <Head says={data && data.jobs.length > 0 ? busy(data.jobs, mayBring) : undefined} />
      {isElsewhere && <NotYours />}
      {error && !isElsewhere && <Trouble error={error} kept="What runs goes on." onRetry={() => void refetch()} />}
      {data?.jobs.length === 0 && (
        <div className="empty">
          <p>
            {mayBring
              ? 'Nothing has been brought in yet. What you bring from PubMed or from a file is listed here.'
              : 'You have not asked for papers yet. What you ask for is listed here, and what became of it.'}
          </p>
          <Link className="btn btn-main" to="/bring">
            {mayBring ? 'Bring papers from PubMed' : 'Ask for papers from PubMed'}
          </Link>
        </div>
      )}
      {data && data.jobs.length > 0 && <JobTable jobs={data.jobs} />}
    </>
  );
}

function Head({ says }: { says: string | undefined }) {
  const { data: house } = useQuery(houseQuery());
  return (
    <header className="head">
      <PageHeading title={mayAsk(house) ? 'What you asked for' : 'What runs'} />
      {says !== undefined && <p>{says}</p>}
    </header>
  );
}

/** `1 runs, 2 wait. 3 can go on.` */
function busy(jobs: readonly JobView[], mayBring: boolean): string {
  const count = (...statuses: readonly JobView['status'][]) =>
    jobs.filter(({ status }) => statuses.includes(status)).length;
  const [runs, waits, ended] = [
    count('running'),
    count('waiting'),
    jobs.filter((job) => ['stopped', 'failed'].includes(job.status) && !job.isWish && !isRefused(job)).length,
  ];
  const wished = jobs.filter(({ isWish }) => isWish).length;
  const now = jobs.some(isUnderWay)
    ? [runs > 0 && `${runs} ${runs === 1 ? 'runs' : 'run'}`, waits > 0 && `${waits} ${waits === 1 ? 'waits' : 'wait'}`]
        .filter((part) => part !== false)
        .join(', ')
    : 'Nothing runs now';
  const said = [
    `${now}.`,
    ...(wished > 0 ? [wished === 1 ? '1 wish waits for a librarian.' : `${wished} wishes wait for a librarian.`] : []),
    ...(ended > 0 ? [`${ended} stopped or failed${mayBring ? ' and can go on' : ''}.`] : []),
  ];
  return said.join(' ');
}
