/** Turns a draft into the record of a paper: journal, pages, dates, people, subjects, money and ties. */
import type { Abstract, AbstractSection, Author, Grant, MeshHeading, OtherAbstract } from '#model/index.ts';
import type { Draft } from './draft.ts';
import { fact, factIfGiven, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Journal } from './journals.ts';
import { FUNDERS } from './places.ts';
import type { Dice } from './random.ts';
import type { SamplePaper, SampleRelation } from './sample-paper.ts';
import { american, marked } from './spelling.ts';

/** What is settled about a paper before its words are. */
export interface Plan {
  readonly facts: Facts;
  readonly key: string;
  readonly daysAgo: number;
  readonly journal: Journal;
  readonly authors: readonly Author[];
}

/** Where in its journal a paper stands. */
export interface Imprint {
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly articleNumber?: string;
}

const CATEGORIES = ['BACKGROUND', 'OBJECTIVE', 'METHODS', 'RESULTS', 'CONCLUSIONS', 'METHODS', 'CONCLUSIONS'];
const NOT_RESEARCH = new Set(['comment', 'editorial', 'letter', 'notice']);

/** @param retractedDaysAgo where a notice retracts the paper. */
export function record(plan: Plan, draft: Draft, d: Dice, imprint: Imprint, relations: readonly SampleRelation[], retractedDaysAgo?: number): SamplePaper {
  const { facts, key, daysAgo, journal, authors } = plan;
  const isAhead = imprint.volume === undefined && journal.volume > 0;
  const isIndexed = journal.isIndexed && daysAgo > 45 && !isAhead;
  const status = !journal.isIndexed ? 'PubMed-not-MEDLINE' : isAhead ? 'Publisher' : isIndexed ? 'MEDLINE' : 'In-Process';
  const spell = (text: string): string => (journal.isAmerican ? american(text) : text);
  const language = factIfGiven(facts, 'language');
  const title = spell(draft.title);
  const grants = NOT_RESEARCH.has(facts.design) ? [] : grantsOf(facts, d);
  const types = [...draft.types, ...(language === undefined ? [] : ['English Abstract']), ...(retractedDaysAgo === undefined ? [] : ['Retracted Publication']), ...(grants.length > 0 && d.chance(0.4) ? ["Research Support, Non-U.S. Gov't"] : [])]; // prettier-ignore
  const mesh = isIndexed ? meshOf(facts) : [];
  const abstract = abstractOf(draft, journal, spell);
  const conflict = NOT_RESEARCH.has(facts.design) ? undefined : conflictOf(authors, d);
  const words = partsOf(facts, 'words');
  const isRevised = daysAgo > 40 && d.chance(0.85);
  const revised = retractedDaysAgo === undefined ? Math.max(1, daysAgo - d.between(12, 38)) : Math.max(1, retractedDaysAgo - 2);
  const monthly = imprint.issue !== undefined && imprint.pages !== undefined;
  const other = plainAbstract(draft, spell);
  return {
    source: 'sample',
    kind: 'article',
    version: 1,
    status,
    publicationStatus: isAhead ? 'aheadofprint' : imprint.pages === undefined ? 'epublish' : 'ppublish',
    identifiers: { sample: key, dois: [`10.5555/attune.sample.${key.slice(1)}`] },
    title: marked(language === undefined ? title : `[${title}]`),
    ...(language === undefined ? {} : { vernacularTitle: marked(fact(facts, 'own')) }),
    journal: { title: journal.title, abbreviation: journal.abbreviation, medlineName: journal.abbreviation, ...pick(imprint, ['volume', 'issue']) },
    ...pick(imprint, ['pages', 'articleNumber']),
    published: { daysAgo, precision: monthly ? 'month' : 'day' },
    ...(NOT_RESEARCH.has(facts.design) ? {} : { publishedOnline: { daysAgo: monthly ? daysAgo + 1 : daysAgo, precision: 'day' as const } }),
    history: historyOf(facts, daysAgo, journal, d, retractedDaysAgo),
    ...(isRevised || retractedDaysAgo !== undefined ? { revised: { daysAgo: revised, precision: 'day' as const } } : {}),
    ...(isIndexed && isRevised && retractedDaysAgo === undefined ? { completed: { daysAgo: revised, precision: 'day' as const } } : {}),
    authors,
    authorsComplete: true,
    ...(abstract ? { abstract } : {}),
    ...(other ? { otherAbstracts: [other] } : {}),
    languages: [language ?? 'eng'],
    publicationTypes: [...new Set(types)].map((name) => ({ name })),
    ...(mesh.length > 0 ? { mesh } : {}),
    ...(words.length > 0 && facts.design !== 'editorial' ? { keywords: words.map((word) => ({ text: marked(spell(word)) })) } : {}),
    ...(grants.length > 0 ? { grants } : {}),
    ...(factIfGiven(facts, 'registered') === undefined ? {} : { databanks: [{ name: 'SAMPLE-TRIALS', accessions: [`SAMPLE-TRIAL-${fact(facts, 'registered')}`] }] }),
    ...(conflict === undefined ? {} : { conflictStatement: conflict }),
    ...(relations.length > 0 ? { relations } : {}),
  };
} // prettier-ignore

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Partial<Pick<T, K>> {
  const entries = names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]);
  // The names are those of the type; fromEntries forgets them.
  return Object.fromEntries(entries) as Partial<Pick<T, K>>;
}

