import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '#model/index.ts';
import { extractPaper } from './record.ts';
import { parseXml } from './xml-tree.ts';

const BOOK =
  '<Book><Publisher><PublisherName>Ward Press</PublisherName><PublisherLocation>Oslo</PublisherLocation></Publisher>' +
  '<BookTitle book="x">Wings<sup>®</sup></BookTitle><PubDate><Year>1993</Year></PubDate>' +
  '<AuthorList Type="authors"><Author><LastName>Whole</LastName></Author></AuthorList>' +
  '<AuthorList Type="editors"><Author><LastName>Ed</LastName></Author></AuthorList>' +
  '<Isbn>9780000000002</Isbn><ELocationID EIdType="doi">10.5555/container</ELocationID><Edition>2</Edition></Book>';

const read = (document: string): Paper =>
  extractPaper(
    parseXml(
      `<PubmedBookArticle><BookDocument><PMID Version="25">99000002</PMID>${document}</BookDocument><PubmedBookData>` +
        '<History><PubMedPubDate PubStatus="entrez"><Year>2010</Year><Month>3</Month><Day>20</Day></PubMedPubDate></History>' +
        '<PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">99000002</ArticleId></ArticleIdList>' +
        '</PubmedBookData></PubmedBookArticle>',
    ),
  );

test('a chapter has its own title, authors, date and ids, and the book it stands in', () => {
  const paper = read(
    '<ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList>' +
      `${BOOK}<ArticleTitle part="x">Lumps</ArticleTitle><Language>eng</Language>` +
      '<AuthorList Type="authors"><Author><LastName>Gull</LastName></Author></AuthorList><PublicationType UI="D016454">Review</PublicationType>' +
      '<Abstract><AbstractText>Weigh.</AbstractText></Abstract>' +
      '<Sections><Section><SectionTitle>Scope</SectionTitle><Section><SectionTitle>Deeper</SectionTitle></Section></Section></Sections>' +
      '<ContributionDate><Year>1998</Year><Month>10</Month><Day>1</Day></ContributionDate>',
  );
  assert.deepEqual(paper, {
    id: 'pm99000002',
    source: 'pubmed',
    kind: 'book',
    version: 25,
    publicationStatus: 'ppublish',
    identifiers: { pmid: '99000002', others: [{ type: 'bookaccession', value: 'NBK1' }] },
    title: 'Lumps',
    book: {
      title: ['Wings', ['sup', '®']],
      publisher: 'Ward Press',
      place: 'Oslo',
      authors: [{ last: 'Whole' }],
      editors: [{ last: 'Ed' }],
      edition: '2',
      isbns: ['9780000000002'],
      sections: ['Scope', 'Deeper'],
    },
    published: { year: 1998, month: 10, day: 1 },
    history: [{ event: 'entrez', date: { year: 2010, month: 3, day: 20 } }],
    authors: [{ last: 'Gull' }],
    authorsComplete: true,
    abstract: { sections: [{ text: 'Weigh.' }] },
    languages: ['eng'],
    publicationTypes: [{ name: 'Review', ui: 'D016454' }],
  });
});

test('a record of a whole book has the title and the year of the book', () => {
  const paper = read(BOOK);
  assert.deepEqual(paper.title, ['Wings', ['sup', '®']]);
  assert.deepEqual(paper.published, { year: 1993 });
  assert.deepEqual(paper.authors, []);
});
