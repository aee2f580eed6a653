import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from '../../../../tests/_article-xml.ts';

test('a tie to another paper has its kind, its PMID if there is one, its citation and note', () => {
  const { relations } = paperOf({
    citation:
      '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Invent. 2021;1:2</RefSource><PMID Version="1">99049001</PMID><Note>why</Note></CommentsCorrections>' +
      '<CommentsCorrections RefType="ErratumIn"><RefSource>J Invent. 2022;1:3</RefSource></CommentsCorrections></CommentsCorrectionsList>',
  });
  assert.deepEqual(relations, [
    { type: 'RetractionIn', to: 'pm99049001', citation: 'J Invent. 2021;1:2', note: 'why' },
    { type: 'ErratumIn', citation: 'J Invent. 2022;1:3' },
  ]);
});

test('references come from every list, lists within lists too, each with its own ids', () => {
  const { references } = paperOf({
    data:
      '<ReferenceList><Title>REFERENCES</Title><Reference><Citation>One <i>a</i>.</Citation><ArticleIdList><ArticleId IdType="doi">10.5555/A</ArticleId><ArticleId IdType="pubmed">7</ArticleId></ArticleIdList></Reference>' +
      '<ReferenceList><Title>More</Title><Reference><Citation>Two.</Citation><ArticleIdList><ArticleId IdType="pmc">4569730</ArticleId></ArticleIdList></Reference></ReferenceList></ReferenceList>' +
      '<ReferenceList><Reference/><Reference><Citation>Three.</Citation></Reference></ReferenceList>',
  });
  assert.deepEqual(references, [
    { citation: ['One ', ['i', 'a'], '.'], pmid: '7', doi: '10.5555/a' },
    { citation: 'Two.', pmcid: 'PMC4569730' },
    { citation: 'Three.' },
  ]);
});

test('an empty list of references is known to be empty', () => {
  assert.deepEqual(paperOf({ data: '<ReferenceList/>' }).references, []);
  assert.equal(paperOf({ data: '' }).references, undefined);
});
