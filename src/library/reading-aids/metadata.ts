/**
 * What the head of a paper's page says to reference managers and search engines, as names and values. All values are text:
 * whoever writes the page escapes them.
 */
import { isoDate, plainText } from '#model/index.ts';
import type { Author, Paper, PartialDate } from '#model/index.ts';
import { languageTag } from './language-tag.ts';
import { firstAndLastPage } from './pages.ts';

export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * HighWire tags, in which the order matters: affiliations and ORCID iD follow their author. There is no address of a PDF:
 * what a reader may open is decided elsewhere.
 */
export function highwireTags(paper: Paper): MetaTag[] {
  const { journal, identifiers } = paper;
  const pages = pagesOf(paper);
  return [
    ...tags('citation_title', titleText(paper)),
    ...paper.authors.flatMap(authorTags),
    ...tags('citation_journal_title', journal?.title),
    ...tags('citation_journal_abbrev', journal?.abbreviation),
    ...tags('citation_inbook_title', paper.book?.title === undefined ? undefined : plainText(paper.book.title)),
    ...tags('citation_publisher', paper.book?.publisher),
    ...tags('citation_publication_date', slashed(paper.published ?? paper.publishedOnline)),
    ...tags('citation_online_date', slashed(paper.publishedOnline)),
    ...tags('citation_volume', journal?.volume),
    ...tags('citation_issue', journal?.issue),
    ...tags('citation_firstpage', pages?.first),
    ...tags('citation_lastpage', pages?.last),
    ...tags('citation_doi', identifiers.dois?.[0]),
    ...tags('citation_pmid', identifiers.pmid),
    ...(journal?.issns ?? []).flatMap((issn) => tags('citation_issn', issn)),
    ...(paper.book?.isbns ?? []).flatMap((isbn) => tags('citation_isbn', isbn)),
    ...paper.languages.flatMap((code) => tags('citation_language', languageTag(code))),
    ...(paper.keywords ?? []).flatMap((keyword) => tags('citation_keywords', plainText(keyword.text))),
  ];
}

/** The title without markup, and without the full stop NLM closes it with. */
export function titleText(paper: Paper): string {
  return plainText(paper.title).replace(/\s*\.+$/, '');
}

/** A record of a book itself and not of a chapter in it. */
export function isWholeBook(paper: Paper): boolean {
  const title = paper.book?.title;
  return paper.kind === 'book' && (title === undefined || plainText(title).replace(/\s*\.+$/, '') === titleText(paper));
}

/** `Quellmark, Ada, Jr`, or the name of a group. */
export function listedName(author: Author): string {
  if (author.group !== undefined) return author.group;
  return [author.last, author.fore ?? author.initials, author.suffix].filter((part) => part !== undefined).join(', ');
}

/** First and last page in full; the number of a paper that has no pages stands as the first. */
export function pagesOf(paper: Paper): { readonly first: string; readonly last?: string } | undefined {
  if (paper.pages !== undefined) return firstAndLastPage(paper.pages);
  return paper.articleNumber === undefined ? undefined : { first: paper.articleNumber };
}

/** An affiliation without the e-mail address that often stands in it: a page's head is not the place to publish one. */
export function institution(affiliation: string): string {
  return affiliation
    .replace(/(?:[,;.]?\s*)?(?:(?:electronic address|e-?mail)\s*:\s*)?[^\s,;:<>()]{1,64}@[^\s,;<>()]+/giu, '')
    .replace(/[\s,;.]+$/, '')
    .trim();
}

function authorTags(author: Author): MetaTag[] {
  return [
    ...tags('citation_author', listedName(author)),
    ...(author.affiliations ?? []).flatMap((name) => tags('citation_author_institution', institution(name))),
    ...tags('citation_author_orcid', author.orcid === undefined ? undefined : `https://orcid.org/${author.orcid}`),
  ];
}

function tags(name: string, content: string | undefined): MetaTag[] {
  return content === undefined || content === '' ? [] : [{ name, content }];
}

function slashed(date: PartialDate | undefined): string | undefined {
  return date === undefined ? undefined : isoDate(date).replaceAll('-', '/');
}
