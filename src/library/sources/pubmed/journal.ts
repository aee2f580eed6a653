/** The journal of a paper and its place in it. */
import type { Journal } from '#model/index.ts';
import { filled, present } from './present.ts';
import { textOf } from './text.ts';
import { attribute, child, childrenOf, isNo } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** Where a paper stands in its journal: pages, or the number of a paper that has none. */
export interface Location {
  readonly pages: string | undefined;
  readonly articleNumber: string | undefined;
}

/** `e0240731`, `eaaw1234`: journals that number their papers write the number in place of the pages. */
const NUMBER_AS_PAGE = /^e[a-z]{0,3}\d+$/;
/** A publisher's item id that is short enough to be read as a number: no `S0140-6736(20)30183-5`. */
const NUMBER_AS_PII = /^[a-z]{0,6}\d{1,12}[a-z]?$/i;

/** The journal of a record, from its two descriptions; undefined where both are empty. */
export function readJournal(citation: XmlElement | undefined): Journal | undefined {
  const described = child(child(citation, 'Article'), 'Journal');
  const issue = child(described, 'JournalIssue');
  const filed = child(citation, 'MedlineJournalInfo');
  const journal = present<Journal>({
    title: textOf(child(described, 'Title')),
    abbreviation: textOf(child(described, 'ISOAbbreviation')),
    medlineName: textOf(child(filed, 'MedlineTA')),
    nlmId: textOf(child(filed, 'NlmUniqueID')),
    issns: filled([...issnsOf(described, filed)]),
    country: textOf(child(filed, 'Country')),
    volume: textOf(child(issue, 'Volume')),
    issue: textOf(child(issue, 'Issue')),
  });
  return Object.keys(journal).length === 0 ? undefined : journal;
}

function issnsOf(described: XmlElement | undefined, filed: XmlElement | undefined): ReadonlySet<string> {
  const issns = new Set<string>();
  for (const element of [...childrenOf(described, 'ISSN'), ...childrenOf(filed, 'ISSNLinking')]) {
    const issn = textOf(element);
    if (issn !== undefined) issns.add(issn.toUpperCase());
  }
  return issns;
}

/**
 * Pages as the record writes them; a number in their place is told apart, and a valid item id stands in where there are no
 * pages at all. A paper has one or the other.
 */
export function readLocation(article: XmlElement | undefined): Location {
  const pages = pagesOf(child(article, 'Pagination'));
  const items = childrenOf(article, 'ELocationID')
    .filter((locator) => attribute(locator, 'EIdType') === 'pii' && !isNo(locator, 'ValidYN'))
    .map((locator) => textOf(locator) ?? '');
  if (pages === undefined) return { pages, articleNumber: items.find((item) => NUMBER_AS_PII.test(item)) };
  const isNumber = NUMBER_AS_PAGE.test(pages) || items.includes(pages);
  return isNumber ? { pages: undefined, articleNumber: pages } : { pages, articleNumber: undefined };
}

function pagesOf(pagination: XmlElement | undefined): string | undefined {
  const pages = textOf(child(pagination, 'MedlinePgn'));
  if (pages !== undefined) return pages;
  const start = textOf(child(pagination, 'StartPage'));
  const end = textOf(child(pagination, 'EndPage'));
  return start === undefined || end === undefined || start === end ? (start ?? end) : `${start}-${end}`;
}
