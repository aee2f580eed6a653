/** The end of a record in NBIB: its other numbers, what happened to it when, and the citation PubMed closes with. */
import type { Paper, PartialDate } from '#model/index.ts';
import { medlineDate } from './dates.ts';
import type { MedlineLine } from './medline-lines.ts';

/** Events that have a tag of their own beside their line in the history. */
const TAGGED: readonly (readonly [tag: string, event: string])[] = [
  ['EDAT', 'pubmed'],
  ['MHDA', 'medline'],
  ['CRDT', 'entrez'],
];

/** The house keeps no hour; PubMed writes midnight where it knows none. */
export function historyLines({ history = [] }: Paper): MedlineLine[] {
  return [
    ...TAGGED.map(([tag, event]): MedlineLine => {
      const found = history.find((each) => each.event === event);
      return [tag, found === undefined ? undefined : atMidnight(found.date)];
    }),
    ...history.map(({ event, date }): MedlineLine => ['PHST', `${atMidnight(date)} [${event}]`]),
  ];
}

/** Pages, or the number in their place; a DOI and a publisher's number do the work of pages where there are none. */
export function placeLines(paper: Paper): MedlineLine[] {
  const { pages, articleNumber, identifiers } = paper;
  const [doi] = identifiers.dois ?? [];
  if (pages !== undefined) return [['PG', pages]];
  return [
    isPublishersNumber(paper) ? ['LID', `${articleNumber} [pii]`] : ['PG', articleNumber],
    ['LID', doi === undefined ? undefined : `${doi} [doi]`],
  ];
}

/** A number that PubMed has as an identifier of the publisher and not as pages; those like `e117` stand under pages. */
function isPublishersNumber({ articleNumber = '', identifiers }: Paper): boolean {
  if (/^e[a-z]{0,3}\d+$/.test(articleNumber)) return false;
  return (identifiers.others ?? []).some(({ type, value }) => type === 'pii' && value === articleNumber);
}

/** Article numbers of publishers, DOIs, PMC's numbers and those of other organisations, each under its tag. */
export function identifierLines(paper: Paper): MedlineLine[] {
  const { pmcid, dois = [], others: all = [] } = paper.identifiers;
  const others = isPublishersNumber(paper) ? all.filter(({ value }) => value !== paper.articleNumber) : all;
  const of = (isWanted: (type: string) => boolean): { type: string; value: string }[] =>
    others.filter(({ type }) => isWanted(type));
  return [
    ['PMC', pmcid],
    ...of((type) => type === 'mid').map(({ value }): MedlineLine => ['MID', value]),
    ...of((type) => /^[A-Z]/.test(type)).map(({ type, value }): MedlineLine => ['OID', `${type}: ${value}`]),
    ...of((type) => ['pii', 'bookaccession'].includes(type)).map(({ type, value }): MedlineLine => [
      'AID',
      `${value} [${type}]`,
    ]),
    ...dois.map((doi): MedlineLine => ['AID', `${doi} [doi]`]),
  ];
}

/** `J Invent Ward Med. 2021 Mar;12(3):101-9. doi: 10.5555/x. Epub 2021 Feb 28.`; books have none. */
export function sourceLine(paper: Paper): MedlineLine {
  const { journal, publicationStatus, published, publishedOnline } = paper;
  const name = journal?.medlineName ?? journal?.abbreviation;
  if (paper.kind === 'book' || name === undefined) return ['SO', undefined];
  const isOnlineOnly = publicationStatus === 'epublish' && publishedOnline !== undefined;
  const date = isOnlineOnly ? publishedOnline : (published ?? publishedOnline);
  const number = (journal?.volume ?? '') + (journal?.issue === undefined ? '' : `(${journal.issue})`);
  const place = paper.pages ?? paper.articleNumber;
  const [doi] = paper.identifiers.dois ?? [];
  const where = [date === undefined ? '' : medlineDate(date), number].filter((part) => part !== '').join(';');
  return [
    'SO',
    [
      `${name}.`,
      `${where}${place === undefined ? '' : `:${place}`}.`,
      doi === undefined ? '' : `doi: ${doi}.`,
      electronic(paper, isOnlineOnly),
    ]
      .filter((part) => part !== '')
      .join(' '),
  ];
}

function electronic({ publicationStatus, published, publishedOnline }: Paper, isOnlineOnly: boolean): string {
  if (publicationStatus === 'aheadofprint') return 'Online ahead of print.';
  if (isOnlineOnly || publishedOnline === undefined || published === undefined) return '';
  const online = medlineDate(publishedOnline);
  return online === medlineDate(published) ? '' : `Epub ${online}.`;
}

function atMidnight({ year, month, day }: PartialDate): string {
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  return day === undefined ? date.join('/') : `${date.join('/')} 00:00`;
}
