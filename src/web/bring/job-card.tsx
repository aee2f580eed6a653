/** One job where it was begun: how far it is, how it went, and what can be done about it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobView } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';
import { shortened } from '../parts/words.ts';
import { JobButtons } from './job-buttons.tsx';
import { cameIn, isUnderWay, kept, outcome, progressHeard, remarks, statusInWords } from './job-words.ts';
import { JobLists } from './job-lists.tsx';
import { moment } from './moment.ts';
import { Progress } from './progress.tsx';
import { OpenYours } from './whose.tsx';

/** Everything published, newest first, as a search that can be read and changed. */
const ALL = { q: '1000:3000[dp]', sort: 'newest' } as const;

export function JobCard({ job }: { job: JobView }) {
  const name = `job-${job.id}`;
  return (
    <article className="job" aria-labelledby={name}>
      <h3 id={name}>{shortened(job.title, 120)}</h3>
      <p className="sr" role="status">
        {isUnderWay(job) ? progressHeard(job) : heard(job)}
      </p>
      {isUnderWay(job) ? (
        <UnderWay job={job} />
      ) : job.status === 'done' ? (
        <Done job={job} />
      ) : (
        <Interrupted job={job} />
      )}
    </article>
  );
}

function UnderWay({ job }: { job: JobView }) {
  if (job.againAt !== undefined) return <Interrupted job={job} />;
  return (
    <>
      {job.status === 'waiting' && <p>{statusInWords(job)}</p>}
      <Progress job={job} />
      {job.status === 'running' && <p className="hint">You can leave this page. It goes on.</p>}
      <div className="btns">
        <JobButtons job={job} />
      </div>
    </>
  );
}

const LOOKS: Readonly<Partial<Record<JobView['status'], readonly [look: string, icon: IconName]>>> = {
  waiting: ['banner is-waiting', 'offline'],
  failed: ['banner is-concern', 'concern'],
};

/** It stopped, failed, or waits to try again: what was kept, and the ways on. */
function Interrupted({ job }: { job: JobView }) {
  const [now] = useState(() => new Date());
  const { status, error, againAt, kind, isWish } = job;
  const { data: house } = useQuery(houseQuery());
  const [look, icon] = LOOKS[status] ?? ['banner', isWish ? 'wait' : 'stop'];
  return (
    <>
      <div className={look}>
        <Icon name={icon} />
        <p>
          <strong>{isWish ? 'Asked for.' : status === 'stopped' ? 'Stopped.' : (error ?? 'It failed.')}</strong>{' '}
          {kept(job)}
          {againAt !== undefined && ` It tries again ${moment(againAt, now)}.`}
        </p>
        <div className="btns" hidden={house?.mayBring === false}>
          <JobButtons job={job} />
          {status !== 'stopped' && kind !== 'import' && <a href="#from-file">From a file instead</a>}
        </div>
      </div>
      <JobLists job={job} />
    </>
  );
}

function Done({ job }: { job: JobView }) {
  const { data: house } = useQuery(houseQuery());
  return (
    <>
      <p>
        <b className="num">{outcome(job)}</b>
      </p>
      {remarks(job).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <JobLists job={job} />
      {cameIn(job) > 0 &&
        (house?.kind === 'sample' ? (
          <OpenYours />
        ) : (
          <p className="btns">
            <Link className="btn" to="/search" search={ALL} activeOptions={{ exact: true }}>
              Search them
            </Link>
          </p>
        ))}
    </>
  );
}

function heard(job: JobView): string {
  const { title, status, isWish, error = 'It failed.' } = job;
  if (isWish) return `${title}: asked for. ${kept(job)}`;
  if (status === 'done') return `${title}: ${outcome(job)}`;
  return `${title}: ${status === 'failed' ? error : 'Stopped.'} ${kept(job)}`;
}
