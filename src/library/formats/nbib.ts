/** NBIB, PubMed's own format of exchange (MEDLINE): what PubMed would write, as far as the house keeps it. */
import type { Paper } from '#model/index.ts';
import { paperDate } from '../paper-date.ts';
import { isWholeBook } from '../reading-aids/metadata.ts';
import { medlineDate } from './dates.ts';
import type { ExportedPaper, Format } from './format.ts';
import { medlineLine } from './medline-lines.ts';
import type { MedlineLine } from './medline-lines.ts';
import { historyLines, identifierLines, placeLines, sourceLine } from './nbib-ends.ts';
import { authorLines, editorLines, investigatorLines, subjectPeopleLines } from './nbib-people.ts';
import { relationLines } from './nbib-relations.ts';
import { abstractLine, oneLine } from './one-line.ts';
import { remarks } from './remarks.ts';

export const nbib: Format = {
  name: 'nbib',
  label: 'NBIB (MEDLINE)',
  mediaType: 'application/nbib',
  extension: 'nbib',
  begin: () => '',
  record: (exported) => {
    const lines = linesOf(exported)
      .map(([tag, value = '']) => [tag, oneLine(value)] as const)
      .filter(([, value]) => value !== '')
      .map(([tag, value]) => medlineLine(tag, value));
    // Some readers take a record for whole only at the empty line after it, also the last one.
    return `${lines.join('')}\n`;
  },
  between: '',
  end: '',
};

/** In the order of PubMed. */
function linesOf(exported: ExportedPaper): MedlineLine[] {
  const { paper } = exported;
  return [
    ...headLines(paper),
    ...(paper.kind === 'book' ? bookLines(paper) : journalIssueLines(paper)),
    ['AB', abstractLine(paper.abstract)],
    ['CI', paper.abstract?.copyright],
    ...editorLines(paper),
    ...authorLines(paper),
    ...each('LA', paper.languages),
    ...each(
      'SI',
      (paper.databanks ?? []).flatMap(({ name, accessions = [] }) =>
        accessions.length === 0 ? [name] : accessions.map((number) => `${name}/${number}`),
      ),
    ),
    ...each(
      'GR',
      (paper.grants ?? []).map(({ number, acronym, agency, country }) =>
        [number, acronym, agency, country].filter((part) => part !== undefined).join('/'),
      ),
    ),
    ...each(
      'PT',
      paper.publicationTypes.map(({ name }) => name),
    ),
    ['TT', paper.vernacularTitle === undefined ? undefined : oneLine(paper.vernacularTitle)],
    ['DEP', wholeDay(paper.publishedOnline)],
    ...(paper.kind === 'book' ? [['PL', paper.book?.place] as const] : journalLines(paper)),
    ...each(
      'RN',
      (paper.substances ?? []).map(({ name, registryNumber = '0' }) => `${registryNumber} (${name})`),
    ),
    ...each(
      'NM',
      (paper.supplementaryConcepts ?? []).map(({ name }) => name),
    ),
    ...relationLines(exported),
    ...each('MH', headings(paper)),
    ...each('GS', paper.genes ?? []),
    ...subjectPeopleLines(paper),
    ...investigatorLines(paper),
    ...otherAbstractLines(paper),
    ...each(
      'OT',
      (paper.keywords ?? []).map(({ text, major }) => (major === true ? '*' : '') + oneLine(text)),
    ),
    ['COIS', paper.conflictStatement === undefined ? undefined : oneLine(paper.conflictStatement)],
    ...each('GN', remarks(exported)),
    ...historyLines(paper),
    ...identifierLines(paper),
    ['PST', paper.publicationStatus],
    sourceLine(paper),
  ];
}

/** A sample paper has no PMID and gets none: its record begins by saying whose it is. */
function headLines(paper: Paper): MedlineLine[] {
  const { pmid } = paper.identifiers;
  return [
    ['PMID', pmid],
    ['OWN', paper.source === 'sample' ? 'SAMPLE (fictional)' : undefined],
    ['STAT', paper.status ?? (paper.kind === 'book' ? 'Publisher' : undefined)],
    ['DCOM', wholeDay(paper.completed)],
    [paper.kind === 'book' ? 'DRDT' : 'LR', wholeDay(paper.revised)],
  ];
}

function journalIssueLines(paper: Paper): MedlineLine[] {
  const { journal } = paper;
  return [
    ...each('IS', journal?.issns ?? []),
    ['VI', journal?.volume],
    ['IP', journal?.issue],
    ['DP', dateOf(paper)],
    ['TI', oneLine(paper.title)],
    ...placeLines(paper),
  ];
}

function bookLines(paper: Paper): MedlineLine[] {
  const { title, publisher, edition, isbns = [] } = paper.book ?? {};
  const isWhole = isWholeBook(paper);
  return [
    ...each('ISBN', isbns),
    ['CTDT', isWhole ? undefined : wholeDay(paper.published)],
    ['PB', publisher],
    ['EN', edition],
    ['DP', dateOf(paper)],
    ['TI', oneLine(paper.title)],
    ['BTI', oneLine(title ?? (isWhole ? paper.title : ''))],
    ['PG', paper.pages],
  ];
}

function journalLines({ journal }: Paper): MedlineLine[] {
  return [
    ['PL', journal?.country],
    ['TA', journal?.medlineName ?? journal?.abbreviation],
    ['JT', journal?.title],
    ['JID', journal?.nlmId],
  ];
}

/** `Delirium/*drug therapy`: a star on the topics the paper is about. */
function headings({ mesh = [] }: Paper): string[] {
  const starred = (name: string, major: boolean | undefined): string => (major === true ? `*${name}` : name);
  return mesh.map(({ name, major, qualifiers = [] }) =>
    [starred(name, major), ...qualifiers.map((qualifier) => starred(qualifier.name, qualifier.major))].join('/'),
  );
}

function otherAbstractLines(paper: Paper): MedlineLine[] {
  return (paper.otherAbstracts ?? []).flatMap((abstract): MedlineLine[] => [
    ['OAB', `${abstract.type}: ${abstractLine(abstract)}`],
    ['OABL', abstract.language],
    ['OCI', abstract.copyright],
  ]);
}

/** `20210228`; a date that is not known to the day has no place under the tags that want eight digits. */
function wholeDay(date: Paper['published']): string | undefined {
  if (date?.month === undefined || date.day === undefined || date.raw !== undefined) return undefined;
  return [
    String(date.year).padStart(4, '0'),
    ...[date.month, date.day].map((part) => String(part).padStart(2, '0')),
  ].join('');
}

function each(tag: string, values: readonly string[]): MedlineLine[] {
  return values.map((value) => [tag, value]);
}

function dateOf(paper: Paper): string | undefined {
  const date = paperDate(paper);
  return date === undefined ? undefined : medlineDate(date);
}