function abstractOf(draft: Draft, journal: Journal, spell: (text: string) => string): Abstract | undefined {
  const { moves } = draft;
  const said = (name: keyof typeof moves): string => spell(moves[name] ?? '');
  const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  const [background, aim, methods, results, conclusions, measures, limits] = journal.labels;
  const apart: readonly (readonly [label: string | undefined, index: number, text: string])[] = [
    [background, 0, said('background')],
    [aim, 1, said('aim')],
    [methods, 2, joined(said('methods'), measures === undefined ? said('measures') : '')],
    [measures, 5, measures === undefined ? '' : said('measures')],
    [results, 3, said('results')],
    [limits, 6, limits === undefined ? '' : said('limits')],
    [conclusions, 4, joined(said('conclusions'), limits === undefined ? said('limits') : '', said('closing'))],
  ];
  const filled = apart.filter(([, , text]) => text !== '');
  if (filled.length === 0) return undefined;
  const sections: AbstractSection[] =
    draft.unlabelled === true
      ? [{ text: marked(joined(...filled.map(([, , text]) => text))) }]
      : filled.map(([label = '', index, text]) => ({ label, category: CATEGORIES[index] ?? 'UNASSIGNED', text: marked(text) })); // prettier-ignore
  return draft.types.some((type) => /^(?:Letter|Published Erratum|Retraction of|Expression of)/.test(type))
    ? { sections }
    : { sections, copyright: journal.copyright };
}

function plainAbstract(draft: Draft, spell: (text: string) => string): OtherAbstract | undefined {
  if (draft.plainLanguage === undefined) return undefined;
  const sections = draft.plainLanguage.map((text, index) => ({ label: ['What we found', 'What it means'][index] ?? 'More', text: marked(spell(text)) })); // prettier-ignore
  return { sections, type: 'plain-language-summary', language: 'eng' };
}

/** `Sepsis/rehabilitation*`: the asterisk stands at what is major, heading or qualifier. */
function meshOf(facts: Facts): MeshHeading[] {
  return partsOf(facts, 'mesh').map((written) => {
    const [name = '', qualifier] = written.replace(/\*$/, '').split('/');
    const major = written.endsWith('*') ? { major: true } : {};
    return qualifier === undefined ? { name, ...major } : { name, qualifiers: [{ name: qualifier, ...major }] };
  });
}

function historyOf(facts: Facts, daysAgo: number, journal: Journal, d: Dice, retracted?: number): SamplePaper['history'] {
  const day = (event: string, at: number): SamplePaper['history'][number] => ({ event, date: { daysAgo: at, precision: 'day' } });
  const accepted = daysAgo + d.between(14, 70);
  const reviewed = journal.volume === 0 || NOT_RESEARCH.has(facts.design) ? [] : [day('received', accepted + d.between(50, 210)), day('accepted', accepted)];
  return [...reviewed, day('entrez', daysAgo), ...(retracted === undefined ? [] : [day('retracted', retracted)])];
} // prettier-ignore

function grantsOf(facts: Facts, d: Dice): Grant[] {
  if (facts.design === 'cases' || facts.design === 'narrative' || d.chance(0.35)) return [];
  return d.some(FUNDERS[facts.field], d.chance(0.25) ? 2 : 1).map(([agency, prefix]) => ({ number: `${prefix}${d.between(101, 989)}`, agency }));
} // prettier-ignore

function conflictOf(authors: readonly Author[], d: Dice): string | undefined {
  const someone = d.pick(authors.filter(({ last }) => last !== undefined));
  const name = `${someone.fore} ${someone.last}`;
  const statements = [
    'The authors declare no competing interests.',
    'None declared.',
    'The authors have nothing to disclose.',
    `${name} has received lecture fees from ${d.pick(['Pulsewell', 'Gait & Ground', 'Northlamp Diagnostics', 'Tidewater Pharma'])}. The others declare none.`,
    `${name} sits on the board of the funder and took no part in the award.`,
    `${name} is employed by one of the hospitals studied.`,
  ];
  return d.chance(0.55) ? d.pick(statements) : undefined;
}
