/** One paper: what became of it, what it is, how to open it, what it says, and what is known of its record. */
import type { PaperView } from '#api/index.ts';
import { dateInWords, plainText } from '#model/index.ts';
import { isRetracted, NoticeBanners } from '../../parts/notices.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { AbstractPart } from './abstract-part.tsx';
import { Actions } from './actions.tsx';
import { Authors } from './authors.tsx';
import { Gist } from './gist.tsx';
import { Glance } from './glance.tsx';
import { usePageMetadata } from './page-metadata.ts';
import { RecordFacts } from './record-facts.tsx';
import { Relations } from './relations.tsx';
import { SourceLine } from './source-line.tsx';

export function OnePaper({ view }: { view: PaperView }) {
  const { paper, notices, relations } = view;
  const retracted = isRetracted(notices);
  usePageMetadata(view.metadata);
  return (
    <div className="cols paper">
      <article className="p-top" aria-labelledby="title">
        <div>
          <SourceLine paper={paper} />
          <NoticeBanners notices={notices} />
          <header className="paper-head">
            <PageHeading
              id="title"
              className="paper-title"
              title={`${retracted ? 'Retracted: ' : ''}${plainText(paper.title)}`}
            >
              {retracted && (
                <>
                  <bdi className="is-retracted">Retracted:</bdi>{' '}
                </>
              )}
              <RichText text={paper.title} />
            </PageHeading>
            {paper.vernacularTitle && (
              <p className="lit" dir="auto">
                <i>
                  <RichText text={paper.vernacularTitle} />
                </i>
              </p>
            )}
            <Where view={view} />
            <Authors paper={paper} />
            <Glance chips={view.chips} />
          </header>
          <Actions view={view} isRetracted={retracted} />
        </div>
        <Gist conclusion={view.conclusion} isRetracted={retracted} />
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
