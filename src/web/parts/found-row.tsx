/** A paper in a list: what decides whether to open it. What one can do with it there stands below, where the list has any of that. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FoundPaper } from '#api/index.ts';
import { Icon } from './icon.tsx';
import { MarkedText } from './marked-text.tsx';
import { NoticeSigns } from './notices.tsx';
import { RichText } from './rich-text.tsx';
import type { SearchState } from './search-state.ts';
import { otherLanguages, shortened, tellingType } from './words.ts';

interface Row {
  readonly paper: FoundPaper;
  readonly cameFrom?: SearchState;
  /** It came in since the reader was here last. */
  readonly isNew?: boolean;
  readonly children?: ReactNode;
}

export function FoundRow({ paper, cameFrom, isNew = false, children }: Row) {
  const { id, journal, dateInWords, freeCopy, passage } = paper;
  const study = studyInWords(paper);
  const language = otherLanguages(paper.languages);
  return (
    <article className="row found" aria-labelledby={id}>
      <h3 className="row-title" id={id} dir="auto">
        <Link to="/paper/$" params={{ _splat: id }} {...(cameFrom && { state: { cameFrom } })}>
          {paper.markedTitle ? <MarkedText pieces={paper.markedTitle} /> : <RichText text={paper.title} />}
        </Link>
      </h3>
      <p className="meta">
        <NoticeSigns notices={paper.notices} />
        {isNew && <span className="tell is-new">New</span>}
        {journal && <span>{journal}</span>}
        {dateInWords && <span>{dateInWords}</span>}
        {study && <span>{study}</span>}
        {language && <span>{language}</span>}
        {freeCopy && (
          <span className="tell is-free">
            <Icon name="free" small />
            Free copy
          </span>
        )}
      </p>
      {paper.authors !== '' && <p className="t-1 quiet">{shortened(paper.authors, 100)}</p>}
      {passage && passage.length > 0 && (
        <p className="passage lit" dir="auto">
          <MarkedText pieces={passage} />
        </p>
      )}
      {children}
    </article>
  );
}

/** `Cluster trial, 1,842 adults`; the type that PubMed gives where no design is certain. */
function studyInWords({ chips, types }: FoundPaper): string {
  const of = (kind: FoundPaper['chips'][number]['kind']) => chips.find((chip) => chip.kind === kind)?.text;
  return [of('design') ?? tellingType(types), of('participants')].filter((part) => part !== undefined).join(', ');
}
