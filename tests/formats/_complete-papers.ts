/** Papers that together have every field a record can have, all invented. */
import type { Paper, RecordId } from '#model/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';

const EDITORS = [{ last: 'Sternquist', fore: 'Jo', initials: 'J' }];

export const article: Paper = madeUpPaper({
  id: 'pm99000001' as RecordId,
  status: 'MEDLINE',
  publicationStatus: 'ppublish',
  identifiers: {
    pmid: '99000001',
    pmcid: 'PMC99000001',
    dois: ['10.5555/attune.1'],
    others: [
      { type: 'pii', value: 'S1' },
      { type: 'mid', value: 'NIHMS990001' },
      { type: 'KIE', value: '99001' },
    ],
  },
  title: ['Loss of H', ['sub', '2'], 'O in ', ['i', 'Erinaceus'], ' & kin.'],
  vernacularTitle: 'Wasserverlust bei Igeln.',
  journal: {
    title: 'Journal of invented ward medicine',
    abbreviation: 'J Invent Ward Med',
    medlineName: 'J Invent Ward Med',
    nlmId: '99003001',
    issns: ['9993-0013', '9993-0021'],
    country: 'Norway',
    volume: '12',
    issue: '3',
  },
  pages: '101-9',
  publishedOnline: { year: 2021, month: 2, day: 28 },
  history: [
    { event: 'received', date: { year: 2020, month: 11 } },
    { event: 'entrez', date: { year: 2021, month: 3, day: 1 } },
    { event: 'pubmed', date: { year: 2021, month: 3, day: 2 } },
    { event: 'medline', date: { year: 2021, month: 6, day: 3 } },
  ],
  revised: { year: 2024, month: 1, day: 15 },
  completed: { year: 2021, month: 6, day: 3 },
  authors: [
    {
      last: 'Quellmark',
      fore: 'Ada',
      initials: 'A',
      suffix: 'Jr',
      orcid: '0000-0009-9000-107X',
      affiliations: ['Norrvik.'],
    },
    { last: 'Brontvale', initials: 'IT' },
    { group: 'Down and Feather Group' },
  ],
  authorsComplete: false,
  investigators: [{ last: 'Ng', fore: 'X', initials: 'X', affiliations: ['Ward 9.'] }],
  personSubjects: [{ last: 'Florence', fore: 'N', initials: 'N' }],
  abstract: {
    sections: [{ label: 'BACKGROUND', text: 'Hedgehogs dry out.' }, { text: ['They ', ['b', 'do'], '.'] }],
    copyright: '© The wards.',
  },
  otherAbstracts: [
    { type: 'plain-language-summary', language: 'eng', sections: [{ text: 'They do.' }], copyright: '© Us.' },
  ],
  languages: ['ger', 'eng'],
  publicationTypes: [{ name: 'Journal Article' }, { name: 'Retracted Publication' }],
  mesh: [
    { name: 'Hedgehogs', major: true, qualifiers: [{ name: 'physiology', major: true }] },
    { name: 'Heart Failure, Diastolic' },
  ],
  supplementaryConcepts: [{ name: 'drying out' }],
  substances: [{ name: 'Water', registryNumber: '059QF0KO0R' }],
  keywords: [{ text: 'lump', major: true }, { text: 'feather and down' }],
  genes: ['HDG1'],
  grants: [{ number: 'G1', agency: 'Norrvik Fund', country: 'Norway' }],
  databanks: [{ name: 'ClinicalTrials.gov', accessions: ['NCT99990001'] }],
  conflictStatement: 'None of the authors is a hedgehog.',
  relations: [
    { type: 'RetractionIn', to: 'pm99000002' as RecordId, citation: 'J Invent Ward Med. 2022;13:1' },
    { type: 'ExpressionOfConcernIn', citation: 'J Invent Ward Med. 2021;12:300' },
    { type: 'ErratumIn', citation: 'J Invent Ward Med. 2021;12:200' },
    { type: 'CommentIn', citation: 'J Invent Ward Med. 2021;12:110' },
  ],
});

const { pages: _pagesOfArticle, ...withoutPages } = madeUpPaper();

/** A preprint whose journal names numbers instead of pages. */
export const preprint: Paper = {
  ...withoutPages,
  id: 'pm99000003' as RecordId,
  identifiers: { pmid: '99000003', dois: ['10.5555/attune.3'], others: [{ type: 'pii', value: '2021.03.01' }] },
  articleNumber: '2021.03.01',
  published: { year: 2021, month: 3, day: 1 },
  publicationTypes: [{ name: 'Journal Article' }, { name: 'Preprint' }],
};

const { journal: _journal, pages: _pages, ...withoutJournal } = madeUpPaper();

export const chapter: Paper = {
  ...withoutJournal,
  id: 'pm99000004' as RecordId,
  kind: 'book',
  identifiers: { pmid: '99000004', others: [{ type: 'bookaccession', value: 'NBK990001' }] },
  title: 'Feathers.',
  pages: '12-30',
  published: { year: 2021, month: 3, day: 1 },
  revised: { year: 2022, month: 2, day: 2 },
  book: {
    title: ['All about ', ['i', 'Erinaceus'], '.'],
    publisher: 'Norrvik Press',
    place: 'Norrvik',
    authors: [{ last: 'Odderby', fore: 'Lin', initials: 'L' }],
    editors: EDITORS,
    edition: '2nd',
    isbns: ['9780000000002'],
  },
};

export const wholeBook: Paper = {
  ...withoutJournal,
  id: 'pm99000005' as RecordId,
  kind: 'book',
  identifiers: { pmid: '99000005' },
  title: 'All about lumps.',
  authors: [],
  book: {
    title: 'All about lumps.',
    publisher: 'Norrvik Press',
    authors: [{ group: 'Lump Group' }],
    editors: EDITORS,
    isbns: ['9780000000019'],
  },
};

export const sampleNote: Paper = madeUpPaper({
  id: 'src-0000000000000001' as RecordId,
  source: 'sample',
  identifiers: { sample: 'S9001', dois: ['10.5555/attune.sample.9001'] },
});

export const COMPLETE: readonly Paper[] = [article, preprint, chapter, wholeBook, sampleNote];
