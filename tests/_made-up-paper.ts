/** A paper for the tests of this folder, complete and invented; each test says what is different in its own. */
import type { Abstract, AbstractSection, Paper, RecordId } from '#model/index.ts';

export function madeUpPaper(different: Partial<Paper> = {}): Paper {
  return {
    id: 'pm99000001' as RecordId,
    source: 'pubmed',
    kind: 'article',
    version: 1,
    identifiers: { pmid: '99000001', dois: ['10.5555/attune.1'] },
    title: 'Lumps in hedgehogs.',
    journal: {
      title: 'Journal of invented ward medicine',
      abbreviation: 'J Invent Ward Med',
      medlineName: 'J Invent Ward Med',
      issns: ['9993-0013'],
      volume: '12',
      issue: '3',
    },
    pages: '101-109',
    published: { year: 2021, month: 3 },
    authors: [
      { last: 'Quellmark', fore: 'Ada', initials: 'A' },
      { last: 'Brontvale', fore: 'Ivo T', initials: 'IT' },
    ],
    authorsComplete: true,
    languages: ['eng'],
    publicationTypes: [{ name: 'Journal Article' }],
    ...different,
  };
}

/** A section `[label, text]`, or a text without a label. */
export type Part = readonly [label: string, text: AbstractSection['text']] | string;

export function abstractOf(...parts: Part[]): Abstract {
  return {
    sections: parts.map((part) => (typeof part === 'string' ? { text: part } : { label: part[0], text: part[1] })),
  };
}
