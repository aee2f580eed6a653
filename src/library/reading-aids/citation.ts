/**
 * A citation to copy, as plain text, in the two styles clinicians write in. Says what a reader must know of a paper before
 * using it: that it was retracted, that it is a preprint, that its title is a translation.
 */
import { languageName, plainText } from '#model/index.ts';
import type { Paper, PartialDate } from '#model/index.ts';
import type { Notice } from '../notices.ts';
import { bookPart } from './citation-of-book.ts';
import { authorLine } from './names.ts';
import { fullPages, shortPages } from './pages.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/**
 * Vancouver, as NLM writes it (ICMJE): six authors, the date to the day, pages shortened.
 * `Quellmark A, Brontvale IT. Title. J Abbrev. 2021 Mar;12(3):101-9. doi: 10.5555/x. PMID: 1.`
 */
export function citeVancouver(paper: Paper, notices: readonly Notice[] = []): string {
  const marks = [isPreprint(paper) ? '[Preprint]' : '', isRetracted(paper, notices) ? '[Retracted]' : ''];
  const doi = paper.identifiers.dois?.[0];
  return sentences([
    authorLine(paper.authors, paper.authorsComplete, { upTo: 6, cutTo: 6 }),
    [titleOf(paper), ...marks].filter((part) => part !== '').join(' '),
    ...(paper.kind === 'book'
      ? [bookPart(paper, 'vancouver', dateLine(paper.published))]
      : [journalOf(paper), placed(dateLine(paper.published ?? paper.publishedOnline), paper, shortPages)]),
    languageOf(paper) ?? '',
    doi === undefined ? '' : `doi: ${doi}`,
    electronic(paper),
    paper.identifiers.pmid === undefined ? '' : `PMID: ${paper.identifiers.pmid}`,
  ]);
}

/**
 * AMA, 11th edition: of more than six authors the first three, the year alone, pages in full, the DOI last and without a
 * full stop; a PMID only where there is no DOI.
 */
export function citeAma(paper: Paper, notices: readonly Notice[] = []): string {
  const date = paper.published ?? paper.publishedOnline;
  const year = date === undefined ? '' : String(date.year);
  const language = languageOf(paper);
  const [doi] = paper.identifiers.dois ?? [];
  const { pmid } = paper.identifiers;
  const body = sentences([
    authorLine(paper.authors, paper.authorsComplete, { upTo: 6, cutTo: 3 }),
    isRetracted(paper, notices) ? `${titleOf(paper)} [Retracted]` : titleOf(paper),
    language === undefined ? '' : `Article in ${language}`,
    ...(paper.kind === 'book'
      ? [bookPart(paper, 'ama', year)]
      : [journalOf(paper), onlineOnly(paper) ?? placed(year, paper, fullPages)]),
  ]);
  if (doi !== undefined) return `${body} doi:${doi}`;
  return pmid === undefined ? body : `${body} PMID: ${pmid}`;
}

/** Joins parts into sentences: one full stop each, none after a question or an exclamation. */
function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** NLM closes every title with a full stop, of which a citation wants one; its brackets of a translation stay. */
function titleOf(paper: Paper): string {
  const title = plainText(paper.title).replace(/\s*\.+$/, '');
  const isTranslated = languageOf(paper) !== undefined && paper.vernacularTitle !== undefined;
  return isTranslated && !title.startsWith('[') ? `[${title}]` : title;
}

/** The abbreviation as NLM writes it today, without the full stops of older records. */
function journalOf(paper: Paper): string {
  const { abbreviation, medlineName, title } = paper.journal ?? {};
  return medlineName ?? abbreviation?.replaceAll('.', '') ?? title ?? '';
}

/** `2021 Mar;12(3):101-9`, with only what is known of it. */
function placed(date: string, paper: Paper, pages: (pages: string) => string): string {
  const { volume = '', issue } = paper.journal ?? {};
  const number = volume + (issue === undefined ? '' : `(${issue})`);
  const place = paper.pages === undefined ? (paper.articleNumber ?? '') : pages(paper.pages);
  return [[date, number].filter((part) => part !== '').join(';'), place].filter((part) => part !== '').join(':');
}

/** `2005 May 31`, or what the source wrote: `2015 Oct-Dec`. Never parts of two dates. */
function dateLine(date: PartialDate | undefined): string {
  if (date === undefined) return '';
  if (date.raw !== undefined) return date.raw;
  const month = date.month === undefined ? undefined : MONTHS[date.month - 1];
  return [date.year, month, date.day].filter((part) => part !== undefined).join(' ');
}

/** The day it appeared online, where the issue has a date of its own or none yet. */
function electronic(paper: Paper): string {
  if (paper.kind === 'book' || isPreprint(paper)) return '';
  if (isAhead(paper)) return 'Epub ahead of print';
  const online = dateLine(paper.publishedOnline);
  const isOther = paper.published !== undefined && online !== '' && online !== dateLine(paper.published);
  return isOther ? `Epub ${online}` : '';
}

/** AMA's words for what has no place in an issue: a preprint, or a paper that is ahead of its issue. */
function onlineOnly(paper: Paper): string | undefined {
  if (!isPreprint(paper) && !isAhead(paper)) return undefined;
  const { year, month, day } = paper.publishedOnline ?? paper.published ?? {};
  const name = month === undefined ? '' : `${MONTH_NAMES[month - 1]} `;
  const date = year === undefined ? '' : `${name}${day === undefined ? '' : `${day}, `}${year}`;
  return `${isPreprint(paper) ? 'Preprint posted' : 'Published'} online ${date}`.trim();
}

/** The status outlives the day the issue comes out; a volume or pages say that it has come. */
function isAhead(paper: Paper): boolean {
  return paper.publicationStatus === 'aheadofprint' && (paper.journal?.volume ?? paper.pages) === undefined;
}

/** The language, where the paper is not in English. */
function languageOf(paper: Paper): string | undefined {
  const codes = paper.languages.map((code) => code.toLowerCase());
  if (codes.length === 0 || codes.includes('eng') || codes.includes('und')) return undefined;
  return codes.map(languageName).join(', ');
}

function isPreprint(paper: Paper): boolean {
  return paper.publicationTypes.some((type) => type.name === 'Preprint');
}

function isRetracted(paper: Paper, notices: readonly Notice[]): boolean {
  const isMarked = paper.publicationTypes.some((type) => type.name === 'Retracted Publication');
  return isMarked || notices.some((notice) => notice.kind === 'retracted');
}
