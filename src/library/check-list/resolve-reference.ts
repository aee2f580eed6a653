/** What the library has for one reference: by its numbers first, by its title where they lead nowhere or to several papers. */
import { dateInWords, dateOfDay, plainText } from '#model/index.ts';
import type { CivilDate, Paper, RecordId } from '#model/index.ts';
import { isStopWord } from '#text/index.ts';
import { readIdentifier } from '../identifiers.ts';
import type { Library } from '../port.ts';
import { isTooExpensive, papersOf, searchesFor } from './candidates.ts';
import { fitOf } from './fit.ts';
import type { Fit } from './fit.ts';
import { hasIds } from './reference.ts';
import type { Reference, ReferenceIds } from './reference.ts';
import { referenceWords } from './reference-words.ts';
import type { ReferenceWords } from './reference-words.ts';
import { isAnotherTitle, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface Resolved {
  readonly state: 'here' | 'several' | 'missing' | 'unknown';
  readonly paper?: Paper;
  readonly options: readonly Paper[];
  readonly remark?: string;
  /** PMID, PMCID or DOI by which a paper that is not here can be fetched. */
  readonly wanted?: string;
}

type Name = 'PMID' | 'PMCID' | 'DOI' | 'id';

interface Led {
  readonly name: Name;
  readonly written: string;
  readonly papers: readonly Paper[];
}

/** A search that spends its budget leaves its reference open. @throws AppError as the library's other searches. */
export async function resolveReference(library: Library, reference: Reference): Promise<Resolved> {
  const words = referenceWords(reference);
  if (!hasIds(reference.ids)) return byTitle(await verdictByTitle(library, reference, words), reference);
  const led = await Promise.all(namesOf(reference.ids).map(([name, written]) => follow(library, name, written)));
  const leading = led.filter((each) => each.papers.length > 0);
  return leading.length === 0
    ? withoutPaper(library, reference, words, led)
    : withPapers(library, reference, words, leading);
}

function namesOf({ own, pmid, pmcid, doi }: ReferenceIds): [Name, string][] {
  const names: [Name, string | undefined][] = [
    ['id', own],
    ['PMID', pmid],
    ['PMCID', pmcid],
    ['DOI', doi],
  ];
  return names.flatMap(([name, written]) => (written === undefined ? [] : [[name, written]]));
}

async function follow(library: Library, name: Name, written: string): Promise<Led> {
  const keys = readIdentifier(written)?.keys ?? [written];
  return { name, written, papers: await library.resolve([...keys, ...withoutHyphens(name, written)]) };
}

/** A hyphen in a DOI may have been put in where a line was broken. */
function withoutHyphens(name: Name, written: string): string[] {
  if (name !== 'DOI') return [];
  return [...written.matchAll(/(?<=[a-z])-(?=[a-z])/g)].map(
    ({ index }) => written.slice(0, index) + written.slice(index + 1),
  );
}

async function withPapers(
  library: Library,
  reference: Reference,
  words: ReferenceWords,
  leading: readonly Led[],
): Promise<Resolved> {
  const papers = distinct(leading.flatMap((each) => each.papers));
  const fits = papers.map((paper) => fitOf(reference, words, paper));
  if (!saysTitle(reference, words))
    return papers.length === 1 ? here(papers[0]) : several(papers, tooMany(leading, papers));
  const fitting = fits.filter((fit) => !leadsElsewhere(fit));
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined)
    return here(only.paper, papers.length > 1 ? otherNumber(leading, only) : undefined);
  if (fitting.length > 1) {
    const verdict = verdictOf(fitting);
    return verdict.kind === 'one' ? here(verdict.fit.paper) : several(papers, tooMany(leading, papers));
  }
  const meant = await verdictByTitle(library, reference, words);
  const named =
    meant.kind === 'one' ? [meant.fit.paper] : meant.kind === 'several' ? meant.fits.map((fit) => fit.paper) : [];
  const remark = `The ${leading[0]?.name} leads to another title: “${shortTitle(papers[0])}”.`;
  return several(distinct([...named, ...papers]), remark);
}

async function withoutPaper(
  library: Library,
  reference: Reference,
  words: ReferenceWords,
  led: readonly Led[],
): Promise<Resolved> {
  const { pmid, pmcid, doi } = reference.ids;
  const wanted = pmid ?? pmcid ?? doi;
  const tombstone = pmid === undefined ? undefined : await library.tombstone(`pm${pmid}` as RecordId);
  if (tombstone !== undefined) {
    const day = dateInWords(dateOfDay(tombstone.deletedAt.slice(0, 10) as CivilDate));
    return { state: 'missing', options: [], remark: `PubMed withdrew this record. It left the library on ${day}.` };
  }
  if (saysTitle(reference, words)) {
    const meant = await verdictByTitle(library, reference, words);
    const names = led.map((each) => each.name).join(' and the ');
    if (meant.kind === 'one')
      return here(
        meant.fit.paper,
        `The ${names} ${led.length > 1 ? 'are' : 'is'} not in this library. The paper was found by its title.`,
      );
  }
  return { state: 'missing', options: [], ...(wanted === undefined ? {} : { wanted }) };
}

