/** A paper in the words of schema.org, for search engines and whatever else reads a page. */
import { isoDate, plainText } from '#model/index.ts';
import type { Author, Paper } from '#model/index.ts';
import { languageTag } from './language-tag.ts';
import { institution, isWholeBook, pagesOf, titleText } from './metadata.ts';
import { fullPages } from './pages.ts';

type Json = string | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = Readonly<Record<string, Json | undefined>>;

/**
 * A ScholarlyArticle, or a Book or Chapter of one, at the address of its page. Whoever puts it into a page must write `<` as
 * `\u003c`. The abstract is left out: it is the publisher's.
 */
export function jsonLd(paper: Paper, url: string): JsonObject {
  const { dois = [], pmid, pmcid } = paper.identifiers;
  const date = paper.published ?? paper.publishedOnline;
  const pages = pagesOf(paper);
  return filled({
    '@context': 'https://schema.org',
    '@type': paper.kind === 'article' ? 'ScholarlyArticle' : isWholeBook(paper) ? 'Book' : 'Chapter',
    '@id': url,
    url,
    headline: titleText(paper),
    name: titleText(paper),
    author: paper.authors.map(person),
    datePublished: date === undefined ? undefined : isoDate(date),
    dateModified: paper.revised === undefined ? undefined : isoDate(paper.revised),
    inLanguage: paper.languages.map(languageTag).filter((tag) => tag !== undefined),
    keywords: (paper.keywords ?? []).map((keyword) => plainText(keyword.text)),
    pageStart: pages?.first,
    pageEnd: pages?.last,
    pagination: paper.pages === undefined ? undefined : fullPages(paper.pages),
    isPartOf: isWholeBook(paper) ? undefined : paper.kind === 'book' ? bookOf(paper) : issueOf(paper),
    identifier: [
      ...dois.map((doi) => named('doi', doi)),
      ...(pmid === undefined ? [] : [named('pmid', pmid)]),
      ...(pmcid === undefined ? [] : [named('pmcid', pmcid)]),
    ],
    sameAs: [
      ...dois.map((doi) => `https://doi.org/${encodeURI(doi)}`),
      ...(pmid === undefined ? [] : [`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`]),
    ],
  });
}

function person(author: Author): Json {
  if (author.group !== undefined) return { '@type': 'Organization', name: author.group };
  return filled({
    '@type': 'Person',
    name: [author.fore ?? author.initials, author.last, author.suffix].filter((part) => part !== undefined).join(' '),
    givenName: author.fore,
    familyName: author.last,
    honorificSuffix: author.suffix,
    identifier: author.orcid === undefined ? undefined : `https://orcid.org/${author.orcid}`,
    affiliation: (author.affiliations ?? []).map((name) => ({ '@type': 'Organization', name: institution(name) })),
  });
}

/** The issue in its volume in its journal, with the parts that are known. */
function issueOf(paper: Paper): Json | undefined {
  const { journal } = paper;
  if (journal === undefined) return undefined;
  let whole: Json = filled({
    '@type': 'Periodical',
    name: journal.title ?? journal.abbreviation,
    alternateName: journal.title === undefined ? undefined : journal.abbreviation,
    issn: [...(journal.issns ?? [])],
  });
  if (journal.volume !== undefined)
    whole = { '@type': 'PublicationVolume', volumeNumber: journal.volume, isPartOf: whole };
  if (journal.issue !== undefined) whole = { '@type': 'PublicationIssue', issueNumber: journal.issue, isPartOf: whole };
  return whole;
}

function bookOf(paper: Paper): Json | undefined {
  const { book } = paper;
  if (book === undefined) return undefined;
  return filled({
    '@type': 'Book',
    name: book.title === undefined ? undefined : plainText(book.title),
    bookEdition: book.edition,
    isbn: [...(book.isbns ?? [])],
    editor: (book.editors ?? []).map(person),
    publisher: book.publisher === undefined ? undefined : { '@type': 'Organization', name: book.publisher },
  });
}

function named(propertyID: string, value: string): Json {
  return { '@type': 'PropertyValue', propertyID, value };
}

/** Without what is unknown or empty. */
function filled(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
