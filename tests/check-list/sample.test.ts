/** Lists against the sample's papers: each reference finds its paper or says why not, and never another. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Library } from '#library/index.ts';
import { checkList, checkListCsv } from '#library/index.ts';
import type { CheckedList } from '#library/index.ts';
import { worstFirst } from '../../src/library/check-list/worst-first.ts';
import { packageRoot } from '../_package.ts';
import { sampleLibrary } from './_sample.ts';

let library: Library;
before(async () => {
  library = await sampleLibrary();
});
after(() => library.close());

type Row = CheckedList['rows'][number];

const key = (row: Row | undefined): string | undefined => row?.paper?.paper.identifiers.sample;
const optionKeys = (row: Row | undefined): string[] =>
  (row?.options ?? []).map(({ paper }) => paper.identifiers.sample ?? '').sort();
const rowsOf = async (...lines: string[]): Promise<readonly Row[]> => (await checkList(library, lines.join('\n'))).rows;

test('whole references of every style, with the faults people make, find their paper and never another', async (t) => {
  const written = readFileSync(join(packageRoot, 'tests/check-list/references.tsv'), 'utf8').trim().split('\n');
  const counts = { right: 0, wrong: 0, offered: 0, none: 0 };
  const held = written.filter((line) => line.startsWith('S'));
  for (const line of written) {
    const [wanted = '', what = '', text = ''] = line.split('\t');
    const [row] = await rowsOf(text);
    const said = `${wanted} ${what}: ${text} → ${row?.state} ${key(row) ?? optionKeys(row).join(' ')}`;
    if (wanted === '-') assert.equal(row?.state, 'unknown', said);
    else if (wanted.startsWith('?'))
      assert.equal(row?.state === 'several' && optionKeys(row).includes(wanted.slice(1)), true, said);
    else if (row?.state === 'here') counts[key(row) === wanted ? 'right' : 'wrong'] += 1;
    else counts[row?.state === 'several' && optionKeys(row).includes(wanted) ? 'offered' : 'none'] += 1;
    if (wanted.startsWith('S') && key(row) !== wanted) t.diagnostic(said);
  }
  t.diagnostic(`${held.length} references without a number: ${JSON.stringify(counts)}`);
  assert.equal(held.length >= 80, true);
  assert.equal(counts.wrong, 0);
  assert.equal(counts.right / held.length >= 0.97, true);
});

test('ten references of which two are retracted say so, with the notice and its date, the worst first', async () => {
  const rows = await rowsOf(
    'Lindgren A et al. Getting patients out of bed in the first 24 hours after sepsis. Ann Ward Med 2025;13(5):402-411',
    '10.5555/attune.sample.0005',
    'doi:10.5555/attune.sample.0007.',
    'Walking, falls and fear of falling on acute wards: a stepped-wedge trial in 11 hospitals with a process evaluation and a cost analysis. J Bedside Pract 2024',
    'Brandvold H. High-dose vitamin C in ward sepsis. Emerg Ward Lett. 2023;15.',
    'https://doi.org/10.5555/attune.sample.0033',
    '99000561',
    'Ward Mobility Guideline Panel. Walking early on medical wards.',
    'Nineteen cases of listeriosis traced to a hospital kitchen: an outbreak report',
    '10.5555/no.such.paper',
  );
  const sorted = worstFirst(rows);
  assert.deepEqual(
    sorted.map((row) => [row.lines[0], row.standing?.kind ?? row.state]),
    [
      [2, 'retracted'],
      [5, 'retracted'],
      [9, 'concern'],
      [3, 'corrected'],
      [8, 'several'],
      [7, 'missing'],
      [10, 'missing'],
      [1, 'here'],
      [4, 'here'],
      [6, 'here'],
    ],
  );
  assert.deepEqual(sorted[0]?.standing?.date, { year: 2024, month: 6 });
  assert.deepEqual(sorted[1]?.standing?.date, { year: 2026, month: 11, day: 20 });
  assert.equal((await library.get(sorted[1]?.standing?.id as never))?.identifiers.sample, 'S0010');
  assert.deepEqual(optionKeys(sorted[4]), ['S0012', 'S0013']);
  assert.equal(sorted[4]?.remark, 'Two papers fit.');
  assert.deepEqual([sorted[5]?.wanted, sorted[6]?.wanted], ['99000561', '10.5555/no.such.paper']);
});

test('a DOI that belongs to quite another title is said, and both papers are offered', async () => {
  const [row] = await rowsOf(
    'Ahmadi L. Pharmacist at the bedside on the day of discharge: trial in 4 hospitals. Disch Stud 2026. doi: 10.5555/attune.sample.0005',
  );
  assert.equal(row?.state, 'several');
  assert.equal(row.remark, 'The DOI leads to another title: “Step counts and recovery after septic shock”.');
  assert.deepEqual(optionKeys(row), ['S0005', 'S0033']);
  const [madeUp] = await rowsOf(
    'Jones X, Smith Y. Geese and the healing of hip fractures. J Foo. 2020;1:2. doi:10.5555/attune.sample.0005',
  );
  assert.deepEqual([madeUp?.state, optionKeys(madeUp)], ['several', ['S0005']]);
  assert.match(madeUp?.remark ?? '', /^The DOI leads to another title/);
});

test('a number that leads nowhere leaves the title to decide, and that is said', async () => {
  const [row] = await rowsOf(
    'Castellane R. Step counts and recovery after septic shock. Intensive Recov 2022;17(5):361-370. PMID: 99000561',
  );
  assert.equal(key(row), 'S0005');
  assert.equal(row?.remark, 'The PMID is not in this library. The paper was found by its title.');
});

test('the notice of a retraction in a list is no study, and the paper it retracts is named', async () => {
  const [row] = await rowsOf('10.5555/attune.sample.0006');
  assert.equal(row?.remark, 'This is the notice that retracts “Step counts and recovery after septic shock”.');
  assert.equal(row?.standing, undefined);
});

test('a paper named twice is one row with both lines', async () => {
  const rows = await rowsOf(
    '10.5555/attune.sample.0005',
    '99000561',
    'PMID 99000561',
    'Castellane R. Step counts and recovery after septic shock. Intensive Recov 2022',
  );
  assert.deepEqual(
    rows.map(({ lines }) => lines),
    [
      [1, 4],
      [2, 3],
    ],
  );
});

const RIS = `TY  - JOUR
AU  - Castellane, Roderick
TI  - Step counts and recovery after septic shock
JO  - Intensive Recovery
PY  - 2022/05//
ER  - 

TY  - JOUR
T1  - High-dose vitamin C in ward sepsis : a baseline table that does not add up
A1  - Okonkwo-Bright, S.
Y1  - 2023
ER  - 
`;
const NBIB = `PMID- 99000561
TI  - Walking at night.
DP  - 2020 May
FAU - Quellmark, Ada

PMID- 99000562
TI  - Mobilisation of older adults with infection in hospital: systematic review
      and network meta-analysis.
LID - 10.5555/attune.sample.0007 [doi]
DP  - 2025 Mar
FAU - Achterberg-Nwosu, Pieternel
`;
const BIBTEX = `@article{ozolina2025,
  title = {{Atrial fibrillation} first seen in sepsis and its return within two years},
  author = {Ozoli{\\c{n}}a-Sequeira, A. and Moe, E.},
  year = 2025
}
@article{x, title = "Step counts and recovery after septic shock", author = "Roderick Castellane", year = "2022"}
`;
const CSV = `Title;Authors;Year;DOI\r
"High-dose vitamin C in ward sepsis";"Brandvold H; Achari S";2023;\r
Geese on the ward;Quellmark A;2020;n/a\r
;;;10.5555/attune.sample.0005\r
`;

for (const [kind, text, right] of [
  ['RIS', RIS, ['S0005', 'S0011']],
  ['NBIB', NBIB, [undefined, 'S0007']],
  ['BibTeX', BIBTEX, ['S0053', 'S0005']],
  ['a table', CSV, ['S0009', undefined, 'S0005']],
] as const)
  test(`the records of ${kind} find their papers`, async () => {
    assert.deepEqual((await rowsOf(text)).map(key), right);
  });

/** Rows of a table without a line break or a doubled quotation mark in them. */
const cellsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''));

