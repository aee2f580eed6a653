/** RIS, which nearly every reference manager reads. Every line is a tag line, CRLF, no byte order mark. */
import { authorsOf } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { lastingAddress, openPlace } from '../open-at.ts';
import { paperDate } from '../paper-date.ts';
import { isWholeBook, listedName, pagesOf, titleText } from '../reading-aids/metadata.ts';
import { risDate } from './dates.ts';
import type { ExportedPaper, Format } from './format.ts';
import { abstractLine, oneLine, placeOf, subjectWords } from './one-line.ts';
import { originalTitle, recordCourtesy, remarks } from './remarks.ts';

type Line = readonly [tag: string, value: string | undefined];

export const ris: Format = {
  name: 'ris',
  label: 'RIS',
  mediaType: 'application/x-research-info-systems',
  extension: 'ris',
  begin: () => '',
  record: (exported) =>
    linesOf(exported)
      .map(([tag, value = '']) => [tag, oneLine(value)] as const)
      .filter(([tag, value]) => tag === 'ER' || value !== '')
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join(''),
  between: '',
  end: '',
};

/** The mark of a retraction comes first after the type, so that a reader who stops early has seen it. */
function linesOf(exported: ExportedPaper): Line[] {
  const { paper } = exported;
  const { identifiers, journal } = paper;
  return [
    ['TY', typeOf(paper)],
    ...remarks(exported).map((remark): Line => ['N1', remark]),
    ...authorsOf(paper).map((author): Line => ['AU', listedName(author)]),
    ['N1', paper.authorsComplete ? undefined : 'The source names only some of the authors.'],
    ['TI', titleText(paper)],
    ...(paper.kind === 'book' ? bookLines(paper) : []),
    ['T2', paper.kind === 'book' ? undefined : journal?.title],
    ['J2', journal?.abbreviation ?? journal?.medlineName],
    ...dateLines(paper),
    ['VL', journal?.volume],
    ['IS', journal?.issue],
    ...pageLines(paper),
    ...(journal?.issns ?? []).map((issn): Line => ['SN', issn]),
    ['DO', identifiers.dois?.[0]],
    ['AN', identifiers.pmid ?? identifiers.sample],
    // For a chapter this tag names the authors of its book.
    ['C2', paper.kind === 'article' ? identifiers.pmcid : undefined],
    ['UR', lastingAddress(paper)],
    ['L2', freeCopy(paper)],
    ['AB', abstractLine(paper.abstract)],
    ...subjectWords(paper).map((word): Line => ['KW', word]),
    ...paper.languages.map((language): Line => ['LA', language]),
    ['N1', translated(paper)],
    ['DB', paper.source === 'sample' ? 'Attune sample, fictional' : 'PubMed'],
    ['DP', recordCourtesy(paper)],
    ['ER', ''],
  ];
}

function typeOf(paper: Paper): string {
  if (paper.kind === 'article') return 'JOUR';
  return isWholeBook(paper) ? 'BOOK' : 'CHAP';
}

/** Editors stand under another tag in a chapter than in a book. */
function bookLines(paper: Paper): Line[] {
  const { title, editors = [], authors = [], publisher, place, edition, isbns = [] } = paper.book ?? {};
  const isWhole = isWholeBook(paper);
  const isOfOthers = !isWhole && paper.authors.length > 0;
  return [
    ['T2', isWhole || title === undefined ? undefined : oneLine(title).replace(/\s*\.+$/, '')],
    ...editors.map((editor): Line => [isWhole ? 'A3' : 'A2', listedName(editor)]),
    ['N1', isOfOthers && authors.length > 0 ? `Authors of the book: ${authors.map(listedName).join('; ')}` : undefined],
    ['PB', publisher],
    ['CY', place],
    ['ET', edition],
    ...isbns.map((isbn): Line => ['SN', isbn]),
  ];
}

function dateLines(paper: Paper): Line[] {
  const date = paperDate(paper);
  if (date === undefined) return [];
  const isYearAlone = date.month === undefined && date.raw === undefined;
  return [
    ['PY', String(date.year)],
    ['DA', isYearAlone ? undefined : risDate(date)],
  ];
}

/** Of `45, 61-3` the first page alone is a first page, and of a misprint such as `78-35` too; the whole is kept in words. */
function pageLines(paper: Paper): Line[] {
  const { first, last: given } = pagesOf(paper) ?? {};
  const whole = placeOf(paper);
  const last = /^\d+$/.test(first ?? '') && Number(given) < Number(first) ? undefined : given;
  const isSaid = whole === undefined || whole === first || whole.replaceAll('–', '-') === `${first}-${last}`;
  return [
    ['SP', first],
    ['EP', last],
    ['N1', isSaid ? undefined : `Pages: ${whole}`],
  ];
}

/** The full text in PMC; a link resolver leads only the people of its institution anywhere. */
function freeCopy(paper: Paper): string | undefined {
  const place = openPlace(paper, undefined);
  return place?.free === true ? place.url : undefined;
}

function translated(paper: Paper): string | undefined {
  const title = originalTitle(paper);
  return title === undefined ? undefined : `Original title: ${title}`;
}
