/** The one place a paper opens: a free copy where there is one, else the institution's way, else the journal, else its record. */
import type { Paper } from '#model/index.ts';

export interface OpenPlace {
  /** What the button says. */
  readonly label: string;
  readonly url: string;
  /** Anyone can read it there. */
  readonly free: boolean;
}

/**
 * @param linkResolver an address with `{doi}` or `{pmid}` in it; passed over for a paper that lacks what it asks for.
 * @returns undefined for a sample paper, which nobody has published, and for a record without any number.
 */
export function openPlace({ source, identifiers }: Paper, linkResolver: string | undefined): OpenPlace | undefined {
  const { pmid, pmcid, dois = [] } = identifiers;
  const [doi] = dois;
  if (source === 'sample') return undefined;
  if (pmcid !== undefined)
    return { label: 'Open the free copy in PMC', url: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`, free: true };
  const resolved = linkResolver === undefined ? undefined : filled(linkResolver, { doi, pmid });
  if (resolved !== undefined) return { label: 'Open through your library', url: resolved, free: false };
  if (doi !== undefined) return { label: 'Open at the journal', url: doiAddress(doi), free: false };
  return pmid === undefined ? undefined : { label: 'See the record in PubMed', url: pubmedAddress(pmid), free: false };
}

/** The address to pass on to others: of the DOI, else of the PubMed record; a sample paper has none that leads anywhere. */
export function lastingAddress({ source, identifiers: { pmid, dois = [] } }: Paper): string | undefined {
  const [doi] = dois;
  if (source === 'sample') return undefined;
  if (doi !== undefined) return doiAddress(doi);
  return pmid === undefined ? undefined : pubmedAddress(pmid);
}

/** Percent-encoded but for the slash, which resolvers expect as it is. */
function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
}

function pubmedAddress(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}

function filled(
  template: string,
  { doi, pmid }: { doi: string | undefined; pmid: string | undefined },
): string | undefined {
  if ((template.includes('{doi}') && doi === undefined) || (template.includes('{pmid}') && pmid === undefined))
    return undefined;
  return template
    .replaceAll('{doi}', encodeURIComponent(doi ?? ''))
    .replaceAll('{pmid}', encodeURIComponent(pmid ?? ''));
}
