/** Invented papers for the stand-in of NCBI, and the XML that E-utilities would write of them. */

export interface NcbiPaper {
  readonly pmid: string;
  readonly title: string;
  readonly abstract?: string;
  readonly doi?: string;
  /** With its letters: `PMC99000001`. */
  readonly pmcid?: string;
  /** When PubMed took it in: `2024/03/09`. */
  readonly edat: string;
  readonly retracted?: boolean;
}

const FINDINGS = [
  'Fewer lumps',
  'Late moult',
  'Quiet nights',
  'Early feeding',
  'Warm hands',
  'Long walks',
  'Soft bedding',
];
const SUBJECTS = ['hedgehogs', 'wardens', 'lanterns', 'otters', 'ferrymen'];
const PLACES = ['Brontvale', 'Quellmark', 'Ostermoor', 'Tillersund'];

/**
 * The same papers for the same numbers, the first of them the oldest, ten on a day from 2020/01/01. The word `invented`
 * is in all of them; every seventh has no abstract, every third is in PMC, every eleventh has no DOI, every fiftieth is retracted.
 */
export function madeUpPapers(count: number, from = 99_000_001): NcbiPaper[] {
  return Array.from({ length: count }, (_, n) => {
    const pmid = String(from + n);
    const of = (words: readonly string[], step: number): string => words[Math.floor(n / step) % words.length] ?? '';
    const subject = of(SUBJECTS, FINDINGS.length);
    const place = of(PLACES, FINDINGS.length * SUBJECTS.length);
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / 10))).toISOString().slice(0, 10).replaceAll('-', '/');
    return {
      pmid,
      title: `${of(FINDINGS, 1)} in ${subject} of ${place}: an invented trial, part ${n + 1}.`,
      edat: day,
      ...(n % 7 === 6
        ? {}
        : { abstract: `We followed ${10 + (n % 90)} ${subject} of ${place} for a year. All were well.` }),
      ...(n % 11 === 10 ? {} : { doi: `10.5555/attune.ncbi.${pmid}` }),
      ...(n % 3 === 0 ? { pmcid: `PMC${pmid}` } : {}),
      ...(n % 50 === 49 ? { retracted: true } : {}),
    };
  });
}

export const JOURNAL = 'J Invent Ward Med';
const HEAD =
  '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" ' +
  '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">\n';

export function articleSet(papers: readonly NcbiPaper[]): string {
  return `${HEAD}<PubmedArticleSet>\n${papers.map(articleOf).join('\n')}\n</PubmedArticleSet>\n`;
}

function articleOf(paper: NcbiPaper): string {
  const { pmid, title, abstract, doi, pmcid, edat, retracted = false } = paper;
  const [year = '', month = '', day = ''] = edat.split('/');
  const date = `<Year>${year}</Year><Month>${month}</Month><Day>${day}</Day>`;
  const history = ['entrez', 'pubmed', 'medline'].map(
    (status) =>
      `<PubMedPubDate PubStatus="${status}"><Year>${year}</Year><Month>${Number(month)}</Month><Day>${Number(day)}</Day>` +
      '<Hour>6</Hour><Minute>0</Minute></PubMedPubDate>',
  );
  const ids = [
    `<ArticleId IdType="pubmed">${pmid}</ArticleId>`,
    pmcid === undefined ? '' : `<ArticleId IdType="pmc">${pmcid}</ArticleId>`,
    doi === undefined ? '' : `<ArticleId IdType="doi">${escaped(doi)}</ArticleId>`,
  ];
  return `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM" IndexingMethod="Automated"><PMID Version="1">${pmid}</PMID>
<DateRevised>${date}</DateRevised>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Print">9993-0013</ISSN>
<JournalIssue CitedMedium="Internet"><Volume>12</Volume><Issue>3</Issue><PubDate><Year>${year}</Year><Month>${month}</Month></PubDate></JournalIssue>
<Title>Journal of invented ward medicine</Title><ISOAbbreviation>${JOURNAL}</ISOAbbreviation></Journal>
<ArticleTitle>${escaped(title)}</ArticleTitle>
<Pagination><StartPage>101</StartPage><EndPage>109</EndPage><MedlinePgn>101-109</MedlinePgn></Pagination>
${doi === undefined ? '' : `<ELocationID EIdType="doi" ValidYN="Y">${escaped(doi)}</ELocationID>`}
${abstract === undefined ? '' : `<Abstract><AbstractText>${escaped(abstract)}</AbstractText></Abstract>`}
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Quellmark</LastName><ForeName>Ada</ForeName><Initials>A</Initials></Author></AuthorList>
<Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>${
    retracted ? '<PublicationType UI="D016441">Retracted Publication</PublicationType>' : ''
  }</PublicationTypeList></Article>
<MedlineJournalInfo><Country>Norway</Country><MedlineTA>${JOURNAL}</MedlineTA><NlmUniqueID>99000001</NlmUniqueID></MedlineJournalInfo>
</MedlineCitation>
<PubmedData><History>${history.join('')}</History><PublicationStatus>ppublish</PublicationStatus><ArticleIdList>${ids.join('')}</ArticleIdList></PubmedData>
</PubmedArticle>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
