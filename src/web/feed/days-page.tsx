/** The days whose Today is kept. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { NeedsAccount } from '../saved/needs-account.tsx';
import { BackToToday } from './back-to-today.tsx';
import { daysQuery } from './queries.ts';
import '../styles/feed.css';

export function DaysPage() {
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="Earlier days" door={house.door}>
        Each Today you opened is kept as it stood, with what you pressed and what that moved.
      </NeedsAccount>
    );
  return <Days />;
}

function Days() {
  const { data, error, isFetching, refetch } = useQuery(daysQuery());
  const isSlow = useSlow(isFetching && data === undefined);
  return (
    <>
      <BackToToday />
      <header className="head">
        <PageHeading title="Earlier days" />
        <p>The last sixty, each as it stood when you opened it. Only you see them.</p>
      </header>
      {error && <Failure error={error} kept="The days are kept." onRetry={() => void refetch()} />}
      {isSlow && <p role="status">Fetching the days…</p>}
      {data?.days.length === 0 && <p className="quiet">None yet. Each day you open Today is kept here.</p>}
      {data && data.days.length > 0 && (
        <ul className="days">
          {data.days.map(({ day, dayInWords }) => (
            <li key={day}>
              <Link to="/today/days/$day" params={{ day }}>
                {dayInWords}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
