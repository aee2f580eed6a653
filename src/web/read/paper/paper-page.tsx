/** The page of a paper, by whatever identifier it is asked for: one paper, several that share it, or why there is none. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CallFailed } from '../../parts/api.ts';
import { Failure } from '../../parts/failure.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { paperQuery } from '../../parts/queries.ts';
import { useSlow } from '../../parts/slow.ts';
import { NotHere, Several, Withdrawn } from './not-one.tsx';
import { OnePaper } from './one-paper.tsx';
import { WayBack } from './way-back.tsx';

const here = getRouteApi('/paper/$');

export function PaperPage() {
  const id = here.useParams()._splat ?? '';
  return (
    <>
      <WayBack />
      <Asked key={id} id={id} />
    </>
  );
}

function Asked({ id }: { id: string }) {
  const { data: answer, error, refetch } = useQuery(paperQuery(id));
  const isSlow = useSlow(answer === undefined && error === null);
  if (error instanceof CallFailed && error.code === 'not_found') return <NotHere id={id} />;
  if (error) {
    return (
      <>
        <PageHeading className="sr" title="The paper did not come" />
        <Failure error={error} kept="Nothing was lost." onRetry={() => void refetch()} />
      </>
    );
  }
  if (answer === undefined) {
    return (
      <p className="waiting" role="status">
        {isSlow && 'Fetching the paper…'}
      </p>
    );
  }
  if ('several' in answer) return <Several id={id} papers={answer.several} />;
  if ('withdrawn' in answer) return <Withdrawn withdrawn={answer.withdrawn} />;
  return <OnePaper view={answer.paper} />;
}
