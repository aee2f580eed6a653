/** Records for looking at pages: each is at one edge of what a paper can be. All are made up. */
import { articleXml } from '../_article-xml.ts';
import type { Inside } from '../_article-xml.ts';

/** PMIDs by what the record shows. */
export const STATES = {
  longTitle: '99500001',
  onlyTitle: '99500002',
  manyAuthors: '99500003',
  rightToLeft: '99500004',
  full: '99500005',
  retracted: '99500006',
  notice: '99500007',
  corrected: '99500008',
  updated: '99500009',
  hebrewRetracted: '99500010',
} as const;

const JOURNAL =
  '<Journal><JournalIssue CitedMedium="Internet"><Volume>12</Volume><Issue>3</Issue><PubDate><Year>2025</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Journal of invented ward medicine</Title><ISOAbbreviation>J Invent Ward Med</ISOAbbreviation></Journal>';
const ENGLISH = '<Language>eng</Language>';

export const longTitle =
  'Walking, falls and fear of falling among older adults who were admitted with an infection to acute medical wards of eleven hospitals: a stepped-wedge cluster randomised trial with a nested process evaluation, an economic analysis over two years, and interviews with patients, relatives, nurses and therapists';

const abstract = (...sections: readonly (readonly [label: string, text: string])[]): string =>
  `<Abstract>${sections.map(([label, text]) => `<AbstractText Label="${label}">${text}</AbstractText>`).join('')}</Abstract>`;

const STUDY = abstract(
  ['BACKGROUND', 'Lumps are often seen late on wards of this kind.'],
  ['METHODS', 'We conducted a retrospective cohort study. A total of 1842 patients were included.'],
  ['CONCLUSIONS', 'Looking early was followed by fewer lumps. Whether it caused them cannot be told from this design.'],
);

const author = (at: number, places: readonly string[], more = ''): string =>
  `<Author ValidYN="Y"><LastName>Quellmark-${at}</LastName><ForeName>Ada</ForeName><Initials>A</Initials>${more}${places
    .map((place) => `<AffiliationInfo><Affiliation>${place}</Affiliation></AffiliationInfo>`)
    .join('')}</Author>`;
const authors = (...list: readonly string[]): string => `<AuthorList CompleteYN="Y">${list.join('')}</AuthorList>`;
const types = (...names: readonly string[]): string =>
  `<PublicationTypeList>${names.map((name) => `<PublicationType UI="D000001">${name}</PublicationType>`).join('')}</PublicationTypeList>`;
const tie = (type: string, pmid: string): string =>
  `<CommentsCorrectionsList><CommentsCorrections RefType="${type}"><RefSource>J Invent Ward Med. 2025 May;12(5):300</RefSource><PMID Version="1">${pmid}</PMID></CommentsCorrections></CommentsCorrectionsList>`;
const ids = (pmid: string, pmcid: string): string =>
  `<ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId><ArticleId IdType="pmc">${pmcid}</ArticleId></ArticleIdList>`;

const place = (at: number): string => `Department ${at}, University Hospital of Nowhere, Ulmstadt.`;
const title = (words: string): string => `<ArticleTitle>${words}</ArticleTitle>`;

const RECORDS: Readonly<Record<keyof typeof STATES, Inside>> = {
  longTitle: { article: JOURNAL + title(longTitle) + STUDY + authors(author(1, [place(1)])) + ENGLISH },
  onlyTitle: { article: title('Lumps.') },
  manyAuthors: {
    article:
      JOURNAL +
      title('Lumps in forty countries.') +
      STUDY +
      authors(...Array.from({ length: 700 }, (_, at) => author(at + 1, [place((at % 90) + 1), place((at % 7) + 1)]))) +
      ENGLISH,
  },
  rightToLeft: {
    article:
      `${JOURNAL}${title('[Walking after sepsis].')}` +
      abstract(
        ['רקע', 'מבוגרים מאבדים כוח שריר במהירות לאחר אלח דם (sepsis).'],
        ['CONCLUSIONS', 'هذه نتيجة مكتوبة بالعربية، وفيها 42 مريضا.'],
      ) +
      authors(author(1, ['בית החולים הכללי, אולמשטדט.'])) +
      '<Language>heb</Language><VernacularTitle>הליכה מוקדמת לאחר אלח דם: ניסוי אקראי ב-24 מחלקות</VernacularTitle>',
  },
  full: {
    article:
      JOURNAL +
      title('Looking early for lumps on medical wards: a retrospective cohort study.') +
      '<ELocationID EIdType="doi" ValidYN="Y">10.5555/attune.full</ELocationID>' +
      STUDY +
      authors(
        author(1, [place(1), place(2)], '<Identifier Source="ORCID">0000-0001-2345-6789</Identifier>'),
        author(2, [place(1)]),
        author(3, [place(3), place(2)]),
      ) +
      ENGLISH +
      types('Journal Article'),
    citation:
      `${tie('ExpressionOfConcernIn', '99599999')}` +
      '<MeshHeadingList><MeshHeading><DescriptorName UI="D1" MajorTopicYN="Y">Lumps</DescriptorName></MeshHeading></MeshHeadingList>' +
      '<OtherAbstract Type="plain-language-summary" Language="eng"><AbstractText>People on a ward can have lumps that nobody sees. We looked for them early.</AbstractText></OtherAbstract>' +
      '<OtherAbstract Type="Publisher" Language="ger"><AbstractText>Beulen werden oft spät gesehen.</AbstractText></OtherAbstract>',
    data: ids('99000001', 'PMC99500005'),
  },
  retracted: {
    article:
      JOURNAL +
      title('Feathers against lumps.') +
      STUDY +
      authors(author(1, [place(1)])) +
      ENGLISH +
      types('Journal Article', 'Retracted Publication'),
    citation: tie('RetractionIn', STATES.notice),
    data: ids('99000001', 'PMC99500006'),
  },
  notice: {
    article: JOURNAL + title('Retraction: Feathers against lumps.') + ENGLISH + types('Retraction of Publication'),
    citation: tie('RetractionOf', STATES.retracted),
  },
  corrected: {
    article: JOURNAL + title('Down against lumps.') + STUDY + ENGLISH,
    citation: tie('ErratumIn', '99599998'),
  },
  updated: {
    article: JOURNAL + title('Lumps: a guideline.') + STUDY + ENGLISH,
    citation: tie('UpdateIn', STATES.corrected),
  },
  hebrewRetracted: {
    article: `${JOURNAL}${title('הליכה מוקדמת לאחר אלח דם')}${ENGLISH}${types('Retracted Publication')}`,
  },
};

/** All of them as one file of PubMed records. */
export function statesXml(): string {
  const records = Object.entries(RECORDS).map(([name, inside]) =>
    articleXml(inside).replaceAll('99000001', STATES[name as keyof typeof STATES]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${records.join('\n')}\n</PubmedArticleSet>\n`;
}
