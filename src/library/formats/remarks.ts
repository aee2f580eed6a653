/**
 * What whoever gets the record elsewhere must know of a paper: that it was retracted, doubted or corrected, that it is
 * fiction, that it is a preprint. The house's own marks do not travel with a file; these sentences do.
 */
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import type { Notice, NoticeKind } from '../notices.ts';
import { courtesy } from '../sources/courtesy.ts';
import type { ExportedPaper } from './format.ts';
import { oneLine } from './one-line.ts';

const WORDS: Readonly<Record<NoticeKind, string>> = {
  retracted: 'RETRACTED',
  concern: 'EXPRESSION OF CONCERN',
  corrected: 'CORRECTED',
  updated: 'UPDATED',
  republished: 'REPUBLISHED',
  notice: 'NOTICE',
};

/** One sentence each, the gravest first: `RETRACTED: This paper was retracted (May 2020). J Invent Ward Med. 2020;13:1. PMID 99000002.` */
export function remarks(exported: ExportedPaper): string[] {
  const { paper, notices } = exported;
  return [
    ...notices.map(inWords),
    ...(paper.source === 'sample' ? [`SAMPLE: ${courtesy('sample', undefined)}`] : []),
    ...(isPreprint(paper) ? ['PREPRINT: This paper is a preprint.'] : []),
  ];
}

export function isPreprint(paper: Paper): boolean {
  return paper.publicationTypes.some((type) => type.name === 'Preprint');
}

/** The PMID in the house's id of a paper, whether or not the library holds it. */
export function pmidOf(id: RecordId | undefined): string | undefined {
  return /^pm(\d+)$/.exec(id ?? '')?.[1];
}

/** The line of the record's own source, with the day of its data. */
export function recordCourtesy(paper: Paper): string {
  return courtesy(paper.source, paper.revised);
}

/** The title in the language of the paper, where the title of the record is a translation. */
export function originalTitle({ vernacularTitle }: Paper): string | undefined {
  return vernacularTitle === undefined ? undefined : plainText(vernacularTitle).replace(/\s*\.+$/, '');
}

function inWords(notice: Notice): string {
  const { kind, text, citation, pmid = pmidOf(notice.id) } = notice;
  const parts = [text, citation, pmid === undefined ? undefined : `PMID ${pmid}`]
    .filter((part): part is string => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`));
  return oneLine(`${WORDS[kind]}: ${parts.join(' ')}`);
}
