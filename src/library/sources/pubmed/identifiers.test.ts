import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identifiers } from '#model/index.ts';
import { paperOf } from '../../../../tests/_article-xml.ts';
import { normaliseDoi, normalisePmcid } from './identifiers.ts';

const read = (ids: string, article = '', citation = ''): Identifiers =>
  paperOf({ article, citation, data: `<ArticleIdList>${ids}</ArticleIdList>` }).identifiers;
const doi = (value: string): string => `<ArticleId IdType="doi">${value}</ArticleId>`;

test('a DOI is lower case and without the resolver’s address', () => {
  for (const form of [
    '10.5555/AbC',
    ' https://doi.org/10.5555/abc\n',
    'http://dx.doi.org/10.5555/abc',
    'doi: 10.5555/abc',
  ]) {
    assert.equal(normaliseDoi(form), '10.5555/abc');
  }
  assert.equal(normaliseDoi('10.1016/s0022'), '10.1016/s0022');
  for (const form of ['51466', '10.1/x', '0.1109/x', '', '10.5555/', '10.5555/a b'])
    assert.equal(normaliseDoi(form), undefined);
});

test('a PMCID is read without its version and from the long form', () => {
  for (const form of ['PMC123', '123', 'PMC123.2', 'pmc-id: PMC123;manuscript-id: NIHMS9;']) {
    assert.equal(normalisePmcid(form), 'PMC123');
  }
  assert.equal(normalisePmcid('NIHMS9'), undefined);
});

test('the ids of references are never those of the paper', () => {
  const { identifiers } = paperOf({
    data:
      '<ArticleIdList><ArticleId IdType="pubmed">99000001</ArticleId></ArticleIdList><ReferenceList><Reference>' +
      `<ArticleIdList>${doi('10.5555/cited')}<ArticleId IdType="pmc">PMC9</ArticleId></ArticleIdList></Reference></ReferenceList>`,
  });
  assert.deepEqual(identifiers, { pmid: '99000001' });
});

test('valid locators follow the list, each DOI once', () => {
  const { dois } = read(
    doi('10.5555/LIST'),
    '<ELocationID EIdType="doi" ValidYN="Y">10.5555/list</ELocationID><ELocationID EIdType="doi">10.5555/second</ELocationID>',
  );
  assert.deepEqual(dois, ['10.5555/list', '10.5555/second']);
});

test('a DOI marked invalid is nowhere, though the list repeats it', () => {
  const identifiers = read(
    doi('10.5555/withdrawn') + doi('10.5555/valid'),
    '<ELocationID EIdType="doi" ValidYN="N">10.5555/Withdrawn</ELocationID>',
  );
  assert.deepEqual(identifiers, { pmid: '99000001', dois: ['10.5555/valid'] });
});

test('what stands in the place of a DOI and is none is kept apart from the DOIs', () => {
  assert.deepEqual(read(doi('51466')), { pmid: '99000001', others: [{ type: 'doi', value: '51466' }] });
});

test('a PMCID of the plain type comes before the long form', () => {
  const long = '<ArticleId IdType="pmcid">pmc-id: PMC7;</ArticleId>';
  assert.equal(read(long).pmcid, 'PMC7');
  assert.equal(read(`${long}<ArticleId IdType="pmc">PMC8</ArticleId>`).pmcid, 'PMC8');
});

test('other identifiers keep their type', () => {
  const { others } = read(
    '<ArticleId IdType="pii">S1-2</ArticleId><ArticleId IdType="mid">NIHMS9</ArticleId>',
    '<ELocationID EIdType="pii" ValidYN="Y">S1-2</ELocationID>',
    '<OtherID Source="NASA">00012</OtherID>',
  );
  assert.deepEqual(others, [
    { type: 'pii', value: 'S1-2' },
    { type: 'mid', value: 'NIHMS9' },
    { type: 'NASA', value: '00012' },
  ]);
});
