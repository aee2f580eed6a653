/**
 * What the index is fed with for a paper: the words of its parts, by stem and as written, and its facts.
 * Pure, so that the workers that read files can prepare it and the one writer only writes.
 */
import { authorsOf, earliestDay, hasAbstract, plainText } from '#model/index.ts';
import type { Author, Paper, RichText } from '#model/index.ts';
import { stem, wordForms } from '#text/index.ts';
import { entryDay, paperDate, publicationDays } from '../paper-date.ts';
import { EVERY_PAPER, dayKeys, factKey, idKey, nameKey } from './keys.ts';

/** A paper ready to be written; every field is text or a number, as it stands in the tables. */
export interface Document {
  readonly id: string;
  readonly source: string;
  readonly version: number;
  readonly json: string;
  readonly year: number | null;
  readonly day: string;
  /** When it entered PubMed, else its earliest other date; empty where it has none. */
  readonly entered: string;
  readonly revised: string | null;
  readonly hasAbstract: number;
  readonly types: readonly string[];
  readonly languages: readonly string[];
  readonly identifiers: readonly string[];
  readonly relations: readonly { readonly type: string; readonly to: string }[];
  /** In the order of the index's columns. */
  readonly columns: readonly string[];
}

/** The columns of the index, and how much a word in each counts for the order of a best match. */
export const COLUMNS = [
  { name: 'title_stem', weight: 3 },
  { name: 'abstract_stem', weight: 1 },
  { name: 'terms_stem', weight: 1 },
  { name: 'title', weight: 3 },
  { name: 'abstract', weight: 1 },
  { name: 'terms', weight: 1 },
  { name: 'names', weight: 0.5 },
  { name: 'facts', weight: 0 },
] as const;

/** Stands between parts of a column that are no one sentence, so that no phrase reaches from one into the next. */
const BREAK = '|';

export function documentOf(paper: Paper): Document {
  const title = part([paper.title, paper.vernacularTitle, paper.book?.title]);
  const abstract = part(abstractTexts(paper));
  const terms = part(termTexts(paper));
  const date = paperDate(paper);
  return {
    id: paper.id,
    source: paper.source,
    version: paper.version,
    json: JSON.stringify(paper),
    year: date?.year ?? null,
    day: date === undefined ? '' : earliestDay(date),
    entered: entryDay(paper) ?? '',
    revised: paper.revised === undefined ? null : earliestDay(paper.revised),
    hasAbstract: hasAbstract(paper) ? 1 : 0,
    types: [...new Set(paper.publicationTypes.map((type) => type.name))],
    languages: [...new Set(paper.languages)],
    identifiers: identifierKeys(paper),
    relations: relationsOf(paper),
    columns: [
      ...[title, abstract, terms].map((forms) => forms.map(stem).join(' ')),
      ...[title, abstract, terms, part(nameTexts(paper)), factsOf(paper)].map((forms) => forms.join(' ')),
    ],
  };
}

/** Everything a paper can be asked for by, in one form: `pmid`, `pmc…`, DOI and sample key in lower case. */
function identifierKeys(paper: Paper): string[] {
  const { pmid, pmcid, dois = [], sample } = paper.identifiers;
  return [pmid, pmcid?.toLowerCase(), ...dois, sample?.toLowerCase()].filter((key) => key !== undefined);
}

function part(texts: readonly (RichText | undefined)[]): string[] {
  const forms: string[] = [];
  for (const text of texts) {
    if (text === undefined) continue;
    const words = wordForms(plainText(text));
    if (words.length === 0) continue;
    if (forms.length > 0) forms.push(BREAK);
    for (const word of words) forms.push(word);
  }
  return forms;
}

function abstractTexts(paper: Paper): RichText[] {
  const abstracts = [paper.abstract, ...(paper.otherAbstracts ?? [])].filter((each) => each !== undefined);
  return [
    ...abstracts.flatMap((each) => each.sections.flatMap((section) => [section.label ?? '', section.text])),
    ...(paper.keywords ?? []).map((keyword) => keyword.text),
  ];
}

function termTexts(paper: Paper): string[] {
  return [
    ...(paper.mesh ?? []).flatMap((heading) => [heading.name, ...(heading.qualifiers ?? []).map((each) => each.name)]),
    ...(paper.supplementaryConcepts ?? []).map((concept) => concept.name),
    ...(paper.substances ?? []).map((substance) => substance.name),
    ...paper.publicationTypes.map((type) => type.name),
    ...(paper.genes ?? []),
    ...(paper.personSubjects ?? []).map(fullName),
    ...authorsOf(paper).map((author) => author.group ?? ''),
  ];
}

function nameTexts(paper: Paper): string[] {
  return [
    ...authorsOf(paper).map(fullName),
    ...(paper.investigators ?? []).map(fullName),
    paper.journal?.title ?? '',
    paper.journal?.abbreviation ?? '',
    paper.journal?.medlineName ?? '',
    ...(paper.databanks ?? []).flatMap((bank) => [bank.name, ...(bank.accessions ?? [])]),
    ...(paper.grants ?? []).flatMap((grant) => [grant.number ?? '', grant.agency ?? '']),
  ];
}

function fullName(author: Author): string {
  return [author.last, author.fore ?? author.initials].filter((each) => each !== undefined).join(' ');
}

function relationsOf(paper: Paper): { type: string; to: string }[] {
  const kept = new Map<string, { type: string; to: string }>();
  for (const { type, to } of paper.relations ?? []) if (to !== undefined) kept.set(`${type} ${to}`, { type, to });
  return [...kept.values()];
}

function factsOf(paper: Paper): string[] {
  const year = paperDate(paper)?.year;
  const facts = [
    EVERY_PAPER,
    idKey(paper.id),
    ...(hasAbstract(paper) ? [factKey('has', 'abstract')] : []),
    ...(year === undefined ? [] : [factKey('year', String(year))]),
    ...publicationDays(paper).flatMap(dayKeys),
    ...authorsOf(paper).flatMap(authorKeys),
    ...journalNames(paper).map((name) => factKey('ta', nameKey(name))),
    ...paper.publicationTypes.map((type) => factKey('pt', nameKey(type.name))),
    ...paper.languages.map((language) => factKey('la', nameKey(language))),
    ...(paper.mesh ?? []).flatMap((heading) => [
      factKey('mh', nameKey(heading.name)),
      ...(heading.qualifiers ?? []).map((each) => factKey('mh', nameKey(`${heading.name} ${each.name}`))),
    ]),
  ];
  return [...new Set(facts)];
}

function journalNames(paper: Paper): string[] {
  const { title, abbreviation, medlineName, issns = [] } = paper.journal ?? {};
  return [title, abbreviation, medlineName, ...issns].filter((name) => name !== undefined);
}

/** An author by last name and initials, and by last name with one or all fore names. */
function authorKeys(author: Author): string[] {
  const last = nameKey(author.last ?? author.group ?? '');
  if (last === '') return [];
  const fore = wordForms(author.fore ?? '');
  const initials = wordForms(author.initials ?? fore.map((name) => name[0]).join('')).join('');
  return [
    factKey('au', `${last},${initials}`),
    ...fore.map((_, index) => factKey('fau', `${last},${fore.slice(0, index + 1).join('_')}`)),
  ];
}
