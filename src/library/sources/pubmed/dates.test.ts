import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartialDate } from '#model/index.ts';
import { paperOf } from '../../../../tests/_article-xml.ts';
import { readDate } from './dates.ts';
import { parseXml } from './xml-tree.ts';

const read = (inside: string): PartialDate | undefined => readDate(parseXml(`<PubDate>${inside}</PubDate>`));
const ymd = (year: string, month: string, day: string): string =>
  `<Year>${year}</Year><Month>${month}</Month><Day>${day}</Day>`;

test('a month is a name or a number, with or without its zero', () => {
  for (const month of ['Mar', 'MAR', 'March', '3', '03', '\n 3 \n']) {
    assert.deepEqual(read(`<Year>2005</Year><Month>${month}</Month>`), { year: 2005, month: 3 });
  }
  assert.deepEqual(read('<Year>2005</Year><Month>13</Month>'), { year: 2005 });
  assert.deepEqual(read('<Year>2005</Year><Month/>'), { year: 2005 });
});

test('a day that the month does not have is left out', () => {
  assert.deepEqual(read(ymd('2005', '9', '31')), { year: 2005, month: 9 });
  assert.deepEqual(read(ymd('2023', '2', '29')), { year: 2023, month: 2 });
  assert.deepEqual(read(ymd('2024', '2', '29')), { year: 2024, month: 2, day: 29 });
  assert.deepEqual(read(ymd('2005', '', '4')), { year: 2005 });
});

test('a date in words keeps the words and gives its earliest year and month', () => {
  const raws: [string, number, number?][] = [
    ['1998 Dec-1999 Jan', 1998, 12],
    ['2000 Spring', 2000],
    ['Winter 2016', 2016],
    ['1978-1979', 1978],
    ['2017 May/June', 2017, 5],
    ['1978 Sep-OCT', 1978, 9],
    ['2018 Mar - Apr', 2018, 3],
    ['2016', 2016],
  ];
  for (const [raw, year, month] of raws) {
    assert.deepEqual(
      read(`<MedlineDate>${raw}</MedlineDate>`),
      month === undefined ? { year, raw } : { year, month, raw },
    );
  }
});

test('a season is kept in words and is no month, unless it names one', () => {
  assert.deepEqual(read('<Year>2005</Year><Season>Spring</Season>'), { year: 2005, raw: '2005 Spring' });
  assert.deepEqual(read('<Year>2015</Year><Season>May-Jun</Season>'), { year: 2015, month: 5, raw: '2015 May-Jun' });
});

test('a date without a readable year is no date', () => {
  assert.equal(read(''), undefined);
  assert.equal(read('<Month>Mar</Month>'), undefined);
  assert.equal(read('<Year>0000</Year>'), undefined);
  assert.equal(read('<MedlineDate>in press</MedlineDate>'), undefined);
});

test('issue, online, history, completed and revised dates stay apart', () => {
  const paper = paperOf({
    citation: `<DateCompleted>${ymd('2006', '01', '16')}</DateCompleted><DateRevised>${ymd('2019', '02', '08')}</DateRevised>`,
    article:
      '<Journal><JournalIssue><PubDate><Year>2005</Year><Month>Sep</Month></PubDate></JournalIssue></Journal>' +
      `<ArticleDate DateType="Electronic">${ymd('2005', '05', '31')}</ArticleDate>`,
    data:
      `<History><PubMedPubDate PubStatus="received">${ymd('2004', '12', '1')}</PubMedPubDate>` +
      `<PubMedPubDate PubStatus="retracted">${ymd('2007', '3', '2')}<Hour>6</Hour><Minute>0</Minute></PubMedPubDate>` +
      '<PubMedPubDate PubStatus="entrez"><Year>2005</Year><Month/><Day/></PubMedPubDate></History>',
  });
  assert.deepEqual(paper.published, { year: 2005, month: 9 });
  assert.deepEqual(paper.publishedOnline, { year: 2005, month: 5, day: 31 });
  assert.deepEqual(paper.completed, { year: 2006, month: 1, day: 16 });
  assert.deepEqual(paper.revised, { year: 2019, month: 2, day: 8 });
  assert.deepEqual(paper.history, [
    { event: 'received', date: { year: 2004, month: 12, day: 1 } },
    { event: 'retracted', date: { year: 2007, month: 3, day: 2 } },
    { event: 'entrez', date: { year: 2005 } },
  ]);
});
