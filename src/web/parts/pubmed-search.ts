/** What leads to PubMed: the record of a paper, and the search of this page with its filters in PubMed's tags. Pure. */
import { languageName } from '#model/index.ts';
import { listed } from './search-state.ts';
import type { SearchState } from './search-state.ts';

const PUBMED = 'https://pubmed.ncbi.nlm.nih.gov/';
/** PubMed's own first and last year of an open span. */
const EVER = 1000;
const ALWAYS = 3000;

/** @returns undefined where nothing was asked. */
export function pubmedSearch(state: SearchState): string | undefined {
  if (state.q === undefined) return undefined;
  return `${PUBMED}?${new URLSearchParams({ term: pubmedTerm(state.q, state) })}`;
}

/** The record of a paper in PubMed. */
export function pubmedRecord(pmid: string): string {
  return `${PUBMED}${encodeURIComponent(pmid)}/`;
}

/** The query keeps its brackets around it, so that no OR in it reaches the filters. */
function pubmedTerm(q: string, { from, to, types, languages, abstract }: SearchState): string {
  const filters = [
    ...(from === undefined && to === undefined ? [] : [`${from ?? EVER}:${to ?? ALWAYS}[dp]`]),
    ...anyOf(listed(types), 'pt'),
    ...anyOf(listed(languages).map(languageName), 'la'),
    ...(abstract === 'yes' ? ['hasabstract'] : []),
  ];
  return [`(${q.replace(/\s+/g, ' ').trim()})`, ...filters].join(' AND ');
}

function anyOf(values: readonly string[], tag: string): readonly string[] {
  if (values.length === 0) return [];
  return [`(${values.map((value) => `${quoted(value)}[${tag}]`).join(' OR ')})`];
}

/** Words that PubMed could take for operators or signs stand in quotes. */
function quoted(value: string): string {
  return /^[\p{L}\d-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