const GIVEN_UP = 'The search for this title took too long and was stopped, so that nothing is known of it.';

function byTitle(verdict: Meant, reference: Reference): Resolved {
  if (verdict.kind === 'one') return here(verdict.fit.paper, yearRemark(verdict.fit, reference));
  if (verdict.kind === 'several') return several(verdict.fits.map((fit) => fit.paper));
  const remark = verdict.isGivenUp
    ? GIVEN_UP
    : reference.title === undefined
      ? 'No title and no number of a paper was recognised here.'
      : 'No paper in this library fits this title, year and first author.';
  return { state: 'unknown', options: [], remark };
}

function yearRemark({ year, paper }: Fit, reference: Reference): string | undefined {
  const known = paper.published?.year ?? paper.publishedOnline?.year;
  return year !== 'differs' ? undefined : `The reference says ${reference.year}, the record ${known}.`;
}

/** `isGivenUp`: a search took too long, and those before it found nothing. */
type Meant = Exclude<Verdict, { kind: 'none' }> | { readonly kind: 'none'; readonly isGivenUp: boolean };

/**
 * Looks at the papers of each search until one is clearly meant; what only may fit waits for the wider searches. A search that
 * takes too long is the last: those behind it are wider.
 */
async function verdictByTitle(library: Library, reference: Reference, words: ReferenceWords): Promise<Meant> {
  const fits = new Map<string, Fit>();
  let verdict: Verdict = { kind: 'none' };
  for (const query of searchesFor(reference, words)) {
    const papers = await papersOf(library, query).catch((thrown: unknown) => {
      if (!isTooExpensive(thrown)) throw thrown;
      return undefined;
    });
    if (papers === undefined) return verdict.kind === 'none' ? { kind: 'none', isGivenUp: true } : verdict;
    for (const paper of papers) if (!fits.has(paper.id)) fits.set(paper.id, fitOf(reference, words, paper));
    verdict = verdictOf([...fits.values()]);
    if (verdict.kind === 'one') return verdict;
  }
  return verdict.kind === 'none' ? { kind: 'none', isGivenUp: false } : verdict;
}

/** Enough of a title beside the number, in something that is a reference, to tell whether the number belongs to it. */
function saysTitle(reference: Reference, { title }: ReferenceWords): boolean {
  const telling = title.filter((form) => form.length > 2 && !isStopWord(form)).length;
  return telling >= 3 && (reference.fielded || reference.year !== undefined || reference.firstAuthor !== undefined);
}

/** A title in another language than the library's is no other paper where author and year agree. */
function leadsElsewhere(fit: Fit): boolean {
  if (!isAnotherTitle(fit)) return false;
  const isForeign =
    fit.paper.languages.some((language) => language !== 'eng') || fit.paper.vernacularTitle !== undefined;
  const agrees = fit.author === 'agrees' && (fit.year === 'agrees' || fit.hasPlace);
  return !(agrees && (isForeign || fit.hasPlace));
}

function otherNumber(leading: readonly Led[], { paper }: Fit): string | undefined {
  const wrong = leading.find((each) => !each.papers.some((other) => other.id === paper.id));
  return (
    wrong && `The ${wrong.name} leads to another title: “${shortTitle(wrong.papers[0])}”. The other number is right.`
  );
}

function tooMany(leading: readonly Led[], papers: readonly Paper[]): string {
  const shared = leading.find((each) => each.papers.length > 1);
  return shared === undefined
    ? `The ${leading.map((each) => each.name).join(' and the ')} lead to different papers.`
    : `${papers.length} papers carry this ${shared.name}.`;
}

function here(paper: Paper | undefined, remark?: string): Resolved {
  return { state: 'here', options: [], ...(paper && { paper }), ...(remark === undefined ? {} : { remark }) };
}

function several(options: readonly Paper[], remark?: string): Resolved {
  const said =
    remark ??
    (options.length === 1
      ? 'One paper may be meant. Look before you take it.'
      : `${inWords(options.length)} papers fit.`);
  return { state: 'several', options, remark: said };
}

function inWords(count: number): string {
  return ['No', 'One', 'Two', 'Three', 'Four', 'Five'][count] ?? String(count);
}

function distinct(papers: readonly Paper[]): Paper[] {
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()];
}

const TITLE_SHOWN = 120;

function shortTitle(paper: Paper | undefined): string {
  const title = paper === undefined ? '' : plainText(paper.title).replace(/[.\s]+$/, '');
  return title.length <= TITLE_SHOWN ? title : `${title.slice(0, TITLE_SHOWN).replace(/\s+\S*$/, '')} …`;
}
