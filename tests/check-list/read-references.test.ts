/** What a pasted text holds: which lines are one reference, and which identifiers stand in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReferences } from '../../src/library/check-list/read-references.ts';
import type { Reference } from '../../src/library/check-list/reference.ts';

const read = (...lines: string[]): readonly Reference[] => readReferences(lines.join('\n')).references;
const idsOf = (text: string): Reference['ids'][] => read(text).map(({ ids }) => ids);
const places = (...lines: string[]): (readonly [number, string])[] =>
  read(...lines).map(({ line, text }) => [line, text]);

for (const [text, ids] of [
  ['31234567', { pmid: '31234567' }],
  ['PMID: 0031234567', { pmid: '31234567' }],
  ['https://pubmed.ncbi.nlm.nih.gov/31234567/?from=x', { pmid: '31234567' }],
  ['PMC7096724', { pmcid: 'PMC7096724' }],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7096724/', { pmcid: 'PMC7096724' }],
  [
    '10.5555/(SICI)1099-9999(19940715)52:3<208::AID-QUE7>3.0.CO;2-K',
    { doi: '10.5555/(sici)1099-9999(19940715)52:3<208::aid-que7>3.0.co;2-k' },
  ],
  [
    'https://doi.org/10.5555/(SICI)1099-9999(19940715)52:3%3C208::AID-QUE7%3E3.0.CO;2-K',
    { doi: '10.5555/(sici)1099-9999(19940715)52:3<208::aid-que7>3.0.co;2-k' },
  ],
  ['(doi 10.5555/0099-9999(91)90342-7)', { doi: '10.5555/0099-9999(91)90342-7' }],
  ['<https://doi.org/10.5555/ABC.1>', { doi: '10.5555/abc.1' }],
  ['“10.5555/abc.1”.', { doi: '10.5555/abc.1' }],
  ['doi: 10.5555/abc.1, PMID 123, PMCID: PMC456', { doi: '10.5555/abc.1', pmid: '123', pmcid: 'PMC456' }],
  ['Quellmark A. A title of words. J Foo. 2020;12(3):101-9. doi:10.5555/abc(1).', { doi: '10.5555/abc(1)' }],
  ['Quellmark A. A title of words. J Foo. 2020 (PMID 99000561; PMC456).', { pmid: '99000561', pmcid: 'PMC456' }],
  [
    'Quellmark A. A title of words. J Foo. 2020. https://www.journal.example/articles/10.5555/abc.1/full?x=1',
    { doi: '10.5555/abc.1' },
  ],
  ['Quellmark A. A title of words. J Foo. 2020;31234567:402-411.', {}],
  ['S0005', { own: 's0005' }],
] as const)
  test(`the identifiers of “${text}” are read`, () => {
    assert.deepEqual(idsOf(text), [ids]);
  });

test('several numbers on a line are several papers of that line', () => {
  assert.deepEqual(
    read('31234567, 31234568; PMC456').map(({ line, ids }) => [line, ids]),
    [
      [1, { pmid: '31234567' }],
      [1, { pmid: '31234568' }],
      [1, { pmcid: 'PMC456' }],
    ],
  );
});

test('a column of numbers is read with its header, Windows line ends and byte order mark', () => {
  assert.deepEqual(idsOf('\uFEFFPMID\r\n31234567\r\n2016\r\n\r\n7\r\n'), [
    { pmid: '31234567' },
    { pmid: '2016' },
    { pmid: '7' },
  ]);
});

test('a year or a page range on a line of its own is no PMID', () => {
  assert.deepEqual(idsOf('Geese on the ward\n\n2016\n\n402-411'), [{}]);
});

test('a numbered list may wrap, and a number inside a reference begins none', () => {
  assert.deepEqual(
    places(
      'References',
      '',
      '[1] Quellmark A. Walking at night',
      'on acute wards. J Foo 2020;',
      '12. Geese follow.',
      '[2] Brontvale I. Second. 2021.',
    ),
    [
      [3, 'Quellmark A. Walking at night on acute wards. J Foo 2020; 12. Geese follow.'],
      [6, 'Brontvale I. Second. 2021.'],
    ],
  );
});

test('hanging indents and blank lines hold a reference together', () => {
  assert.deepEqual(
    places('Quellmark A. Walking', '   at night. J Foo 2020.', 'Brontvale I. Second', '   paper. 2021.'),
    [
      [1, 'Quellmark A. Walking at night. J Foo 2020.'],
      [3, 'Brontvale I. Second paper. 2021.'],
    ],
  );
  assert.deepEqual(
    places('Quellmark A. Walking at', 'night on wards. J Foo 2020.', '', 'Brontvale I. Second. 2021.').length,
    2,
  );
});

test('one reference a line stays one a line, also between bare numbers', () => {
  const lines = [
    'Lindgren A et al. Getting patients out of bed. Ann Ward Med 2025;13(5):402-411',
    '10.5555/sample.2022.118',
    '99000561',
    'Walking, falls and fear of falling on acute wards. J Bedside Pract 2024',
  ];
  assert.deepEqual(
    read(...lines).map(({ line }) => line),
    [1, 2, 3, 4],
  );
});

test('titles alone, one a line, are one reference each, however long they are', () => {
  const titles = [
    'Delirium screening by nurses at handover in six hospitals of one region',
    'Early walking after sepsis: a cluster randomised trial on medical wards',
    'Night staffing and falls among older adults on general medical wards',
  ];
  assert.deepEqual(
    read(...titles).map(({ line }) => line),
    [1, 2, 3],
  );
});

test('a DOI and a word that a page cut at the end of a line are put together', () => {
  const [cut] = read('1. Quellmark A. A ran-', 'domised trial. J Foo. 2020. doi: 10.5555/', 'j.foo.2020.01.001');
  assert.deepEqual(cut?.ids, { doi: '10.5555/j.foo.2020.01.001' });
  assert.equal(cut.title, 'A ran-domised trial');
  assert.deepEqual(
    read('1. Quellmark A. Title of it. J Foo. 2020. https://doi.org/10.5555/j.foo.', '2020.01.001')[0]?.ids,
    { doi: '10.5555/j.foo.2020.01.001' },
  );
});

test('soft hyphens and curly quotes do no harm', () => {
  const [one] = read('Quellmark A. “Ran\u00addomised” geese\u00a0on wards: a trial. J Foo. 2020;1:2.');
  assert.equal(one?.title, '“Randomised” geese on wards: a trial');
});

for (const [style, text, author, year, title] of [
  [
    'Vancouver',
    'Quellmark AB, van der Berg C, et al. Walking vs. sitting in E. coli sepsis: a trial. J Foo. 2020 Mar;12(3):1999-2003.',
    'Quellmark',
    2020,
    'Walking vs. sitting in E. coli sepsis: a trial',
  ],
  [
    'Vancouver with a particle',
    'van der Berg C, Quellmark A. Is walking safe? J Foo. 2020;12:3.',
    'van der Berg',
    2020,
    'Is walking safe?',
  ],
  [
    'APA',
    'O’Brontvale, I.-T., & Quellmark, A. B. (2020). Walking at night: A trial. Journal of Foo, 12(3), 101–109.',
    'O’Brontvale',
    2020,
    'Walking at night: A trial',
  ],
  [
    'APA with a group',
    'World Health Organization. (2020). Walking at night on wards. Geneva: WHO.',
    'World Health Organization',
    2020,
    'Walking at night on wards',
  ],
  [
    'Harvard',
    "Quellmark, A. and Brontvale, I. (2020) 'Walking at night', Journal of Foo, 12(3), pp. 101-109.",
    'Quellmark',
    2020,
    'Walking at night',
  ],
  [
    'MLA',
    'Quellmark, Ada, and Ivo Brontvale. “Walking at Night on Wards.” Journal of Foo, vol. 12, 2020, pp. 101-09.',
    'Quellmark',
    2020,
    'Walking at Night on Wards',
  ],
  [
    'Nature',
    'Quellmark, A., Brontvale, I. T. & Berg, C. Walking at night. J. Foo 12, 101–109 (2020).',
    'Quellmark',
    2020,
    'Walking at night',
  ],
  [
    'IEEE',
    'A. B. Quellmark and I. Brontvale, “Walking at night on wards,” J. Foo, vol. 12, no. 3, pp. 101–109, 2020.',
    'Quellmark',
    2020,
    'Walking at night on wards',
  ],
  [
    'German',
    'Quellmark A, Brontvale I: Gehen in der Nacht. In: Zeitschrift Foo 12 (2020), S. 101-109',
    'Quellmark',
    2020,
    'Gehen in der Nacht',
  ],
  [
    'a title and a journal',
    'Walking, falls and fear of falling on acute wards. J Bedside Pract 2024',
    undefined,
    2024,
    'Walking, falls and fear of falling on acute wards',
  ],
] as const)
  test(`author, year and title are read from a reference in ${style}`, () => {
    const [reference] = read(text);
    assert.deepEqual([reference?.firstAuthor, reference?.year, reference?.title], [author, year, title]);
  });

test('beyond two thousand references the list says how many were left and where they begin', () => {
  const { references, notes } = readReferences(
    Array.from({ length: 2_003 }, (_, at) => String(31_000_000 + at)).join('\n'),
  );
  assert.equal(references.length, 2_000);
  assert.deepEqual(notes, [
    'The list has 2,003 references. The first 2,000 were checked; check the rest as a list of its own, from line 2001 on.',
  ]);
});

test('text of any kind is read without a fault and in reasonable time', () => {
  const started = performance.now();
  for (const text of [
    '',
    ' \n\t\n',
    '@',
    '{'.repeat(5_000),
    'TY  - ',
    'PMID- ',
    '"'.repeat(2_001),
    'A, B, '.repeat(20_000),
    'a'.repeat(100_000),
    'Smith A, '.repeat(9_000),
    '10.5555/'.repeat(9_000),
    '(((('.repeat(20_000),
    'É. '.repeat(30_000),
  ])
    readReferences(text);
  assert.equal(performance.now() - started < 10_000, true);
});

/** As many characters as the route takes. */
const filled = (piece: string, before = '', after = ''): string => {
  const room = 400_000 - before.length - after.length;
  return before + piece.repeat(Math.ceil(room / piece.length)).slice(0, room) + after;
};

