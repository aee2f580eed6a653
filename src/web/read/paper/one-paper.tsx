/** One paper: what became of it, what it is, how to open it, what it says, and what is known of its record. */
import type { PaperView } from '#api/index.ts';
import { dateInWords, plainText } from '#model/index.ts';
import { isRetracted, NoticeBanners } from '../../parts/notices.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { AbstractPart } from './abstract-part.tsx';
import { Authors } from './authors.tsx';
import { OpenLine } from './open-line.tsx';
import { RecordFacts } from './record-facts.tsx';
import { Relations } from './relations.tsx';

export function OnePaper({ view }: { view: PaperView }) {
  const { paper, notices, relations } = view;
  const retracted = isRetracted(notices);
  return (
    <div className="cols paper">
      <article className="p-top" aria-labelledby="title">
        <div>
          <NoticeBanners notices={notices} />
          <header className="paper-head">
            <PageHeading
              id="title"
              className="paper-title"
              title={`${retracted ? 'Retracted: ' : ''}${plainText(paper.title)}`}
            >
              {retracted && <span className="is-retracted">Retracted: </span>}
              <RichText text={paper.title} />
            </PageHeading>
            {paper.vernacularTitle && (
              <p className="lit">
                <i>
                  <RichText text={paper.vernacularTitle} />
                </i>
              </p>
            )}
            <Where view={view} />
            <Authors paper={paper} />
          </header>
          <OpenLine view={view} isRetracted={retracted} />
        </div>
      </article>
      <AbstractPart view={view} isRetracted={retracted} />
      <div className="stack">
        <Relations relations={relations} />
        <RecordFacts view={view} />
      </div>
    </div>
  );
}

/** Journal or book, day, place within it: `13(5):402–411`. */
function Where({ view: { paper } }: { view: PaperView }) {
  const { journal, book } = paper;
  const date = paper.published ?? paper.publishedOnline;
  const name = journal?.title ?? journal?.medlineName ?? journal?.abbreviation;
  const issue = `${journal?.volume ?? ''}${journal?.issue === undefined ? '' : `(${journal.issue})`}`;
  const place = paper.pages?.replaceAll('-', '–') ?? paper.articleNumber;
  const within = [issue, place].filter((part) => part !== undefined && part !== '').join(':');
  return (
    <p className="meta">
      {name && (
        <span className="lit">
          <i>{name}</i>
        </span>
      )}
      {book?.title && (
        <span className="lit">
          <i>
            <RichText text={book.title} />
          </i>
        </span>
      )}
      {date && <span>{dateInWords(date)}</span>}
      {within !== '' && <span>{within}</span>}
    </p>
  );
}
