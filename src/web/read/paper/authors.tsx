/** Who wrote it: in a line up to six, of more the first three; all of them with where they work behind a fold. */
import { Fragment } from 'react';
import { authorName, authorsOf } from '#model/index.ts';
import type { Author, Paper } from '#model/index.ts';
import { number } from '../../parts/words.ts';
import { numbered } from './affiliations.ts';

/** A line is left whole as long as it is one: more names than this are cut to the first few. */
const WHOLE = 6;
const FIRST = 3;

export function Authors({ paper }: { paper: Paper }) {
  const { authorsComplete } = paper;
  const authors = authorsOf(paper);
  if (authors.length === 0) return null;
  const shown = authors.length > WHOLE ? FIRST : authors.length;
  const rest = authors.length - shown;
  const hasMore = authors.some(({ affiliations, orcid }) => affiliations !== undefined || orcid !== undefined);
  const first = authors.slice(0, shown).map(authorName);
  return (
    <div className="authors">
      <p>
        {first.map((name, at) => (
          <Fragment key={at}>
            <bdi className={name.length < 30 ? 'nowrap' : undefined}>
              {name}
              {(at < first.length - 1 || rest > 0) && ','}
            </bdi>{' '}
          </Fragment>
        ))}
        {!authorsComplete && rest <= 0 && 'and others'}
      </p>
      {(rest > 0 || hasMore) && (
        <details>
          <summary>{rest > 0 ? `and ${number(rest)} more` : 'Affiliations'}</summary>
          <EveryAuthor authors={authors} />
          {!authorsComplete && <p className="t-1 quiet">The source says that its list is not complete.</p>}
        </details>
      )}
    </div>
  );
}

function EveryAuthor({ authors }: { authors: readonly Author[] }) {
  const { places, numbers } = numbered(authors);
  // A single place is everybody's: a number would only be noise.
  const isNumbered = places.length > 1 || numbers.some((own) => own.length === 0);
  return (
    <>
      <ol className={authors.length > 12 ? 'everyone many' : 'everyone'} aria-label="All authors">
        {authors.map((author, at) => (
          <li key={at}>
            <AuthorEntry author={author} places={isNumbered ? (numbers[at] ?? []) : []} />
          </li>
        ))}
      </ol>
      {places.length > 0 && (
        <ol className={isNumbered ? 'places-of' : 'places-of one'} aria-label="Affiliations">
          {places.map((place) => (
            <li key={place} dir="auto">
              {place}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function AuthorEntry({ author, places }: { author: Author; places: readonly number[] }) {
  const { fore, initials, last, suffix, group, orcid, equalContribution } = author;
  const name = group ?? [fore ?? initials, last, suffix].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <bdi>{name}</bdi>
      {places.length > 0 && (
        <sup>
          <span className="sr">, affiliation </span>
          {places.join(', ')}
        </sup>
      )}
      {equalContribution && <span className="t-1 quiet"> · contributed equally</span>}
      {orcid && (
        <span className="t-1">
          {' · '}
          <a className="nowrap" href={`https://orcid.org/${orcid}`} rel="noreferrer noopener">
            ORCID {orcid}
          </a>
        </span>
      )}
    </>
  );
}
