/**
 * CSV for spreadsheets: one row a paper, RFC 4180, with the mark by which Excel knows UTF-8. No cell is ever run as a
 * formula: text that begins like one gets an apostrophe before it.
 */
import { authorsOf, isoDate } from '#model/index.ts';
import type { PartialDate } from '#model/index.ts';
import { lastingAddress } from '../open-at.ts';
import { paperDate } from '../paper-date.ts';
import { listedName, titleText } from '../reading-aids/metadata.ts';
import type { ExportedPaper, Format } from './format.ts';
import { abstractLine, headings, keywords, oneLine, placeOf } from './one-line.ts';
import { originalTitle, recordCourtesy, remarks } from './remarks.ts';

export const BYTE_ORDER_MARK = '\uFEFF';
/** What spreadsheets take for the beginning of a formula, also in the wide letters of East Asia. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const RUNS_BEHIND = /;(?="*[=+\-@＝＋－＠])/g;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Several values of one cell are set apart by a semicolon. */
const COLUMNS: readonly (readonly [name: string, value: (exported: ExportedPaper) => string | undefined])[] = [
  ['id', ({ paper }) => paper.id],
  ['pmid', ({ paper }) => paper.identifiers.pmid],
  ['pmcid', ({ paper }) => paper.identifiers.pmcid],
  ['doi', ({ paper }) => paper.identifiers.dois?.[0]],
  ['remarks', (exported) => remarks(exported).join(' ')],
  ['title', ({ paper }) => titleText(paper)],
  ['original_title', ({ paper }) => originalTitle(paper)],
  ['authors', ({ paper }) => authorsOf(paper).map(listedName).join('; ') + (paper.authorsComplete ? '' : '; et al')],
  ['journal', ({ paper }) => paper.journal?.title],
  ['journal_abbreviation', ({ paper }) => paper.journal?.abbreviation ?? paper.journal?.medlineName],
  ['issn', ({ paper }) => paper.journal?.issns?.join('; ')],
  ['year', ({ paper }) => paperDate(paper)?.year.toString()],
  ['date', ({ paper }) => isoOrWords(paperDate(paper))],
  ['date_online', ({ paper }) => isoOrWords(paper.publishedOnline)],
  ['volume', ({ paper }) => paper.journal?.volume],
  ['issue', ({ paper }) => paper.journal?.issue],
  ['pages', ({ paper }) => placeOf(paper)],
  ['publication_types', ({ paper }) => paper.publicationTypes.map(({ name }) => name).join('; ')],
  ['languages', ({ paper }) => paper.languages.join('; ')],
  ['book_title', ({ paper }) => (paper.book?.title === undefined ? undefined : oneLine(paper.book.title))],
  ['editors', ({ paper }) => (paper.book?.editors ?? []).map(listedName).join('; ')],
  [
    'publisher',
    ({ paper }) => [paper.book?.place, paper.book?.publisher].filter((part) => part !== undefined).join(': '),
  ],
  ['isbn', ({ paper }) => paper.book?.isbns?.join('; ')],
  ['keywords', ({ paper }) => keywords(paper).join('; ')],
  ['mesh', ({ paper }) => headings(paper).join('; ')],
  ['url', ({ paper }) => lastingAddress(paper)],
  ['abstract', ({ paper }) => abstractLine(paper.abstract)],
  ['source', ({ paper }) => recordCourtesy(paper)],
];

export const csv: Format = {
  name: 'csv',
  label: 'CSV',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  begin: () => `${BYTE_ORDER_MARK}${row(COLUMNS.map(([name]) => name))}`,
  record: (exported) => row(COLUMNS.map(([, value]) => value(exported) ?? '')),
  between: '',
  end: '',
};

/** One line of CSV; whatever stands in a cell, no program runs it. */
export function row(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/**
 * A minus before a number is a minus; before anything else it would begin a formula. A semicolon is quoted as well, since
 * spreadsheets of many countries end a cell at one; what begins like a formula behind it would be one there.
 */
function cell(value: string): string {
  const text = oneLine(value);
  const isRun = RUNS.test(text) && !NUMBER.test(text);
  const safe = (isRun ? `'${text}` : text).replace(RUNS_BEHIND, ";'");
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isoOrWords(date: PartialDate | undefined): string | undefined {
  return date?.raw ?? (date === undefined ? undefined : isoDate(date));
}
