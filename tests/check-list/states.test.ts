/** What a list says of numbers that several papers share, that lead nowhere, or whose record was withdrawn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import { checkList } from '#library/index.ts';
import type { CheckedList, Library } from '#library/index.ts';
import { libraryOf, paperOf } from '../_papers.ts';

const authors = [{ last: 'Quellmark', initials: 'A' }];
const published = { year: 2020 };

let library: Library;
before(async () => {
  library = await libraryOf([
    paperOf({ pmid: '1', title: 'Editorial of the month.', identifiers: { pmid: '1', dois: ['10.5555/x'] } }),
    paperOf({
      pmid: '2',
      title: 'Walking at night on acute wards: a trial.',
      authors,
      published,
      identifiers: { pmid: '2', dois: ['10.5555/x'] },
    }),
    paperOf({
      pmid: '9',
      title: 'Retraction: geese',
      published: { year: 2024, month: 3 },
      relations: [{ type: 'RetractionOf', to: 'pm777' as RecordId }],
    }),
    paperOf({ pmid: '10', title: 'Part one of it all.', authors, published }),
    paperOf({ pmid: '11', title: 'Feeding birds from hospital windows: part I.', authors, published }),
  ]);
  const writer = library.writer();
  writer.begin();
  writer.remove('pm10' as RecordId, 'update.xml');
  writer.commit();
});
after(() => library.close());

const rowOf = async (text: string): Promise<CheckedList['rows'][number] | undefined> =>
  (await checkList(library, text)).rows[0];

test('a DOI of several papers is offered, unless the title decides', async () => {
  const bare = await rowOf('10.5555/x');
  assert.deepEqual([bare?.state, bare?.remark, bare?.options.length], ['several', '2 papers carry this DOI.', 2]);
  const whole = await rowOf('Quellmark A. Walking at night on acute wards: a trial. J Foo. 2020;1:2. doi:10.5555/x');
  assert.deepEqual([whole?.state, whole?.paper?.paper.id], ['here', 'pm2']);
});

test('a paper that is not here can be retracted by a notice that is', async () => {
  const row = await rowOf('777');
  assert.deepEqual(
    [row?.state, row?.wanted, row?.standing?.kind, row?.standing?.id],
    ['missing', '777', 'retracted', 'pm9'],
  );
  assert.deepEqual(row?.standing?.date, { year: 2024, month: 3 });
});

test('a withdrawn record is said to be one and is not fetched', async () => {
  const row = await rowOf('PMID: 10');
  assert.match(row?.remark ?? '', /^PubMed withdrew this record\. It left the library on \d/);
  assert.deepEqual([row?.state, row?.wanted], ['missing', undefined]);
});

test('a reference whose search takes too long is left open, and the others are checked', async () => {
  let searches = 0;
  const slow: Library = {
    ...library,
    async search(request) {
      searches += 1;
      if (JSON.stringify(request.query).includes('costly'))
        throw new AppError('too_expensive', 'The search took longer than 5 seconds and was stopped.');
      return library.search(request);
    },
  };
  const whole = 'Quellmark A. Walking at night on acute wards: a trial. J Foo. 2020;1:2.';
  const { rows } = await checkList(slow, `Brontvale I. A costly study of everything. J Foo. 2020;1:3.\n\n${whole}`);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['unknown', 'here'],
  );
  assert.match(rows[0]?.remark ?? '', /^The search for this title took too long/);
  const numbered = await checkList(slow, 'Brontvale I. A costly study of everything. J Foo. 2020;1:3. PMID: 888');
  assert.deepEqual([numbered.rows[0]?.state, numbered.rows[0]?.wanted], ['missing', '888']);
  searches = 0;
  const many = Array.from({ length: 9 }, (_, at) => `Brontvale I. A costly study number ${at}. J Foo. 2020;1:3.`);
  assert.equal((await checkList(slow, many.join('\n\n'))).rows.length, 9);
  assert.equal(searches, 5);
});

test('references that only end differently are not taken for one', async () => {
  const long = `Brontvale I. ${'Geese and more geese on the ward '.repeat(12)}`;
  const { rows } = await checkList(library, `${long} in spring. J Foo. 2019.\n\n${long} in autumn. J Foo. 2018.`);
  assert.deepEqual(
    rows.map(({ lines }) => lines),
    [[1], [3]],
  );
  assert.equal(rows[0]?.text, rows[1]?.text);
});

test('another part of a series and a note of a few words are never taken for the paper', async () => {
  const part = await rowOf('Quellmark A. Feeding birds from hospital windows: part II. J Foo. 2020;1:9.');
  assert.notEqual(part?.state, 'here');
  const note = await rowOf('Quellmark, wards at night, 2020?');
  assert.deepEqual([note?.state, note?.options.map(({ paper }) => paper.id)], ['several', ['pm2']]);
  assert.equal(note?.remark, 'One paper may be meant. Look before you take it.');
});
