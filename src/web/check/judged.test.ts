/** References as they count: choices, the order of attention, what can be fetched. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPaper, NoticeView } from '#api/index.ts';
import { account, linesInWords, linesOf, message, titleWithin } from './check-words.ts';
import { choicesOf, judged, ordered, said, wanted } from './judged.ts';
import type { CheckedRow } from './judged.ts';

function paper(id: string, notice?: NoticeView['kind'], pmid?: string): FoundPaper {
  return {
    id,
    ...(pmid !== undefined && { pmid }),
    title: `Paper ${id}`,
    authors: 'Quellmark A',
    types: [],
    languages: ['English'],
    hasAbstract: true,
    freeCopy: false,
    chips: [],
    notices: notice === undefined ? [] : [{ kind: notice, text: 'It happened.' }],
    score: 0,
  };
}

function row(line: number, of: Partial<CheckedRow> = {}): CheckedRow {
  return { lines: [line], text: `reference ${line}`, state: 'here', options: [], ...of };
}

const held = (line: number, notice?: NoticeView['kind']) => row(line, { paper: paper(`p${line}`, notice) });
const several = row(4, { state: 'several', options: [paper('a', 'retracted', '99000004'), paper('b')] });

test('the worst comes first, and equal ones stand as they were pasted', () => {
  const rows = [
    held(1),
    row(2, { state: 'missing', wanted: '99000002' }),
    held(3, 'corrected'),
    several,
    row(5, { state: 'unknown' }),
    held(6, 'retracted'),
    held(7, 'concern'),
    row(8, { paper: paper('p8'), remark: 'The DOI leads to another title.' }),
    held(9),
  ];
  const lines = (order: 'worst' | 'pasted') =>
    ordered(judged(rows.toReversed(), {}), order).map(
      ({
        row: {
          lines: [line],
        },
      }) => line,
    );
  assert.deepEqual(lines('worst'), [6, 7, 3, 4, 5, 2, 8, 1, 9]);
  assert.deepEqual(lines('pasted'), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a choice counts from then on, also that none is meant', () => {
  const [chosen] = judged([several], { [several.text]: 'a' });
  assert.equal(chosen?.state, 'here');
  assert.equal(message(judged([several, held(1)], { [several.text]: 'a' })), 'One of two references is retracted');
  const [none] = judged([several], { [several.text]: '' });
  assert.equal(none?.state, 'unknown');
  assert.equal(none?.paper, undefined);
});

test('a choice is for one reference alone, also where two are shown alike', () => {
  const alike = [4, 9].map((line) => ({ ...several, lines: [line], text: 'A long reference …' }));
  const [first, second] = judged(alike, {});
  assert.ok(first && second && first.key !== second.key);
  const states = judged(alike, { [second.key]: 'b' }).map(({ state }) => state);
  assert.deepEqual(states, ['several', 'here']);
});

test('a choice of a paper that is offered no more does not count', () => {
  const [reference] = judged([several], { [several.text]: 'gone' });
  assert.deepEqual([reference?.state, reference?.isChosen], ['several', false]);
});

test('a notice has the day its sentence gives, or none', () => {
  const day = (text: string) => {
    const [reference] = judged([row(1, { paper: { ...paper('p'), notices: [{ kind: 'corrected', text }] } })], {});
    return reference && said(reference)?.[0]?.day;
  };
  assert.equal(day('This paper was corrected (20 November 2026).'), '20 November 2026');
  assert.equal(day('This paper was corrected (May 2025).'), 'May 2025');
  assert.equal(day('This paper was retracted. The record does not say where the notice stands.'), undefined);
});

test('a paper that is not here is retracted where the notice is here', () => {
  const standing = { kind: 'retracted', text: 'This paper was retracted.', dateInWords: 'May 2025', id: 'n' } as const;
  const [missing] = judged([row(1, { state: 'missing', standing })], {});
  assert.ok(missing);
  assert.deepEqual(
    said(missing)?.map(({ kind, day }) => [kind, day]),
    [['retracted', 'May 2025']],
  );
  assert.equal(message([missing]), 'This reference is retracted');
  assert.equal(said({ ...missing, row: row(1, { state: 'missing' }) }), undefined);
});

test('what is missing can be fetched by its numbers, each once', () => {
  const missing = [2, 3, 4].map((line) => row(line, { state: 'missing', wanted: line === 4 ? '10.1/x' : '99' }));
  assert.deepEqual(wanted(judged([...missing, row(5, { state: 'missing' }), held(6)], {})), ['99', '10.1/x']);
});

test('the title says the gravest thing known, and never more than is known', () => {
  const says = (...rows: readonly CheckedRow[]) => message(judged(rows, {}));
  const many = Array.from({ length: 8 }, (_, at) => held(at + 3));
  assert.equal(says(held(1, 'retracted'), held(2, 'retracted'), ...many), 'Two of ten references are retracted');
  assert.equal(says(held(1, 'retracted')), 'This reference is retracted');
  assert.equal(says(held(1, 'retracted'), held(2, 'retracted')), 'Both references are retracted');
  assert.equal(says(held(1, 'concern'), held(2)), 'One of two references has an expression of concern');
  assert.equal(says(held(1), held(2)), 'No retraction is known for these two references');
  assert.equal(says(held(1), several), 'No retraction is known for the one that is in the library');
  assert.equal(says(row(1, { state: 'missing' }), several), 'None of two references is in the library');
  assert.equal(says(), 'No references were found in this text');
});

test('every reference is accounted for', () => {
  const rows = [held(1), held(2), row(3, { state: 'missing' }), several, row(5, { state: 'unknown' })];
  assert.equal(
    account(judged(rows, {})),
    'Two are in the library, one is not. One fits more than one paper. One fits no paper.',
  );
  assert.equal(account(judged([row(1, { state: 'missing' })], {})), '');
  assert.equal(
    account(judged([row(1, { state: 'missing' }), several], {})),
    'One is not in the library. One fits more than one paper.',
  );
});

test('lines and titles are read as people would', () => {
  assert.equal(linesInWords([2]), 'Line 2');
  assert.equal(linesInWords([2, 9, 1_200]), 'Lines 2, 9 and 1,200');
  assert.equal(linesOf('a\r\n\r\n b\n'), 2);
  assert.equal(
    titleWithin(
      'Bergqvist A, Holm B. Walking in the ward (early): a trial. J Bedside Pract. 2019;7(2):1-9. doi:10.1/x',
    ),
    'Walking in the ward early a trial',
  );
});

test('the file is asked for with every choice, also that none is meant', () => {
  const rows = [
    held(1),
    several,
    { ...several, lines: [7, 9] },
    row(8, { state: 'several', options: several.options }),
  ];
  const references = judged(rows, { [several.text]: 'a', [`${several.text} 2`]: '' });
  assert.deepEqual(choicesOf(references), [
    { line: 4, text: several.text, paper: 'a' },
    { line: 7, text: several.text, paper: '' },
  ]);
});
