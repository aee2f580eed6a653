/** What is known of the record: its headings, identifiers, dates and rights, in words. */
import type { ReactNode } from 'react';
import type { PaperView } from '#api/index.ts';
import { dateInWords, languageName } from '#model/index.ts';
import type { MeshHeading, Paper } from '#model/index.ts';
import { addressOf } from '../../parts/api.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { TakeOutLinks } from '../../parts/take-out.tsx';
import { Numbers } from './numbers.tsx';

export function RecordFacts({ view: { paper, courtesy } }: { view: PaperView }) {
  const { mesh = [], publicationTypes, keywords = [], databanks = [], grants = [], languages } = paper;
  return (
    <section className="sect" aria-labelledby="record">
      <h2 id="record">About this record</h2>
      <dl className="facts">
        <Fact name="Headings">{mesh.length > 0 && mesh.map(heading).join('; ')}</Fact>
        <Fact name="Types">{publicationTypes.map(({ name }) => name).join('; ')}</Fact>
        <Fact name="Keywords">
          {keywords.length > 0 &&
            keywords.map(({ text }, at) => (
              <span key={at}>
                {at > 0 && '; '}
                <RichText text={text} />
              </span>
            ))}
        </Fact>
        <Fact name="Numbers">
          <Numbers paper={paper} />
        </Fact>
        <Fact name="Registered">
          {databanks.map(({ name, accessions = [] }) => [name, ...accessions].join(' ')).join('; ')}
        </Fact>
        <Fact name="Language">{languages.map(languageName).join(', ')}</Fact>
        <Fact name="Dates">{dates(paper).join(' · ')}</Fact>
        <Fact name="Funding">
          {[...new Set(grants.map(({ agency, number }) => [agency, number].filter(Boolean).join(' ')))].join('; ')}
        </Fact>
        <Fact name="Interests">{paper.conflictStatement && <RichText text={paper.conflictStatement} />}</Fact>
        <Fact name="Source">{courtesy}</Fact>
        <Fact name="Take it out" look="no-print">
          <TakeOutLinks address={(format) => addressOf('exportPaper', { id: paper.id, format })} />
        </Fact>
      </dl>
    </section>
  );
}

/** A line of the record; nothing at all where the record says nothing. */
function Fact({ name, look, children }: { name: string; look?: string; children: ReactNode }) {
  if (children === undefined || children === null || children === false || children === '') return null;
  return (
    <div className={look}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `Sepsis / rehabilitation (main topic)`: NLM's star, as a word. */
function heading({ name, major, qualifiers = [] }: MeshHeading): string {
  const isMain = major === true || qualifiers.some((qualifier) => qualifier.major);
  return `${[name, ...qualifiers.map((qualifier) => qualifier.name)].join(' / ')}${isMain ? ' (main topic)' : ''}`;
}

function dates({ published, publishedOnline, revised }: Paper): readonly string[] {
  return [
    published && `Published ${dateInWords(published)}`,
    publishedOnline && `online ${dateInWords(publishedOnline)}`,
    revised && `record last changed ${dateInWords(revised)}`,
  ].filter((part) => part !== undefined);
}
