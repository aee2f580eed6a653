/** The identifiers of a paper, each with the way to where it leads. A sample paper's lead nowhere. */
import type { ReactNode } from 'react';
import type { Paper } from '#model/index.ts';
import { pubmedRecord } from '../../parts/pubmed-search.ts';

export function Numbers({ paper }: { paper: Paper }) {
  const outward = paper.source !== 'sample';
  const list = numbersOf(paper);
  if (list.length === 0) return paper.id;
  return list.map(({ words, url }, at): ReactNode => (
    <span key={words}>
      {at > 0 && ' · '}
      {outward && url !== undefined ? (
        <a href={url} rel="noreferrer noopener">
          {words}
        </a>
      ) : (
        words
      )}
    </span>
  ));
}

/** The same as words alone, for paper. */
export function identifierWords(paper: Paper): readonly string[] {
  return numbersOf(paper).map(({ words }) => words);
}

function numbersOf({ identifiers }: Paper): readonly { words: string; url?: string }[] {
  const { pmid, pmcid, dois = [], sample, others = [] } = identifiers;
  return [
    ...(sample === undefined ? [] : [{ words: `Sample ${sample}` }]),
    ...(pmid === undefined ? [] : [{ words: `PMID ${pmid}`, url: pubmedRecord(pmid) }]),
    ...(pmcid === undefined ? [] : [{ words: pmcid, url: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` }]),
    ...dois.map((doi) => ({ words: `doi ${doi}`, url: doiAddress(doi) })),
    ...others.map(({ type, value }) => ({ words: `${type} ${value}` })),
  ];
}

/** Older DOIs hold signs that an address must not: `<`, `#`, `%`. Slashes stay, as the resolver expects them. */
function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
}
