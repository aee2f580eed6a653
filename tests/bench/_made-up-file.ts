/** A small PubMed file made up for the measurements: articles, one of them without a JournalIssue, a book, a broken one, deletions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ISSUE = '<JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue>';

function article(pmid: number, issue = ISSUE): string {
  return (
    `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article PubModel="Print">` +
    `<Journal>${issue}<Title>Journal of Made-Up Measurements</Title></Journal><ArticleTitle>Sepsis in ward ${pmid}</ArticleTitle>` +
    `<Abstract><AbstractText>Patients of ward ${pmid} were followed.</AbstractText></Abstract><Language>eng</Language></Article>` +
    '</MedlineCitation></PubmedArticle>'
  );
}

const BOOK =
  '<PubmedBookArticle><BookDocument><PMID Version="1">9</PMID><Book><BookTitle>A book of wards</BookTitle></Book>' +
  '<Language>eng</Language></BookDocument></PubmedBookArticle>';

/** Seven records: five articles, a book, and one that no reader of XML takes. @returns its path. */
export function writeMadeUpFile(folder: string): string {
  const records = [
    ...[1, 2, 3, 4].map((pmid) => article(pmid)),
    article(5, ''),
    BOOK,
    article(6).replace('<Article PubModel', '<b><Article PubModel'),
    '<DeleteCitation><PMID Version="1">77</PMID></DeleteCitation>',
  ];
  const path = join(folder, 'made-up.xml.gz');
  const set = `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${records.join('\n')}\n</PubmedArticleSet>\n`;
  writeFileSync(path, gzipSync(set));
  return path;
}
