/** Everything behind Today, ranked, twenty a page: for whoever wants to go on. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { StreamAnswer } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { number, papers } from '../parts/words.ts';
import { HidingRow } from '../read/marks/hiding-row.tsx';
import { NeedsAccount } from '../saved/needs-account.tsx';
import { BackToToday } from './back-to-today.tsx';
import { FeedRow } from './feed-row.tsx';
import { NoPapers } from './not-ready.tsx';
import { streamQuery } from './queries.ts';
import '../styles/feed.css';

const here = getRouteApi('/today/all');
const PER_PAGE = 20;

export function StreamPage() {
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="All papers, ranked" door={house.door}>
        The newest papers of the library stand here in the order of what you like, each with the reason why, without
        those you have dealt with.
      </NeedsAccount>
    );
  return <Stream />;
}

function Stream() {
  const { page = 1 } = here.useSearch();
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(streamQuery(page));
  const isSlow = useSlow(isFetching && data === undefined);
  return (
    <>
      <BackToToday />
      <header className="head">
        <PageHeading title="All papers, ranked" />
        {data?.state === 'ranked' && <HowMany answer={data} />}
      </header>
      {error && <Failure error={error} kept="What you liked and saved is kept." onRetry={() => void refetch()} />}
      {isSlow && <p role="status">Ranking…</p>}
      {data && (
        <section className="feed" aria-labelledby="ranked" aria-busy={isPlaceholderData}>
          <h2 id="ranked" className="sr">
            Papers, ranked
          </h2>
          <Ranked answer={data} />
        </section>
      )}
    </>
  );
}

function HowMany({ answer: { total, isWhole } }: { answer: StreamAnswer }) {
  return (
    <>
      <p>{papers(total)}, the likeliest for you first.</p>
      <p role="status" className="quiet t-1">
        {isWhole ? '' : 'Ranking everything… Until then the order is of the likeliest 5,000.'}
      </p>
    </>
  );
}

function Ranked({ answer }: { answer: StreamAnswer }) {
  const { data: house } = useQuery(houseQuery());
  const { rows, page, state } = answer;
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    // A new page begins at its top, for the eye and for a screen reader.
    if (shown.current !== page) list.current?.querySelector<HTMLElement>('.row-title a, button')?.focus();
    shown.current = page;
  }, [page]);
  if (state === 'preparing')
    return <p role="status">The library is being read for you. This page goes on by itself.</p>;
  if (state === 'empty') return house ? <NoPapers house={house} /> : null;
  if (state === 'choose') return <NothingKnown />;
  return (
    <>
      <ol className="rows" ref={list} start={(page - 1) * PER_PAGE + 1}>
        {rows.map((row) => (
          <li key={row.paper.id}>
            <HidingRow paper={row.paper}>
              <FeedRow row={row} />
            </HidingRow>
          </li>
        ))}
      </ol>
      <Pages answer={answer} />
    </>
  );
}

function NothingKnown() {
  return (
    <div className="empty">
      <p>Nothing is known of you yet, so there is no order that would be yours.</p>
      <Link className="btn btn-main" to="/interests">
        Choose what to keep up with
      </Link>
    </div>
  );
}

function Pages({ answer: { rows, page, pages, total } }: { answer: StreamAnswer }) {
  if (pages <= 1) return <p className="end quiet t-1">That is all.</p>;
  const first = (page - 1) * PER_PAGE + 1;
  return (
    <nav className="end pages" aria-label="Pages">
      {page > 1 && (
        <Link
          className="btn"
          to="/today/all"
          search={page > 2 ? { page: page - 1 } : {}}
          activeOptions={{ exact: true }}
        >
          Previous
        </Link>
      )}
      {page < pages && (
        <Link className="btn" to="/today/all" search={{ page: page + 1 }} activeOptions={{ exact: true }}>
          Next
        </Link>
      )}
      <span className="num">
        {rows.length > 0
          ? `Papers ${number(first)}–${number(first + rows.length - 1)} of ${number(total)}`
          : `Nothing on this page. There are ${number(pages)}.`}
      </span>
    </nav>
  );
}
