/** The related papers: what belongs to this one by the records first, then those most like it, each with the reason it stands here. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import type { NoticeView, PaperView, RelatedAnswer } from '#api/index.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { NoticeSigns } from '../../parts/notices.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { useSlow } from '../../parts/slow.ts';
import { MarkSigns } from '../marks/signs.tsx';
import { useMarks } from '../marks/use-marks.ts';
import { relatedQuery } from './related-query.ts';

type Hit = RelatedAnswer['hits'][number];

const FIRST = 5;

export function RelatedList({ view }: { view: PaperView }) {
  const { data, error, refetch } = useQuery(relatedQuery(view.paper.id));
  const isSlow = useSlow(data === undefined && error === null);
  if (error) return <Failure error={error} kept="The paper itself is all here." onRetry={() => void refetch()} />;
  if (data === undefined)
    return (
      <div className="alike-room">
        <p className="quiet" role="status">
          {isSlow && 'Looking for papers like this one…'}
        </p>
      </div>
    );
  if (data.hits.length === 0) return <p>No paper here shares enough words with this one.</p>;
  return <Rows hits={data.hits} view={view} />;
}

function Rows({ hits, view }: { hits: readonly Hit[]; view: PaperView }) {
  const [isWhole, setIsWhole] = useState(false);
  const sixth = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Whoever asked for more by keyboard goes on from there: the button is gone.
    if (isWhole) sixth.current?.focus({ preventScroll: true });
  }, [isWhole]);
  const more = hits.length - FIRST;
  return (
    <>
      <ol className="mini">
        {hits.slice(0, isWhole ? hits.length : FIRST).map((hit, at) => (
          <li key={hit.paper.id}>
            <Row hit={hit} label={tieInWords(hit, view)} link={at === FIRST ? sixth : undefined} />
          </li>
        ))}
      </ol>
      {!isWhole && more > 0 && (
        <button type="button" className="btn-link" onClick={() => setIsWhole(true)}>
          Show {more === 1 ? 'one' : more === FIRST ? 'five' : more} more
        </button>
      )}
    </>
  );
}

interface RowOf {
  readonly hit: Hit;
  readonly label: string | undefined;
  readonly link: Ref<HTMLAnchorElement> | undefined;
}

function Row({ hit: { paper, shared, mark, also }, label, link }: RowOf) {
  const cameFrom = useLocation({ select: ({ state }) => state.cameFrom });
  const { mark: made } = useMarks(paper.id);
  const { journal, date, freeCopy } = paper;
  return (
    <>
      <p className="row-title" dir="auto">
        <Link
          to="/paper/$"
          params={{ _splat: paper.id }}
          {...(cameFrom && { state: { cameFrom } })}
          {...(link && { ref: link })}
        >
          <RichText text={paper.title} />
        </Link>
      </p>
      <p className="meta">
        <NoticeSigns notices={paper.notices} />
        {label && (
          <span className="tell">
            <Icon name="doc" small />
            {label}
          </span>
        )}
        {mark && <span>{mark === 'guideline' ? 'Guideline' : 'Trial'}</span>}
        {journal && <span>{journal}</span>}
        {date && <span>{date.slice(0, 4)}</span>}
        {freeCopy && (
          <span className="tell is-free">
            <Icon name="free" small />
            Free copy
          </span>
        )}
        {also !== undefined && (
          <span>{also.length === 1 ? 'with another record of it' : `with ${also.length} other records of it`}</span>
        )}
        {shared.length > 0 && <span dir="auto">because they share {shared.join(', ')}</span>}
      </p>
      <MarkSigns mark={made} />
    </>
  );
}

/** What another paper is to this one, as this one's notices and relations have it: they know the direction. */
const NOTICES: Readonly<Record<NoticeView['kind'], string>> = {
  retracted: 'Retraction',
  concern: 'Expression of concern',
  corrected: 'Correction',
  republished: 'The new publication',
  updated: 'Newer version',
  notice: 'The paper this is about',
};
/** Where neither names it. */
const TIES: Readonly<Record<NonNullable<Hit['tie']>, string>> = {
  retraction: 'Tied by a retraction',
  concern: 'Tied by an expression of concern',
  correction: 'Tied by a correction',
  update: 'Another version',
  republication: 'Another publication of it',
  comment: 'Tied by a comment',
  summary: 'Tied by a summary for patients',
};

function tieInWords({ paper, tie }: Hit, { notices, relations }: PaperView): string | undefined {
  if (tie === undefined) return undefined;
  const notice = notices.find(({ id }) => id === paper.id);
  return notice ? NOTICES[notice.kind] : (relations.find(({ id }) => id === paper.id)?.label ?? TIES[tie]);
}
