/** One paper: what became of it, what it is, how to open it, what it says, and what is known of its record. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaperView } from '#api/index.ts';
import { dateInWords, plainText } from '#model/index.ts';
import { isRetracted, NoticeBanners } from '../../parts/notices.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { houseQuery } from '../../parts/queries.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { useWayIn } from '../../parts/way-in.ts';
import { Gains, LeadsIn } from '../marks/gains.tsx';
import { KeptLine } from '../marks/kept-line.tsx';
import { LazyNote } from '../marks/lazy-note.tsx';
import { usePressed } from '../marks/pressed.ts';
import { useMarks } from '../marks/use-marks.ts';
import { AbstractPart } from './abstract-part.tsx';
import { Actions } from './actions.tsx';
import { Authors } from './authors.tsx';
import { Gist } from './gist.tsx';
import { Glance } from './glance.tsx';
import { usePageMetadata } from './page-metadata.ts';
import { RecordFacts } from './record-facts.tsx';
import { RelatedPart } from './related-part.tsx';
import { Relations } from './relations.tsx';
import { SourceLine } from './source-line.tsx';

export function OnePaper({ view }: { view: PaperView }) {
  const { paper, notices, relations } = view;
  const retracted = isRetracted(notices);
  usePageMetadata(view.metadata);
  const marks = useMarks(paper.id);
  const { data: house } = useQuery(houseQuery());
  const { you, door } = house ?? {};
  const wayIn = useWayIn();
  const [isWriting, setIsWriting] = useState(false);
  usePressed((pressed, before) => (pressed === 'note' ? setIsWriting(true) : marks.tellOf(pressed, before)));
  const toNote = () => (wayIn ? wayIn({ act: 'note', paper: paper.id }) : setIsWriting(!isWriting));
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
          <Actions view={view} isRetracted={retracted} marks={marks} onNote={toNote} />
          {you === undefined ? (
            door && <LeadsIn door={door} />
          ) : (
            <KeptLine you={you.id} paper={paper.id} marks={marks} />
          )}
        </div>
        {you !== undefined && (isWriting || marks.mark.hasNote) && (
          <aside className="rail note-rail" aria-label="Yours">
            <LazyNote you={you.id} paper={paper.id} isWriting={isWriting} onWriting={setIsWriting} />
          </aside>
        )}
        <Gist conclusion={view.conclusion} isRetracted={retracted} />
      </article>
      <AbstractPart view={view} isRetracted={retracted} />
      <RelatedPart key={paper.id} view={view} />
      {you === undefined && door && <Gains door={door} />}
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
