/**
 * The engine against a search that reads every paper: for small random libraries and random queries of every operator
 * both find the same papers. The oracle works on the generated query itself and on plain arrays of words, never on the parser's tree.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stemmer } from 'stemmer';
import type { Paper } from '#model/index.ts';
import { find } from '../../src/library/find.ts';
import { libraryOf, paperOf } from '../_papers.ts';

const RUNS = 200;
const QUERIES = 5;

const WORDS = [
  'heart',
  'hearts',
  'failure',
  'failing',
  'cardiac',
  'cardiology',
  'early',
  'walking',
  'sepsis',
  'il-6',
  'cd4+',
  'tnf-α',
  'p53',
];
const LAST = ['Varga', 'Rawlins', 'Varga-Rawlins'];
const INITIALS = ['J', 'JM', 'K'];
const JOURNALS = ['Annals of Ward Medicine', 'Review Letters'];
const TYPES = ['Review', 'Letter', 'Clinical Trial'];
const HEADINGS = ['Heart Failure', 'Sepsis', 'Early Ambulation'];
const LANGUAGES = { eng: 'english', ger: 'german' } as const;

const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const pick = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const date = fc
  .record({ year: fc.integer({ min: 2010, max: 2014 }) })
  .chain(({ year }) =>
    fc
      .option(fc.integer({ min: 1, max: 12 }), { nil: undefined })
      .chain((month) =>
        month === undefined
          ? fc.constant({ year })
          : fc
              .option(fc.integer({ min: 1, max: 28 }), { nil: undefined })
              .map((day) => (day === undefined ? { year, month } : { year, month, day })),
      ),
  );

const paper = fc.record({
  title: sentence,
  abstract: fc.option(sentence, { nil: undefined }),
  authors: fc.array(fc.record({ last: fc.constantFrom(...LAST), initials: fc.constantFrom(...INITIALS) }), {
    maxLength: 2,
  }),
  journal: fc.constantFrom(...JOURNALS),
  types: pick(TYPES),
  mesh: pick(HEADINGS),
  keywords: fc.array(word, { maxLength: 2 }),
  language: fc.constantFrom('eng', 'ger'),
  published: fc.option(date, { nil: undefined }),
  publishedOnline: fc.option(date, { nil: undefined }),
});

const library = fc.array(paper, { minLength: 1, maxLength: 12 }).map((papers): Paper[] =>
  papers.map(
    ({ title, abstract, authors, journal, types, mesh, keywords, language, published, publishedOnline }, index) =>
      paperOf({
        pmid: String(index + 1),
        title,
        ...(abstract === undefined ? {} : { abstract }),
        authors,
        journal: { title: journal },
        publicationTypes: types.map((name) => ({ name })),
        mesh: mesh.map((name) => ({ name })),
        keywords: keywords.map((text) => ({ text })),
        languages: [language],
        ...(published === undefined ? {} : { published }),
        ...(publishedOnline === undefined ? {} : { publishedOnline }),
      }),
  ),
);

/** A query as text, and the oracle's answer to whether a paper has it. */
interface Generated {
  readonly text: string;
  has(paper: Paper): boolean;
}

const SPELT: Record<string, string[]> = { 'il-6': ['il', '6'], 'cd4+': ['cd4+'], 'tnf-α': ['tnf', 'alpha'] };
const split = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[ ,/]+/)
    .filter((each) => each !== '')
    .flatMap((each) => SPELT[each] ?? each.split('-'));
const stemOf = (form: string): string => (/^[a-z]{3,}$/.test(form) ? stemmer(form) : form);

const titleOf = (each: Paper): string[][] => [split(each.title as string)];
const tiabOf = (each: Paper): string[][] => [
  ...titleOf(each),
  ...(each.abstract?.sections ?? []).map((section) => split(section.text as string)),
  ...(each.keywords ?? []).map((keyword) => split(keyword.text as string)),
];
const textOf = (each: Paper): string[][] => [
  ...tiabOf(each),
  ...(each.mesh ?? []).map((heading) => split(heading.name)),
  ...each.publicationTypes.map((type) => split(type.name)),
];
const namesOf = (each: Paper): string[][] => [
  ...each.authors.map((author) => split(`${author.last} ${author.initials}`)),
  split(each.journal?.title ?? ''),
];
const allOf = (each: Paper): string[][] => [...textOf(each), ...namesOf(each)];

function inRow(
  texts: string[][],
  forms: string[],
  same: (have: string, want: string, isLast: boolean) => boolean,
): boolean {
  return texts.some((words) =>
    words.some((_, at) =>
      forms.every(
        (form, index) =>
          words[at + index] !== undefined && same(words[at + index] as string, form, index === forms.length - 1),
      ),
    ),
  );
}
const exact = (have: string, want: string): boolean => have === want;
const byStem = (have: string, want: string): boolean => stemOf(have) === stemOf(want);
const begins = (have: string, want: string, isLast: boolean): boolean =>
  isLast ? have.startsWith(want) : have === want;

const SCOPES = { ti: titleOf, tiab: tiabOf, 'Title/Abstract': tiabOf, tw: textOf, all: allOf, Title: titleOf } as const;
const tagged = fc.constantFrom(...(Object.keys(SCOPES) as (keyof typeof SCOPES)[]));

