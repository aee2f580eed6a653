/** Books and their chapters (GeneReviews, StatPearls, reports), which PubMed describes in another way than articles. */
import type { Author, Book, Paper } from '#model/index.ts';
import { readAbstract } from './abstract.ts';
import { readPeople } from './authors.ts';
import { readDate, readHistory } from './dates.ts';
import { readGrants } from './funding.ts';
import { readIdentifiers } from './identifiers.ts';
import { filled, filledWith, present } from './present.ts';
import { readReferences } from './references.ts';
import { pubmedId } from './relations.ts';
import { readLocation } from './journal.ts';
import { readKeywords, readTerm } from './terms.ts';
import { richTextOf, textOf } from './text.ts';
import { attribute, child, childrenOf, isNo, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** The part of a record that names it. */
export interface Key {
  readonly pmid: string;
  readonly version: number;
}

/**
 * The paper of a `PubmedBookArticle`: a chapter, or the book itself where no chapter is named.
 * Its date is the chapter's own; a book that grows for years would give the year it began.
 */
export function extractBook(record: XmlElement, { pmid, version }: Key): Paper {
  const document = child(record, 'BookDocument');
  const data = child(record, 'PubmedBookData');
  const book = child(document, 'Book');
  const lists = childrenOf(document, 'AuthorList');
  return present<Paper>({
    id: pubmedId(pmid),
    source: 'pubmed',
    kind: 'book',
    version,
    publicationStatus: data && (textOf(child(data, 'PublicationStatus')) ?? ''),
    identifiers: readIdentifiers(pmid, [child(document, 'ArticleIdList'), child(data, 'ArticleIdList')], []),
    title: richTextOf(child(document, 'ArticleTitle')) ?? richTextOf(child(book, 'BookTitle')) ?? '',
    vernacularTitle: richTextOf(child(document, 'VernacularTitle')),
    book: readBook(document, book),
    pages: readLocation(document).pages,
    published: readDate(child(document, 'ContributionDate')) ?? readDate(child(book, 'PubDate')),
    history: readHistory(data),
    revised: readDate(child(document, 'DateRevised')),
    authors: readPeople(withoutEditors(lists), 'Author'),
    authorsComplete: !lists.some((list) => isNo(list, 'CompleteYN')),
    investigators: filled(readPeople(childrenOf(document, 'InvestigatorList'), 'Investigator')),
    abstract: readAbstract(document),
    languages: filledWith(childrenOf(document, 'Language').map(textOf)) ?? [],
    publicationTypes: filledWith(childrenOf(document, 'PublicationType').map(readTerm)) ?? [],
    keywords: readKeywords(document),
    grants: readGrants(document),
    references: readReferences(document),
  });
}

function readBook(document: XmlElement | undefined, book: XmlElement | undefined): Book | undefined {
  const publisher = child(book, 'Publisher');
  const lists = childrenOf(book, 'AuthorList');
  const editors = [...lists, ...childrenOf(document, 'AuthorList')].filter(isOfEditors);
  const read = present<Book>({
    title: richTextOf(child(book, 'BookTitle')),
    publisher: textOf(child(publisher, 'PublisherName')),
    place: textOf(child(publisher, 'PublisherLocation')),
    authors: people(withoutEditors(lists)),
    editors: people(editors),
    edition: textOf(child(book, 'Edition')),
    isbns: filledWith(childrenOf(book, 'Isbn').map(textOf)),
    sections: filledWith(itemsOf(document, 'Sections', 'Section').flatMap(sectionTitles)),
  });
  return Object.keys(read).length === 0 ? undefined : read;
}

function people(lists: readonly XmlElement[]): readonly Author[] | undefined {
  return filled(readPeople(lists, 'Author'));
}

function withoutEditors(lists: readonly XmlElement[]): readonly XmlElement[] {
  return lists.filter((list) => !isOfEditors(list));
}

function isOfEditors(list: XmlElement): boolean {
  return attribute(list, 'Type') === 'editors';
}

function sectionTitles(section: XmlElement): ReturnType<typeof richTextOf>[] {
  return [richTextOf(child(section, 'SectionTitle')), ...childrenOf(section, 'Section').flatMap(sectionTitles)];
}
