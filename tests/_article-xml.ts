/** Small records for the tests of this folder: a whole article around the few elements that a test is about. */
import type { Paper } from '#model/index.ts';
import { extractPaper } from '../src/library/sources/pubmed/record.ts';
import { parseXml } from '../src/library/sources/pubmed/xml-tree.ts';

export interface Inside {
  /** Beside the PMID, in `MedlineCitation`. */
  readonly citation?: string;
  readonly article?: string;
  /** In `PubmedData`, which is left out where this is. */
  readonly data?: string;
}

/** The XML of an article of the imaginary PMID 99000001. */
export function articleXml({ citation = '', article = '', data }: Inside): string {
  const pubmedData = data === undefined ? '' : `<PubmedData>${data}</PubmedData>`;
  return (
    '<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">99000001</PMID>' +
    `<Article PubModel="Print">${article}</Article>${citation}</MedlineCitation>${pubmedData}</PubmedArticle>`
  );
}

export function paperOf(inside: Inside): Paper {
  return extractPaper(parseXml(articleXml(inside)));
}