const loose = word.map((text): Generated => ({
  text,
  has: (each) => inRow(textOf(each), split(text), byStem) || inRow(namesOf(each), split(text), exact),
}));
const fielded = fc.tuple(word, tagged).map(([text, tag]): Generated => ({
  text: `${text}[${tag}]`,
  has: (each) => inRow(SCOPES[tag](each), split(text), exact),
}));
const phrase = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.option(tagged, { nil: undefined }),
    fc.constantFrom('""', '“”', '«»'),
  )
  .map(([words, tag, marks]): Generated => ({
    text: `${marks[0]}${words.join(' ')}${marks[1]}${tag === undefined ? '' : `[${tag}]`}`,
    has: (each) => inRow((tag === undefined ? allOf : SCOPES[tag])(each), words.flatMap(split), exact),
  }));
const truncated = fc
  .tuple(fc.constantFrom('he', 'hear', 'fail', 'cardi', 'walk', 'seps', 'p5'), fc.option(tagged, { nil: undefined }))
  .map(([start, tag]): Generated => ({
    text: `${start}*${tag === undefined ? '' : `[${tag}]`}`,
    has: (each) => inRow((tag === undefined ? allOf : SCOPES[tag])(each), [start], begins),
  }));
const author = fc
  .tuple(fc.constantFrom(...LAST, 'Nobody'), fc.option(fc.constantFrom(...INITIALS), { nil: undefined }), fc.boolean())
  .map(([last, initials, isQuoted]): Generated => {
    const name = initials === undefined ? last : `${last} ${initials}`;
    return {
      text: isQuoted ? `"${name}"[au]` : `${name}[Author]`,
      has: (each) =>
        each.authors.some(
          (one) =>
            one.last === last &&
            (initials === undefined ||
              (isQuoted ? one.initials === initials : (one.initials ?? '').startsWith(initials))),
        ),
    };
  });
const journal = fc
  .constantFrom(...JOURNALS, 'Annals')
  .map((name): Generated => ({ text: `"${name}"[ta]`, has: (each) => each.journal?.title === name }));
const type = fc.constantFrom(...TYPES).map((name): Generated => ({
  text: `${name}[pt]`,
  has: (each) => each.publicationTypes.some((one) => one.name === name),
}));
const language = fc.constantFrom(...(['eng', 'ger'] as const)).chain((code) =>
  fc.boolean().map((isName): Generated => ({
    text: `${isName ? LANGUAGES[code] : code}[la]`,
    has: (each) => each.languages.includes(code),
  })),
);
const heading = fc
  .tuple(fc.constantFrom(...HEADINGS), fc.constantFrom('mh', 'mesh', 'MeSH Terms'))
  .map(([name, tag]): Generated => ({
    text: `"${name}"[${tag}]`,
    has: (each) => (each.mesh ?? []).some((one) => one.name === name),
  }));
const pmid = fc
  .integer({ min: 1, max: 12 })
  .map((number): Generated => ({ text: `${number}[pmid]`, has: (each) => each.identifiers.pmid === String(number) }));
const days = fc
  .tuple(
    fc.integer({ min: 2009, max: 2015 }),
    fc.integer({ min: 0, max: 3 }),
    fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  )
  .map(([year, span, month]): Generated => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const from = month === undefined ? `${year}` : `${year}/${two(month)}`;
    const to = month === undefined ? `${year + span}` : `${year + span}/${two(month)}`;
    const firstDay = `${year}-${two(month ?? 1)}-01`;
    const lastDay = `${year + span}-${two(month ?? 12)}-31`;
    const has = (each: Paper): boolean =>
      [each.published, each.publishedOnline].some((one) => {
        if (one === undefined) return false;
        const day = `${one.year}-${two(one.month ?? 1)}-${two(one.day ?? 1)}`;
        return day >= firstDay && day <= lastDay;
      });
    return { text: span === 0 ? `${from}[dp]` : `${from}:${to}[dp]`, has };
  });

const term = fc.oneof(
  { arbitrary: loose, weight: 4 },
  { arbitrary: fielded, weight: 2 },
  { arbitrary: phrase, weight: 2 },
  truncated, author, journal, type, language, heading, pmid, days,
); // prettier-ignore

const { query } = fc.letrec<{ query: Generated; operand: Generated }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    tie('query').map((inner): Generated => ({ text: `(${inner.text})`, has: inner.has })),
  ),
  query: fc
    .tuple(tie('operand'), fc.array(fc.tuple(fc.constantFrom('AND', 'OR', 'NOT'), tie('operand')), { maxLength: 3 }))
    .map(([first, rest]): Generated => ({
      text: rest.reduce((text, [operator, next]) => `${text} ${operator} ${next.text}`, first.text),
      has: (each) =>
        rest.reduce((held, [operator, next]) => {
          if (operator === 'AND') return held && next.has(each);
          return operator === 'OR' ? held || next.has(each) : held && !next.has(each);
        }, first.has(each)),
    })),
}));

test('the engine finds the same papers as reading every one of them', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.array(query, { minLength: QUERIES, maxLength: QUERIES }), async (papers, queries) => {
      const held = await libraryOf(papers);
      try {
        for (const { text, has } of queries) {
          const found = await find(held, { text, filters: {}, sort: 'best', page: 1, pageSize: 100 });
          const ids = found.hits.map((hit) => hit.paper.id).sort();
          assert.deepEqual(
            ids,
            papers
              .filter(has)
              .map((each) => each.id)
              .sort(),
            text,
          );
          assert.equal(found.total, ids.length, text);
        }
      } finally {
        await held.close();
      }
    }),
    { numRuns: RUNS },
  );
});
