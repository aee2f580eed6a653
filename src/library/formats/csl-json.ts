/** CSL-JSON (1.0.2), which citation processors read: pandoc, Zotero and their kin. One array, one item a line. */
import { authorsOf } from '#model/index.ts';
import type { Author, Paper, PartialDate } from '#model/index.ts';
import { lastingAddress } from '../open-at.ts';
import { paperDate } from '../paper-date.ts';
import { languageTag } from '../reading-aids/language-tag.ts';
import { isWholeBook, pagesOf } from '../reading-aids/metadata.ts';
import { citeKey } from './cite-key.ts';
import { cslText } from './csl-text.ts';
import { dateParts, seasonOf } from './dates.ts';
import type { DateParts } from './dates.ts';
import type { ExportedPaper, Format } from './format.ts';
import { abstractLine, givenNames, headings, keywords, placeOf } from './one-line.ts';
import { isPreprint, originalTitle, recordCourtesy, remarks } from './remarks.ts';
import { withoutFullStop } from './rich-title.ts';

interface CslName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
  readonly literal?: string | undefined;
}

interface CslDate {
  readonly 'date-parts': readonly DateParts[];
  readonly season?: number | undefined;
}

export const cslJson: Format = {
  name: 'csl-json',
  label: 'CSL-JSON',
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: 'json',
  begin: () => '[\n',
  record: (exported) => JSON.stringify(itemOf(exported), leftOutWhereEmpty),
  between: ',\n',
  end: '\n]\n',
};

function itemOf(exported: ExportedPaper): object {
  const { paper } = exported;
  const { identifiers, journal, book } = paper;
  const place = placeOf(paper);
  const date = paperDate(paper);
  return {
    id: paper.id,
    type: typeOf(paper),
    'citation-key': citeKey(paper),
    title: cslText(withoutFullStop(paper.title)),
    'original-title': originalTitle(paper),
    author: authorsOf(paper).map(nameOf),
    ...(paper.kind === 'book'
      ? {
          'container-title':
            isWholeBook(paper) || book?.title === undefined ? undefined : cslText(withoutFullStop(book.title)),
          'container-author':
            isWholeBook(paper) || paper.authors.length === 0 ? undefined : (book?.authors ?? []).map(nameOf),
          editor: (book?.editors ?? []).map(nameOf),
          publisher: book?.publisher,
          'publisher-place': book?.place,
          edition: book?.edition,
          ISBN: book?.isbns?.join(' '),
        }
      : {
          'container-title': journal?.title,
          'container-title-short': journal?.abbreviation ?? journal?.medlineName,
          ISSN: journal?.issns?.join(', '),
        }),
    genre: isPreprint(paper) ? 'Preprint' : undefined,
    issued: date === undefined ? undefined : dateOf(date),
    'available-date':
      paper.published === undefined || paper.publishedOnline === undefined ? undefined : dateOf(paper.publishedOnline),
    volume: journal?.volume,
    issue: journal?.issue,
    page: place,
    'page-first': pagesOf(paper)?.first,
    DOI: identifiers.dois?.[0],
    PMID: identifiers.pmid,
    PMCID: identifiers.pmcid,
    URL: lastingAddress(paper),
    language: paper.languages.map(languageTag).find((tag) => tag !== undefined),
    abstract: abstractLine(paper.abstract),
    keyword: keywords(paper).join('; '),
    note: remarks(exported).join(' '),
    source: paper.source === 'sample' ? 'Attune sample, fictional' : 'PubMed',
    custom: {
      mesh: headings(paper),
      'authors-complete': paper.authorsComplete ? undefined : false,
      courtesy: recordCourtesy(paper),
    },
  };
}

function typeOf(paper: Paper): string {
  if (paper.kind === 'book') return isWholeBook(paper) ? 'book' : 'chapter';
  return isPreprint(paper) ? 'article' : 'article-journal';
}

/** The particle of a family name stays in it: the record does not say which kind it is. */
function nameOf(author: Author): CslName {
  const { group, last, suffix } = author;
  if (group !== undefined) return { literal: group };
  const given = givenNames(author);
  return given === undefined && suffix === undefined ? { literal: last } : { family: last, given, suffix };
}

function dateOf(date: PartialDate): CslDate {
  return { 'date-parts': dateParts(date), season: seasonOf(date) };
}

function leftOutWhereEmpty(_key: string, value: unknown): unknown {
  if (value === '') return undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