test('the table for a spreadsheet has a row a paper, the worst first, and no cell that a program would run', async () => {
  const checked = await checkList(
    library,
    '=cmd|geese and more geese here\n10.5555/attune.sample.0033\n10.5555/attune.sample.0005',
  );
  const [header, ...rows] = checkListCsv(checked).trimEnd().split('\r\n');
  assert.match(header ?? '', /^\uFEFFlines,reference,in_library,notice,notice_date/);
  assert.match(rows[0] ?? '', /^3,10\.5555\/attune\.sample\.0005,yes,retracted,June 2024,/);
  assert.match(rows[1] ?? '', /^1,'=cmd\|geese and more geese here,not known/);
  assert.equal(rows.length, 3);
});

test('the table says what somebody chose, and no verdict on a copy to read where none is known', async () => {
  const text = 'Ward Mobility Guideline Panel. Walking early on medical wards.\n10.5555/attune.sample.0033';
  const checked = await checkList(library, text);
  const [open] = checked.rows;
  const choices = (paper: string) => [{ line: 1, text: open?.text ?? '', paper }];
  const [, ...fine] = cellsOf(checkListCsv(checked));
  assert.deepEqual(
    fine.map((cells) => [cells[0], cells[2], cells[8]]),
    [
      ['1', 'not known', 'not known'],
      ['2', 'yes', 'not known'],
    ],
  );
  const chosen = open?.options.find(({ paper }) => paper.identifiers.sample === 'S0013');
  const [, settled] = cellsOf(checkListCsv(checked, choices(chosen?.paper.id ?? '')));
  assert.deepEqual(
    [settled?.[0], settled?.[2], settled?.[7], settled?.at(-1)],
    ['1', 'yes', 'Two papers fit. This one was chosen.', ''],
  );
  const [, none] = cellsOf(checkListCsv(checked, choices('')));
  assert.deepEqual(
    [none?.[0], none?.[2], none?.[7], none?.at(-1)],
    ['1', 'not known', 'Two papers fit. None of them is meant.', ''],
  );
  assert.equal(checkListCsv(checked, choices('pm1')), checkListCsv(checked));
});

test('a chosen paper that was retracted says so in the table, with the notice and its date', async () => {
  const text =
    'Ahmadi L. Pharmacist at the bedside on the day of discharge: trial in 4 hospitals. Disch Stud 2026. doi: 10.5555/attune.sample.0005';
  const checked = await checkList(library, text);
  const retracted = checked.rows[0]?.options.find(({ paper }) => paper.identifiers.sample === 'S0005');
  const [, row] = cellsOf(
    checkListCsv(checked, [{ line: 1, text: checked.rows[0]?.text ?? '', paper: retracted?.paper.id ?? '' }]),
  );
  assert.deepEqual(row?.slice(2, 5), ['yes', 'retracted', 'June 2024']);
});
