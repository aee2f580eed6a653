/** Today: a handful of papers, and then it ends. What stands here depends on who is there and what is known of them. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import type { TodayAnswer } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { usePressed } from '../read/marks/pressed.ts';
import { NewestPapers, NewestRail } from './newest-papers.tsx';
import { NoPapers, Preparing } from './not-ready.tsx';
import { TodayRail } from './today-rail.tsx';
import { todayQuery } from './today-query.ts';
import { leftOutInWords, sinceInWords } from './today-words.ts';
import { Today } from './today.tsx';
import { Welcome } from './welcome.tsx';
import '../styles/feed.css';

export function TodayPage() {
  const { data: today, error, isFetching, refetch } = useQuery(todayQuery());
  const isSlow = useSlow(isFetching && today === undefined);
  usePressed();
  const { welcome } = useLocation({ select: ({ state }) => state });
  if (today?.kind === 'choose') return <Navigate to="/interests" replace state={welcome === true ? { welcome } : {}} />;
  const failure = error && (
    <Failure error={error} kept="What you liked and saved is kept." onRetry={() => void refetch()} />
  );
  return (
    <div className="cols today">
      <div className="feed">
        {today && <Welcome />}
        <header className="head">
          <div className="head-line">
            <PageHeading title="Today" />
            {today?.kind === 'today' && <span className="quiet">{today.dayInWords}</span>}
          </div>
          {today && <Said today={today} />}
        </header>
        {failure}
        {isSlow && <p role="status">Fetching your papers…</p>}
        {today?.kind === 'today' && <Today today={today} />}
        {today?.kind === 'newest' && <NewestPapers rows={today.rows} />}
        {today?.kind === 'preparing' && <Preparing papers={today.papers} read={today.read} />}
        {today?.kind === 'empty' && <Empty />}
      </div>
      {today && <Rail today={today} />}
    </div>
  );
}

/** The sentence under the heading. */
function Said({ today }: { today: TodayAnswer }) {
  if (today.kind === 'today')
    return <p>{sinceInWords(today.since, today.places.length, leftOutInWords(today.leftOut) !== undefined)}</p>;
  if (today.kind === 'newest' && today.rows.length > 0)
    return <p>The newest papers of the library, in the order they came.</p>;
  return null;
}

function Empty() {
  const { data: house } = useQuery(houseQuery());
  return house ? <NoPapers house={house} /> : null;
}

function Rail({ today }: { today: TodayAnswer }) {
  const { data: house } = useQuery(houseQuery());
  if (today.kind === 'today') return <TodayRail today={today} />;
  if (today.kind !== 'newest' || house === undefined || house.you !== undefined) return null;
  return <NewestRail door={house.door} isFirst={today.rows.length > 0} />;
}
