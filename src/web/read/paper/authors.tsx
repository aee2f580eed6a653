/** Who wrote it: the first six in a line, all of them with where they work behind a fold. */
import { Fragment } from 'react';
import { authorsOf } from '#model/index.ts';
import type { Author, Paper } from '#model/index.ts';

const AT_FIRST = 6;

export function Authors({ paper }: { paper: Paper }) {
  const { authorsComplete } = paper;
  const authors = authorsOf(paper);
  if (authors.length === 0) return null;
  const rest = authors.length - AT_FIRST;
  const hasMore = authors.some(({ affiliations, orcid }) => affiliations !== undefined || orcid !== undefined);
  const first = authors.slice(0, AT_FIRST).map(shortName);
  return (
    <div className="authors">
      <p>
        {first.map((name, at) => (
          <Fragment key={at}>
            <span className={name.length < 30 ? 'nowrap' : undefined}>
              {name}
              {(at < first.length - 1 || rest > 0) && ','}
            </span>{' '}
          </Fragment>
        ))}
        {!authorsComplete && rest <= 0 && 'and others'}
      </p>
      {(rest > 0 || hasMore) && (
        <details>
          <summary>{rest > 0 ? `and ${rest} more` : 'Affiliations'}</summary>
          <ol aria-label="All authors">
            {authors.map((author, at) => (
              <li key={at}>
                <AuthorEntry author={author} />
              </li>
            ))}
          </ol>
          {!authorsComplete && <p className="t-1 quiet">The source says that its list is not complete.</p>}
        </details>
      )}
    </div>
  );
}

function AuthorEntry({ author }: { author: Author }) {
  const { fore, initials, last, suffix, group, orcid, affiliations, equalContribution } = author;
  const name = group ?? [fore ?? initials, last, suffix].filter((part) => part !== undefined).join(' ');
  return (
    <>
      {name}
      {equalContribution && <span className="t-1 quiet"> · contributed equally</span>}
      {orcid && (
        <span className="t-1">
          {' · '}
          <a href={`https://orcid.org/${orcid}`} rel="noreferrer noopener">
            ORCID {orcid}
          </a>
        </span>
      )}
      {affiliations?.map((affiliation) => (
        <p key={affiliation} className="t-1 quiet">
          {affiliation}
        </p>
      ))}
    </>
  );
}

/** `Lindgren A`, as reference lists have it; a group by its name. */
function shortName({ last, initials, fore, suffix, group }: Author): string {
  return group ?? [last, initials ?? fore, suffix].filter((part) => part !== undefined).join(' ');
}
