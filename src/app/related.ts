/**
 * Papers related to one: what belongs to it by its record (corrections, comments, newer versions), then what is most like it by S2.
 * Candidates come from the library by the paper's strongest terms; the best of them are scored exactly.
 */
import { AppError, plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { papersById } from '#library/index.ts';
import type { Display, Hit, Library, PaperStems } from '#library/index.ts';
import { product, S2, sharedTerms, termCounts, writtenAs } from '#ranking/index.ts';
import type { Phrase, TermStatistics, TermWeights } from '#ranking/index.ts';
import { unfolded } from './related-fold.ts';
import { ownTies } from './related-ties.ts';
import type { TieKind } from './related-ties.ts';

export interface Related {
  readonly hits: readonly RelatedHit[];
}

/** A paper as lists show it, with what ties it to the paper asked for. */
export interface RelatedHit extends Hit {
  /** The terms that bring them together, as the paper asked for writes them, the strongest first. */
  readonly shared: readonly string[];
  /** What it is to the paper asked for, by the record of either. */
  readonly tie?: TieKind;
  readonly mark?: 'guideline' | 'trial';
  /** Other records of the same paper, such as its preprint, that would have stood in this place. */
  readonly also?: readonly RecordId[];
}

export interface RelatedRequest {
  readonly limit: number;
  readonly display?: Display;
}

const TERMS_SOUGHT = 64;
/** Candidates scored exactly; 500 instead change nDCG@10 by less than 0.003 in 22,072 screened papers, and cost 100 CPU-ms more. */
const SCORED = 100;
const SHARED_SHOWN = 4;
/**
 * Of medical papers with an abstract, the title counted three times. A fixed value, so that a score does not change with
 * the papers around it; 200 instead changes nDCG@10 by less than 0.002.
 */
const MEAN_LENGTH = 175;
/** Of the papers, the share that a term of middling rarity stands in. */
const USUAL_SHARE = 0.01;
/** Folding takes papers away: so many more than the wanted ones are looked at first, and so many times as many where that was too few. */
const SPARE = 4;
const LOOKED_AT = 3;

/** @throws AppError `not_found` where the library does not hold the paper. */
export async function relatedTo(library: Library, id: RecordId, { limit, display }: RelatedRequest): Promise<Related> {
  const paper = await library.get(id);
  if (paper === undefined)
    throw new AppError(
      'not_found',
      `No paper in this library is ${id}. Check the id, or search for words of its title.`,
    );
  const ties = await ownTies(library, paper);
  const alike = await mostAlike(library, id, [...ties.keys()], Math.max(SCORED, limit * LOOKED_AT));
  const wanted = { library, paper, ties, scores: alike.scores, limit, display };
  let { rows, itself } = await rowsAmong(wanted, limit + SPARE);
  if (rows.length < limit && alike.scores.size > limit + SPARE)
    ({ rows, itself } = await rowsAmong(wanted, limit * LOOKED_AT));
  const terms = new Map(rows.map((row) => [row.paper.id, alike.shared(row.paper.id)]));
  const written = writtenAs(textsOf(itself), [...terms.values()].flat());
  return {
    hits: rows.map((row) => ({
      ...row,
      score: alike.scores.get(row.paper.id) ?? 0,
      shared: (terms.get(row.paper.id) ?? []).flatMap(written).slice(0, SHARED_SHOWN),
    })),
  };
}

type Row = Omit<RelatedHit, 'shared'>;

interface Wanted extends Pick<Alike, 'scores'> {
  readonly library: Library;
  readonly paper: Paper;
  readonly ties: ReadonlyMap<RecordId, TieKind>;
  readonly limit: number;
  readonly display: Display | undefined;
}

/** @param count how many of the papers that are like it are looked at. */
async function rowsAmong(
  { library, paper, ties, scores, limit, display }: Wanted,
  count: number,
): Promise<{ rows: readonly Row[]; itself: Paper }> {
  const own = [...ties.keys()].sort((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0));
  const others = [...scores.keys()].filter((each) => !ties.has(each)).slice(0, count);
  const hits = await papersById(library, [paper.id, ...own, ...others], display);
  const folded = unfolded(
    paper,
    others.flatMap((each) => hits.get(each) ?? []),
  );
  const rows = [
    ...inOrderOfKind(own, ties).flatMap((each) => hitRow(hits.get(each), ties.get(each), [])),
    ...folded.flatMap(({ hit, also }) => hitRow(hit, undefined, also)),
  ];
  return { rows: rows.slice(0, limit), itself: hits.get(paper.id)?.paper ?? paper };
}

interface Alike {
  /** The highest first. */
  readonly scores: ReadonlyMap<RecordId, number>;
  shared(id: RecordId): readonly Phrase[];
}

/** @param ties scored too, whether or not the candidates hold them. */
async function mostAlike(library: Library, id: RecordId, ties: readonly RecordId[], scored: number): Promise<Alike> {
  const [own] = await library.stems([id]);
  const none: Alike = { scores: new Map(), shared: () => [] };
  if (own === undefined) return none;
  const statistics = await statisticsOf(library, own);
  const seed = S2.ofSeed(counted(own), statistics);
  const candidates = await library.topWeighted(strongest(seed), scored + 1);
  const read = await library.stems([...new Set([...candidates, ...ties])].filter((each) => each !== id));
  const weights = new Map(read.map((each) => [each.id, S2.ofOther(counted(each), statistics)]));
  const texts = new Map(read.map((each) => [each.id, [each.title, each.abstract]]));
  const products = [...weights].map(([each, other]): [RecordId, number] => [each, product(seed, other)]);
  return {
    scores: new Map(products.filter(([, score]) => score > 0).sort((one, other) => other[1] - one[1])),
    shared: (each) => sharedTerms(seed, weights.get(each) ?? new Map(), texts.get(each) ?? [], SHARED_SHOWN),
  };
}

function counted({ title, abstract }: PaperStems): ReturnType<typeof termCounts> {
  return termCounts(title, abstract, S2.titleTimes);
}

/** By what a term can add to a score: its weight in one paper times its weight in the other. */
function strongest(seed: TermWeights): { stem: string; weight: number }[] {
  return [...seed]
    .sort((one, other) => other[1] - one[1])
    .slice(0, TERMS_SOUGHT)
    .map(([stem, weight]) => ({ stem, weight: weight * weight }));
}

/**
 * How common the terms of the paper asked for are. Those it lacks, which only lengthen another paper's vector, are taken for
 * terms of middling rarity: to look thousands of them up takes a second of CPU time and changes nDCG@10 by less than 0.002.
 */
async function statisticsOf(library: Library, { title, abstract }: PaperStems): Promise<TermStatistics> {
  const terms = [...new Set([...title, ...abstract])];
  const { papers, df } = await library.df(terms);
  const known = new Map(terms.map((term, index) => [term, df[index] as number]));
  return { papers, meanLength: MEAN_LENGTH, df: (term) => known.get(term) ?? papers * USUAL_SHARE };
}

/** Running text before the title, whose words may all have capitals. */
function textsOf(paper: Paper): string[] {
  const sections = paper.abstract?.sections ?? [];
  return [...sections.map((section) => plainText(section.text)), plainText(paper.title)];
}

const KINDS: readonly TieKind[] = [
  'retraction',
  'concern',
  'correction',
  'update',
  'republication',
  'comment',
  'summary',
];

function inOrderOfKind(ids: readonly RecordId[], ties: ReadonlyMap<RecordId, TieKind>): RecordId[] {
  const place = (id: RecordId): number => KINDS.indexOf(ties.get(id) as TieKind);
  return ids.toSorted((one, other) => place(one) - place(other));
}

function hitRow(hit: Hit | undefined, tie: TieKind | undefined, also: readonly RecordId[]): Row[] {
  if (hit === undefined) return [];
  const mark = markOf(hit.paper);
  return [
    {
      ...hit,
      ...(tie === undefined ? {} : { tie }),
      ...(mark === undefined ? {} : { mark }),
      ...(also.length === 0 ? {} : { also }),
    },
  ];
}

function markOf({ publicationTypes }: Paper): RelatedHit['mark'] {
  const names = publicationTypes.map((type) => type.name);
  if (names.some((name) => /guideline$/i.test(name))) return 'guideline';
  return names.some((name) =>
    /^(?:(?:randomi[sz]ed )?controlled trial|.*clinical trial|equivalence trial)/i.test(name),
  ) && !names.some((name) => /protocol/i.test(name))
    ? 'trial'
    : undefined;
}