for (const [what, text] of [
  ['years alone', filled('2016\n')],
  ['years among numbers', filled('2016\n', '', '\n31234567\n')],
  ['DOIs behind addresses', filled('https://x 10.5555/a ')],
  ['DOIs behind addresses in a field', filled('https://10.5555/a ', 'TY  - JOUR\nUR  - ', '\nER  - \n')],
  ['entries of BibTeX', filled('@a{b,c=d}\n')],
  ['an entry of BibTeX that begins with empty lines', filled('\n', '@a{')],
  ['an entry of BibTeX whose fields begin with empty lines', filled('\n', '@a{b,', 'x')],
  ['blanks within a title', filled(' ', 'TY  - JOUR\nTI  - A', 'b\nER  - \n')],
  ['blanks in an author, a DOI and a note', filled(' ', 'TY  - JOUR\nAU  - A', 'b\nDO  - 10.5555/a\nN1  - pmid\n')],
  ['a heap of marks on one letter', filled('\u0301\u0316', 'A')],
  ['lines that hang', filled('A\n b\n')],
  ['letters with full stops', filled(`${'A. '.repeat(990)}\n\n`)],
  ['a column of references that is one cell', filled('Smith A, (2016) ', 'reference\tdoi\n')],
] as const)
  test(`${what} as long as a list may be hold nobody up`, () => {
    const before = process.cpuUsage();
    readReferences(text);
    const { user, system } = process.cpuUsage(before);
    // Time of the processor, in microseconds: what else the machine does meanwhile is not counted.
    assert.equal(user + system < 2_000_000, true);
  });
