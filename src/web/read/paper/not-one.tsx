/** An identifier that does not lead to one paper: to several, to one that PubMed withdrew, or to none here. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { FoundPaper } from '#api/index.ts';
import { Covers } from '../../parts/covers.tsx';
import { FoundRow } from '../../parts/found-row.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { pubmedRecord } from '../../parts/pubmed-search.ts';
import { houseQuery } from '../../parts/queries.ts';
import { dayInWords } from '../../parts/words.ts';

export function Several({ id, papers }: { id: string; papers: readonly FoundPaper[] }) {
  const cameFrom = useLocation({ select: ({ state }) => state.cameFrom });
  const { data: house } = useQuery(houseQuery());
  return (
    <>
      <header className="head">
        <PageHeading title="Several papers carry this identifier" />
        <p>
          <b>{id}</b> stands on each of these records. Choose the one you mean.
        </p>
      </header>
      <h2 className="sr">The papers</h2>
      <ol className="rows">
        {papers.map((paper) => (
          <li key={paper.id}>
            <FoundRow paper={paper} {...(cameFrom && { cameFrom })} />
          </li>
        ))}
      </ol>
      {house && <Covers house={house} library={house.library} />}
    </>
  );
}

export function Withdrawn({ withdrawn: { on, message } }: { withdrawn: { on: string; message: string } }) {
  return (
    <div className="empty">
      <PageHeading title={`Withdrawn from PubMed on ${dayInWords(on)}`} />
      <p>{message}</p>
      <Link className="btn" to="/search">
        Search for another
      </Link>
    </div>
  );
}

/** A PMID in the ways that lead to this page. */
const PMID = /^(?:pm)?(\d{1,8})$/;

export function NotHere({ id }: { id: string }) {
  const [, pmid] = PMID.exec(id) ?? [];
  return (
    <div className="empty">
      <PageHeading title="This paper is not in the library" />
      <p>
        No paper here carries <b>{pmid === undefined ? id : `PMID ${pmid}`}</b>.
      </p>
      <p className="hint">
        Look whether a sign is missing. The paper may also never have been brought in, or may stand here under another
        identifier: words of its title would find it.
      </p>
      <div className="btns">
        <Link className="btn" to="/search">
          Search by its title
        </Link>
        {pmid !== undefined && (
          <a href={pubmedRecord(pmid)} rel="noreferrer noopener">
            See it in PubMed
          </a>
        )}
      </div>
    </div>
  );
}
