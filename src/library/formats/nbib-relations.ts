/** Ties to other papers in NBIB: what the record says itself, and what other records of the library say of it. */
import type { NoticeKind } from '../notices.ts';
import type { ExportedPaper } from './format.ts';
import type { MedlineLine } from './medline-lines.ts';
import { pmidOf } from './remarks.ts';

/** NLM's words and PubMed's tags; references are no ties, and a word that has no tag is left out. */
const TAGS: Readonly<Record<string, string>> = {
  CommentIn: 'CIN',
  CommentOn: 'CON',
  CorrectedandRepublishedIn: 'CRI',
  CorrectedandRepublishedFrom: 'CRF',
  ErratumIn: 'EIN',
  ErratumFor: 'EFR',
  ExpressionOfConcernIn: 'ECI',
  ExpressionOfConcernFor: 'ECF',
  OriginalReportIn: 'ORI',
  PartialRetractionIn: 'PRIN',
  PartialRetractionOf: 'PROF',
  RepublishedIn: 'RPI',
  RepublishedFrom: 'RPF',
  RetractedandRepublishedIn: 'RRI',
  RetractedandRepublishedFrom: 'RRF',
  RetractionIn: 'RIN',
  RetractionOf: 'ROF',
  SummaryForPatientsIn: 'SPIN',
  UpdateIn: 'UIN',
  UpdateOf: 'UOF',
};

const HEARD: Readonly<Partial<Record<NoticeKind, string>>> = {
  retracted: 'RIN',
  concern: 'ECI',
  corrected: 'EIN',
  updated: 'UIN',
  republished: 'RPI',
};

/** `RIN - J Invent Ward Med. 2020;13:1. PMID: 99000002` */
export function relationLines({ paper, notices }: ExportedPaper): MedlineLine[] {
  const own = paper.relations ?? [];
  const heard = notices.filter(
    ({ kind, id }) => HEARD[kind] !== undefined && id !== undefined && !own.some(({ to }) => to === id),
  );
  return [
    ...own.flatMap(({ type, to, citation, note }): MedlineLine[] => {
      const tag = TAGS[type];
      return tag === undefined ? [] : [[tag, citedAs(citation, pmidOf(to), note)]];
    }),
    ...heard.map((notice): MedlineLine => [
      HEARD[notice.kind] ?? '',
      citedAs(notice.citation, notice.pmid ?? pmidOf(notice.id), undefined),
    ]),
  ];
}

function citedAs(citation: string | undefined, pmid: string | undefined, note: string | undefined): string | undefined {
  const cited = [citation, note].filter((part) => part !== undefined).join(' ');
  if (pmid === undefined) return cited === '' ? undefined : cited;
  return cited === '' ? `PMID: ${pmid}` : `${cited.replace(/\.?$/, '.')} PMID: ${pmid}`;
}
