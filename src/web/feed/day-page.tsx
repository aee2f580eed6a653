/** An earlier Today: its order, what was pressed and what that moved, and whether it would come out the same now. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DayAnswer } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { papers, shortened } from '../parts/words.ts';
import { NeedsAccount } from '../saved/needs-account.tsx';
import { BackToToday } from './back-to-today.tsx';
import { clock, pressedInWords, replayInWords, upInWords } from './day-words.ts';
import { FeedRow } from './feed-row.tsx';
import { idOf } from './moved.ts';
import { dayQuery } from './queries.ts';
import '../styles/feed.css';

const here = getRouteApi('/today/days/$day');

export function DayPage() {
  const { day } = here.useParams();
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="An earlier Today" door={house.door}>
        Each Today somebody opened is kept for them alone.
      </NeedsAccount>
    );
  return <Day day={day} />;
}

function Day({ day }: { day: string }) {
  const { data, error, isFetching, refetch } = useQuery(dayQuery(day));
  const isSlow = useSlow(isFetching && data === undefined);
  return (
    <>
      <BackToToday />
      <header className="head">
        <PageHeading title={data?.dayInWords ?? 'An earlier Today'} />
        {data && <p>As it stood when you opened it at {clock(data.openedAt)}.</p>}
      </header>
      {error && <Failure error={error} kept="The days are kept." onRetry={() => void refetch()} />}
      {isSlow && <p role="status">Fetching the day…</p>}
      {data && <Kept day={data} />}
      <p className="end-ways">
        <Link to="/today/days" activeOptions={{ exact: true }}>
          All earlier days
        </Link>
      </p>
    </>
  );
}

function Kept({ day }: { day: DayAnswer }) {
  return (
    <div className="stack">
      <section className="feed" aria-labelledby="order">
        <h2 id="order" className="sr">
          Its papers
        </h2>
        <ol className="rows">
          {day.rows.map((place) => (
            <li key={idOf(place)}>{'gone' in place ? <NoMore title={place.gone.title} /> : <FeedRow row={place} />}</li>
          ))}
        </ol>
      </section>
      <Changes changes={day.changes} />
      <section className="sect" aria-labelledby="replay">
        <h2 id="replay">Would it come out the same?</h2>
        {replayInWords(day.replay).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Made made={day.made} />
      </section>
    </div>
  );
}

function NoMore({ title }: { title: string }) {
  return (
    <div className="gone-place">
      <p>
        <span className="lit" dir="auto">
          {title}
        </span>{' '}
        is not in the library any more.
      </p>
    </div>
  );
}

function Changes({ changes }: Pick<DayAnswer, 'changes'>) {
  return (
    <section className="sect" aria-labelledby="pressed">
      <h2 id="pressed">What you pressed</h2>
      {changes.length === 0 && <p className="quiet">Nothing that day.</p>}
      <ol className="thread">
        {changes.map((change) => (
          <Change key={`${change.at} ${change.act} ${change.paper?.id}`} change={change} />
        ))}
      </ol>
    </section>
  );
}

function Change({ change: { at, act, paper, up } }: { change: DayAnswer['changes'][number] }) {
  const moved = upInWords(up);
  return (
    <li>
      <time dateTime={at}>{clock(at)}</time>
      <p>
        {pressedInWords(act)}
        {paper && (
          <>
            {' '}
            <Link to="/paper/$" params={{ _splat: paper.id }} className="lit">
              “{shortened(paper.title, 120)}”
            </Link>
          </>
        )}
        .{moved !== undefined && <span className="quiet"> {moved}</span>}
      </p>
    </li>
  );
}

function Made({ made: { candidates, statistics, words, model, seed } }: Pick<DayAnswer, 'made'>) {
  return (
    <details>
      <summary>What it was made with</summary>
      <dl className="facts">
        <div>
          <dt>Chosen among</dt>
          <dd className="num">{papers(candidates)}</dd>
        </div>
        <div>
          <dt>Reading of words</dt>
          <dd className="num">version {words}</dd>
        </div>
        <div>
          <dt>Mark of the word counts</dt>
          <dd>{statistics}</dd>
        </div>
        <div>
          <dt>Way of ranking</dt>
          <dd>{model}</dd>
        </div>
        <div>
          <dt>Number for chance</dt>
          <dd className="num">{seed}</dd>
        </div>
      </dl>
    </details>
  );
}
