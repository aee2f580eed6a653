/** How papers come in: from PubMed, from a file, and every day by themselves. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CallFailed } from '../parts/api.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { BringForm } from './bring-form.tsx';
import { FilePart } from './file-part.tsx';
import { JobsHere } from './jobs-here.tsx';
import { KeptPart } from './kept-part.tsx';
import { OnlyThere, Trouble } from './trouble.tsx';
import { useJobs } from './use-jobs.ts';
import { isSampleAlone, SampleAlone, Whose } from './whose.tsx';
import '../styles/bring.css';

export function BringPage() {
  const { data: house } = useQuery(houseQuery());
  return (
    <>
      <header className="head">
        <PageHeading title="Bring papers from PubMed" />
        <p>
          They are copied into your own library on this machine, and you can search and read them at once. What you ask
          for goes to PubMed, and nothing else of you or your papers does.
        </p>
      </header>
      {isSampleAlone(house) ? <SampleAlone /> : <Ways />}
    </>
  );
}

function Ways() {
  const { data, error, refetch } = useJobs();
  if (error instanceof CallFailed && error.code === 'forbidden') return <OnlyThere />;
  return (
    <div className="stack">
      <Whose jobs={data} />
      <section className="stack-near" aria-labelledby="from-pubmed">
        <h2 className="sr" id="from-pubmed">
          From PubMed
        </h2>
        <BringForm />
        <JobsHere jobs={data?.jobs} isFile={false} label="Papers that come in" />
      </section>
      {error && <Trouble error={error} kept="What runs goes on." onRetry={() => void refetch()} />}
      <FilePart jobs={data?.jobs} />
      <KeptPart kept={data?.kept} />
      <p>
        <Link to="/jobs">What runs, and what ran before</Link>
      </p>
    </div>
  );
}
