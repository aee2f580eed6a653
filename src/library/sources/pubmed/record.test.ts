import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#model/index.ts';
import { articleXml, paperOf } from '../../../../tests/_article-xml.ts';
import { extractDeletions, extractPaper, parseXml } from './index.ts';

const refused = (xml: string, words: RegExp): void =>
  assert.throws(
    () => extractPaper(parseXml(xml)),
    (thrown) => thrown instanceof AppError && thrown.code === 'unreadable_file' && words.test(thrown.message),
  );

test('a record has the house’s id, its PMID and its version', () => {
  const paper = extractPaper(parseXml(articleXml({}).replace('Version="1"', 'Version="3"')));
  assert.deepEqual(
    [paper.id, paper.identifiers.pmid, paper.version, paper.kind],
    ['pm99000001', '99000001', 3, 'article'],
  );
  assert.equal(extractPaper(parseXml(articleXml({}).replace(' Version="1"', ''))).version, 1);
});

test('a record without a PMID or with an impossible version is refused', () => {
  refused(articleXml({}).replace('99000001', 'PMC12'), /PMID/);
  refused(articleXml({}).replace(/<PMID.*<\/PMID>/, ''), /PMID/);
  for (const version of ['0', '-1', 'two', '1.5', ''])
    refused(articleXml({}).replace('Version="1"', `Version="${version}"`), /version/);
  refused('<PubmedBookArticle/>', /PMID/);
  refused('<html/>', /html/);
});

test('a title keeps the brackets and the full stop that NLM gives it', () => {
  const paper = paperOf({
    article:
      '<ArticleTitle>[Lumps of the wing].</ArticleTitle><VernacularTitle>Flügelklumpen.</VernacularTitle><Language>ger</Language>',
  });
  assert.deepEqual(
    [paper.title, paper.vernacularTitle, paper.languages],
    ['[Lumps of the wing].', 'Flügelklumpen.', ['ger']],
  );
});

test('status and publication status say how far the record is', () => {
  const paper = paperOf({ data: '<PublicationStatus>aheadofprint</PublicationStatus>' });
  assert.deepEqual([paper.status, paper.publicationStatus], ['MEDLINE', 'aheadofprint']);
  assert.equal(Object.hasOwn(paperOf({}), 'publicationStatus'), false);
  assert.equal(paperOf({ data: '' }).publicationStatus, '');
});

test('a paper survives JSON unchanged', () => {
  const paper = paperOf({ article: '<ArticleTitle>H<sub>2</sub>O</ArticleTitle>', data: '<ReferenceList/>' });
  assert.deepEqual(JSON.parse(JSON.stringify(paper)), paper);
});

test('deletions are PMIDs', () => {
  const element = parseXml(
    '<DeleteCitation><PMID Version="1">12</PMID>\n<PMID Version="2"> 13 </PMID><PMID/></DeleteCitation>',
  );
  assert.deepEqual(extractDeletions(element), ['12', '13']);
});
