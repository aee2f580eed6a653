/** How papers come in: from PubMed, from a file, and every day by themselves. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CallFailed } from '../parts/api.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { mayAsk } from '../parts/may-ask.ts';
import { houseQuery } from '../parts/queries.ts';
import { BringForm } from './bring-form.tsx';
import { FilePart } from './file-part.tsx';
import { JobsHere } from './jobs-here.tsx';
import { KeptPart } from './kept-part.tsx';
import { NotYours, Trouble } from './trouble.tsx';
import { useJobs } from './use-jobs.ts';
import { isSampleAlone, SampleAlone, Whose } from './whose.tsx';
import '../styles/bring.css';

export function BringPage() {
  const { data: house } = useQuery(houseQuery());
  const isWish = mayAsk(house);
  const isStranger = house?.mayBring === false && !isWish;
  return (
    <>
      <header className="head">
        <PageHeading title={isWish ? 'Ask for papers from PubMed' : 'Bring papers from PubMed'} />
        <p>
          {isWish
            ? 'Say which. A librarian or an administrator of your house lets them come in, and here you see when they are.'
            : 'They are copied into your own library on this machine, and you can search and read them at once. What you ask for goes to PubMed, and nothing else of you or your papers does.'}
        </p>
      </header>
      {isSampleAlone(house) ? <SampleAlone /> : isStranger ? <NotYours /> : <Ways isWish={isWish} />}
    </>
  );
}

function Ways({ isWish }: { isWish: boolean }) {
  const { data, error, refetch } = useJobs();
  if (error instanceof CallFailed && error.code === 'forbidden') return <NotYours />;
  return (
    <div className="stack">
      <Whose jobs={data} />
      <section className="stack-near" aria-labelledby="from-pubmed">
        <h2 className="sr" id="from-pubmed">
          From PubMed
        </h2>
        <BringForm isWish={isWish} />
        <JobsHere jobs={data?.jobs} isFile={false} label={isWish ? 'Papers you asked for' : 'Papers that come in'} />
      </section>
      {error && <Trouble error={error} kept="What runs goes on." onRetry={() => void refetch()} />}
      {!isWish && <FilePart jobs={data?.jobs} />}
      {!isWish && <KeptPart kept={data?.kept} />}
      <p>
        <Link to="/jobs">{isWish ? 'What you asked for before' : 'What runs, and what ran before'}</Link>
      </p>
    </div>
  );
}
