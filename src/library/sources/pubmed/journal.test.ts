import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from '../../../../tests/_article-xml.ts';

const place = (article: string): (string | undefined)[] => {
  const { pages, articleNumber } = paperOf({ article });
  return [pages, articleNumber];
};
const pages = (text: string): string => `<Pagination><MedlinePgn>${text}</MedlinePgn></Pagination>`;
const pii = (text: string, valid = 'Y'): string =>
  `<ELocationID EIdType="pii" ValidYN="${valid}">${text}</ELocationID>`;

test('a journal is described from both of its places in the record', () => {
  const { journal } = paperOf({
    article:
      '<Journal><ISSN IssnType="Electronic">9993-001x</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue></JournalIssue><Title>Annals of  imaginary nursing</Title><ISOAbbreviation>Ann Imag Nurs</ISOAbbreviation></Journal>',
    citation:
      '<MedlineJournalInfo><Country>Norway</Country><MedlineTA>Ann Imag Nurs</MedlineTA><NlmUniqueID>99003001</NlmUniqueID><ISSNLinking>9993-001X</ISSNLinking></MedlineJournalInfo>',
  });
  assert.deepEqual(journal, {
    title: 'Annals of imaginary nursing',
    abbreviation: 'Ann Imag Nurs',
    medlineName: 'Ann Imag Nurs',
    nlmId: '99003001',
    issns: ['9993-001X'],
    country: 'Norway',
    volume: '12',
    issue: '3',
  });
});

test('pages stay as given, whatever else locates the paper', () => {
  assert.deepEqual(place(pages('402-11') + pii('S1234-5678(20)30183-5')), ['402-11', undefined]);
  assert.deepEqual(place(pages('e12-e15')), ['e12-e15', undefined]);
  assert.deepEqual(place(pages('S12')), ['S12', undefined]);
  assert.deepEqual(place('<Pagination><StartPage>7</StartPage><EndPage>9</EndPage></Pagination>'), ['7-9', undefined]);
  assert.deepEqual(place(pages('')), [undefined, undefined]);
});

test('a number in place of pages is the number of the paper', () => {
  assert.deepEqual(place(pages('e0240731')), [undefined, 'e0240731']);
  assert.deepEqual(place(pages('12345') + pii('12345')), [undefined, '12345']);
  assert.deepEqual(place(pii('e0240731')), [undefined, 'e0240731']);
});

test('an invalid or long item id is no number of the paper', () => {
  assert.deepEqual(place(pii('e0240731', 'N')), [undefined, undefined]);
  assert.deepEqual(place(pii('S1234-5678(20)30183-5')), [undefined, undefined]);
});
