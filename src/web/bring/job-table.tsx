/** Jobs as a table at a desk and as a list on a phone. */
import { useState } from 'react';
import type { JobView } from '#api/index.ts';
import { FoldTable } from '../parts/fold-table.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';
import { shortened } from '../parts/words.ts';
import { JobButtons } from './job-buttons.tsx';
import { JobLists } from './job-lists.tsx';
import { cameIn, counts, isUnderWay, kept, outcome, remarks, statusInWords } from './job-words.ts';
import { moment } from './moment.ts';
import { Progress } from './progress.tsx';
import '../styles/jobs.css';

const COLUMNS = ['What', 'State', 'When', 'Papers'];

export function JobTable({ jobs }: { jobs: readonly JobView[] }) {
  return (
    <FoldTable name="What runs and what ran" look="jobs wide" columns={COLUMNS}>
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </FoldTable>
  );
}

function JobRow({ job }: { job: JobView }) {
  const [now] = useState(() => new Date());
  const { createdAt, startedAt, endedAt } = job;
  return (
    <tr>
      <th scope="row">
        {shortened(job.title, 120)}
        <span className="hint">{KINDS[job.kind]}</span>
        {job.askedBy !== undefined && <span className="hint">Asked for by {job.askedBy}</span>}
      </th>
      <td data-l="State">
        <State job={job} />
      </td>
      <td className="when" data-l="When">
        <div>{moment(endedAt ?? startedAt ?? createdAt, now)}</div>
      </td>
      <td data-l="Papers">
        <div className="how">{isUnderWay(job) ? <Progress job={job} /> : <How job={job} />}</div>
      </td>
      <td className="do">
        <div className="btns">
          <JobButtons job={job} />
        </div>
      </td>
    </tr>
  );
}

const KINDS: Readonly<Record<JobView['kind'], string>> = {
  fetch: 'From PubMed',
  'keep-current': 'From PubMed, every day',
  import: 'From a file',
};

const SIGNS: Readonly<Partial<Record<JobView['status'], readonly [icon: IconName, look: string]>>> = {
  waiting: ['wait', 'is-waiting'],
  failed: ['concern', 'is-concern'],
};

function State({ job }: { job: JobView }) {
  const [icon, look] = SIGNS[job.status] ?? [];
  return (
    <span className={look === undefined ? 'tell' : `tell ${look}`}>
      {icon !== undefined && <Icon name={icon} small />}
      {statusInWords(job)}
    </span>
  );
}

function How({ job }: { job: JobView }) {
  if (job.status !== 'done')
    return (
      <>
        {job.status === 'failed' && <p>{job.error ?? 'It failed.'}</p>}
        <p>{kept(job)}</p>
      </>
    );
  return (
    <>
      <p>{cameIn(job) > 0 ? counts(job) : outcome(job)}</p>
      {remarks(job).map((remark) => (
        <p key={remark} className="hint">
          {remark}
        </p>
      ))}
      <JobLists job={job} />
    </>
  );
}
