/** BibTeX, for LaTeX and whatever reads it: UTF-8, one entry a paper. */
import { authorsOf, languageName } from '#model/index.ts';
import type { Author, Paper, PartialDate } from '#model/index.ts';
import { lastingAddress } from '../open-at.ts';
import { paperDate } from '../paper-date.ts';
import { isWholeBook } from '../reading-aids/metadata.ts';
import { citeKey } from './cite-key.ts';
import { besideYear, MONTHS } from './dates.ts';
import type { ExportedPaper, Format } from './format.ts';
import { latex, latexTitle } from './latex.ts';
import { abstractLine, givenNames, oneLine, placeOf, subjectWords } from './one-line.ts';
import { originalTitle, remarks } from './remarks.ts';
import { withoutFullStop } from './rich-title.ts';

/** A field whose value is LaTeX already, with its braces. */
type Field = readonly [name: string, value: string | undefined];

export const bibtex: Format = {
  name: 'bibtex',
  label: 'BibTeX',
  mediaType: 'application/x-bibtex',
  extension: 'bib',
  begin: (courtesy) => (courtesy === '' ? '' : `% ${oneLine(courtesy).replaceAll('@', '')}\n\n`),
  record: (exported) => {
    const fields = fieldsOf(exported).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
    return `@${typeOf(exported.paper)}{${citeKey(exported.paper)},\n${fields.join(',\n')}\n}\n`;
  },
  between: '\n',
  end: '',
};

function fieldsOf(exported: ExportedPaper): Field[] {
  const { paper } = exported;
  const { journal, identifiers } = paper;
  const date = paperDate(paper);
  const doi = identifiers.dois?.[0];
  return [
    ['author', names(authorsOf(paper), paper.authorsComplete)],
    ['title', braced(latexTitle(withoutFullStop(paper.title)))],
    ['origtitle', text(originalTitle(paper))],
    ...(paper.kind === 'book' ? bookFields(paper) : []),
    ['journal', text(journal?.title ?? journal?.abbreviation)],
    ['shortjournal', text(journal?.abbreviation ?? journal?.medlineName)],
    ['year', date === undefined ? undefined : braced(String(date.year))],
    ['month', date === undefined ? undefined : month(date)],
    ['day', date?.day === undefined || date.raw !== undefined ? undefined : braced(String(date.day))],
    ['volume', text(journal?.volume)],
    ['number', text(journal?.issue)],
    ['pages', pages(placeOf(paper))],
    ['issn', text(journal?.issns?.join(', '))],
    ['doi', verbatim(doi)],
    ['pmid', text(identifiers.pmid)],
    ['pmcid', text(identifiers.pmcid)],
    ['url', doi === undefined ? verbatim(lastingAddress(paper)) : undefined],
    ['language', text(paper.languages.map(languageName).join(', '))],
    ['keywords', text(subjectWords(paper).join('; '))],
    ['note', text(remarks(exported).join(' '))],
    ['abstract', text(abstractLine(paper.abstract))],
  ];
}

function typeOf(paper: Paper): string {
  if (paper.kind === 'book') return isWholeBook(paper) ? 'book' : 'incollection';
  return paper.journal?.title === undefined && paper.journal?.abbreviation === undefined ? 'misc' : 'article';
}

function bookFields(paper: Paper): Field[] {
  const { title, editors = [], authors = [], publisher, place, edition, isbns = [] } = paper.book ?? {};
  const isWhole = isWholeBook(paper);
  return [
    ['booktitle', isWhole || title === undefined ? undefined : braced(latexTitle(withoutFullStop(title)))],
    ['bookauthor', isWhole || paper.authors.length === 0 ? undefined : names(authors, true)],
    ['editor', names(editors, true)],
    ['publisher', text(publisher)],
    ['address', text(place)],
    ['edition', text(edition)],
    ['isbn', text(isbns.join(', '))],
  ];
}

function names(authors: readonly Author[], isComplete: boolean): string | undefined {
  if (authors.length === 0) return undefined;
  return braced([...authors.map(nameOf), ...(isComplete ? [] : ['others'])].join(' and '));
}

/** `de Quellmark, Jr, Winston F`; what is one name, or would be read as several, stands in braces of its own. */
function nameOf(author: Author): string {
  const { group, last = '', suffix } = author;
  const given = givenNames(author);
  if (group !== undefined) return braced(latex(group));
  const family = /,|\band\b/i.test(last) ? braced(latex(last)) : latex(last);
  if (given === undefined) return suffix === undefined ? braced(latex(last)) : `${family}, ${latex(suffix)}, {}`;
  return [family, ...(suffix === undefined ? [] : [latex(suffix)]), guarded(latex(given))].join(', ');
}

function guarded(given: string): string {
  return /,|\band\b/i.test(given) ? braced(given) : given;
}

/** The name of a month as BibTeX knows it, or the season or span in the words of the source. */
function month({ year, month, raw }: PartialDate): string | undefined {
  const words = raw === undefined ? undefined : besideYear(year, raw);
  if (words !== undefined) return braced(latex(words));
  return month === undefined ? undefined : MONTHS[month - 1]?.toLowerCase();
}

/** `852--857`, `45, 61--63`. A hyphen inside a page number stays one. */
function pages(place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  const ranges = place.split(/(?<=[,;])\s*/).map((part) => part.replace(/^([^-–]+)[-–]([^-–]+)$/, '$1--$2'));
  return text(ranges.join(' '));
}

function text(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : braced(latex(value));
}

/** An address is no LaTeX; only a brace or a backslash would end the field or the file. */
function verbatim(value: string | undefined): string | undefined {
  return value === undefined ? undefined : braced(value.replace(/[{}\\\s]/g, encodeURIComponent));
}

function braced(value: string): string {
  return `{${value}}`;
}
