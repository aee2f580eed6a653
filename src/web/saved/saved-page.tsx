/** What one saved: by label, with words in it, in three orders, twenty a page; and what can be done with many at once. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { SavedAnswer } from '#api/index.ts';
import { addressOf } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery, savedQuery } from '../parts/queries.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { useSlow } from '../parts/slow.ts';
import { TakeOut } from '../parts/take-out.tsx';
import { papers } from '../parts/words.ts';
import { NeedsAccount } from './needs-account.tsx';
import { LabelHead } from './label-head.tsx';
import { Labels } from './labels.tsx';
import { SavedFilter } from './saved-filter.tsx';
import { SavedList } from './saved-list.tsx';
import { SavedPages } from './saved-pages.tsx';
import '../styles/bring.css';
import '../styles/saved.css';

const here = getRouteApi('/saved');

export function SavedPage() {
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="Saved" door={house.door}>
        Papers you save stand here under your labels, with your notes. One that is retracted later says so first.
      </NeedsAccount>
    );
  return <Saved you={house.you.id} />;
}

function Saved({ you }: { you: string }) {
  const state = here.useSearch();
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery(savedQuery(state));
  const isSlow = useSlow(isFetching && data === undefined);
  if (data === undefined)
    return (
      <>
        <PageHeading title="Saved" />
        {error && <Failure error={error} kept="What you saved is kept." onRetry={() => void refetch()} />}
        {isSlow && <p role="status">Fetching what you saved…</p>}
      </>
    );
  if (data.saved === 0) return <NothingSaved />;
  return (
    <>
      <header className="head">
        <PageHeading title={data.saved === 1 ? 'One saved paper' : `${papers(data.saved)} saved`} />
        <p>Only you see them, and what you note on them.</p>
      </header>
      {error && <Failure error={error} kept="What you saved is kept." onRetry={() => void refetch()} />}
      <div className="wide find saved">
        <SavedFilter state={state} />
        <Labels labels={data.labels} saved={data.saved} state={state} />
        <section aria-label="Saved papers" aria-busy={isFetching}>
          {state.label !== undefined && <LabelHead state={state} labels={data.labels} />}
          <div className="bar-line">
            <h2 aria-live="polite" aria-atomic="true">
              {found(data, state)}
            </h2>
            <Order state={state} />
            {data.total > 0 && <TakeAll state={state} total={data.total} />}
          </div>
          {data.total === 0 && <NoneHere state={state} />}
          {data.rows.length > 0 && <SavedList you={you} rows={data.rows} answeredAt={dataUpdatedAt} />}
          <SavedPages state={state} answer={data} />
        </section>
      </div>
    </>
  );
}

function found({ total, saved }: SavedAnswer, { label, q }: SavedState): string {
  if (label === undefined && q === undefined) return 'All of them';
  return total === 0 ? 'None of them' : `${papers(total)} of ${saved}`;
}

const ORDERS = [
  [undefined, 'Last saved'],
  ['published', 'Newest'],
  ['title', 'By title'],
] as const;

function Order({ state }: { state: SavedState }) {
  const { sort: now, page: _page, ...rest } = state;
  return (
    <nav className="seg" aria-label="Order">
      {ORDERS.map(([sort, words]) => (
        <Link
          key={words}
          to="/saved"
          search={{ ...rest, ...(sort && { sort }) }}
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={sort === now ? 'true' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}

function TakeAll({ state, total }: { state: SavedState; total: number }) {
  const { page: _page, ...asked } = state;
  return (
    <TakeOut
      what={total === 1 ? 'this paper' : `all ${papers(total)}`}
      address={(format) => addressOf('exportSaved', { ...asked, format })}
    />
  );
}

function NoneHere({ state: { label, q, sort } }: { state: SavedState }) {
  return (
    <div className="empty">
      <p>
        {q === undefined ? 'No saved paper has this label.' : 'No saved paper here has all of these words.'} They are
        looked for in title, authors, journal, labels and your notes.
      </p>
      <Link className="btn" to="/saved" search={{ ...(q && label && { label }), ...(sort && { sort }) }}>
        {q !== undefined && label !== undefined ? `All under “${label}”` : 'All saved papers'}
      </Link>
    </div>
  );
}

function NothingSaved() {
  return (
    <div className="empty">
      <PageHeading title="Nothing saved yet" />
      <p>
        Press <b>Save</b> under a paper, or the key <kbd>s</kbd>, and it stands here. Give it a label such as “Ward
        round” to find it again, and a note that only you see.
      </p>
      <p className="hint">If a saved paper is retracted later, that is the first thing its row says.</p>
      <Link className="btn" to="/search" search={{}}>
        Find a paper
      </Link>
    </div>
  );
}
