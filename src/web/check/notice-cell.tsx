/** What became of a paper: its sign, the way to the notice, and the day of it. */
import { Link } from '@tanstack/react-router';
import { NoticeSigns } from '../parts/notices.tsx';
import { pubmedRecord } from '../parts/pubmed-search.ts';
import { said } from './judged.ts';
import type { Judged, Said } from './judged.ts';

export function NoticeCell({ reference }: { reference: Judged }) {
  const notices = said(reference);
  const hasNone = notices?.length === 0;
  return (
    <td data-l="Notice" className={hasNone ? 'same' : undefined}>
      <div className="notices">
        {notices === undefined && <span className="quiet">Not checked yet</span>}
        {hasNone && <span className="quiet">None known</span>}
        {notices?.map((notice, at) => (
          <div key={at}>
            <NoticeSigns notices={[notice]} />
            <Where notice={notice} />
          </div>
        ))}
      </div>
    </td>
  );
}

function Where({ notice: { id, pmid, kind, day } }: { notice: Said }) {
  const words = kind === 'notice' ? 'The paper it is about' : kind === 'updated' ? 'Newer version' : 'Notice';
  const link =
    id !== undefined ? (
      <Link to="/paper/$" params={{ _splat: id }}>
        {words}
      </Link>
    ) : pmid !== undefined ? (
      <a href={pubmedRecord(pmid)} rel="noreferrer noopener">
        {words} in PubMed
      </a>
    ) : undefined;
  if (link === undefined && day === undefined) return null;
  return (
    <p className="t-1">
      {link}
      {link !== undefined && day !== undefined && ', '}
      {day}
    </p>
  );
}
