/** The order of the window for one reader: the papers likeliest by the strongest terms scored exactly, near-duplicates folded, interests mixed. */
import { best, corrected, learnTaste, scoresOf } from '#ranking/index.ts';
import type { Taste } from '#ranking/index.ts';
import type { Interest } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import { examplesOf } from './examples.ts';
import type { Examples, TextsById } from './examples.ts';
import type { PaperFacts } from './facts.ts';
import { folded } from './fold.ts';
import { still } from './filters.ts';
import { spread } from './spread.ts';
import type { ReaderView } from './view.ts';

/** Scored exactly for a first page. */
const SCORED = 5_000;
/** Kept of an order: nobody reads on for longer, and every reader's order is in memory. */
const KEPT = 2_000;
/** A chosen journal raises its papers by so many standard deviations of what a taste gives. */
const JOURNAL_RAISES = 1;

export interface Ranking {
  /** Rows of the window, the best first. */
  readonly rows: Uint32Array;
  /** Whether every paper of the window was scored. */
  readonly isWhole: boolean;
  readonly taste: Taste;
  readonly examples: Examples;
  /** How many papers pass the reader's filters and are not dealt with. */
  readonly total: number;
}

/**
 * @param passed by row, what the reader's filters let through.
 * @param whole every paper of the window is scored; otherwise the likeliest 5,000.
 */
export function rank(
  collection: Collection,
  view: ReaderView,
  texts: TextsById,
  passed: Uint8Array,
  whole: boolean,
): Ranking {
  const { window } = collection;
  const examples = examplesOf(collection, view, texts);
  const taste = tasteOf(collection, view, examples);
  const open = still(passed, collection, view);
  let total = 0;
  for (let row = 0; row < open.length; row += 1) total += open[row] as number;
  const { rows, scores } = best(window, taste, SCORED, open, whole);
  const order = raised(collection, view.interests, rows, scores) ? byScore(rows, scores) : rows;
  const kept = folded(collection.sameAs, order);
  return {
    rows: spread(collection, examples, kept).slice(0, KEPT),
    isWhole: whole || rows.length >= total,
    taste,
    examples,
    total,
  };
}

/** What the reader likes, by their judgements and interests, and by what they said of single terms. */
export function tasteOf({ window }: Collection, { stances, seed }: ReaderView, { liked, disliked }: Examples): Taste {
  const learned = learnTaste(
    window,
    { liked: liked.map(({ example }) => example), disliked: disliked.map(({ example }) => example) },
    seed,
  );
  return corrected(window, learned, stances);
}

/** Scores of some papers by a reader's taste, as the ranking has them. */
export function scored(
  { window, ...collection }: Collection,
  taste: Taste,
  interests: readonly Interest[],
  rows: Uint32Array,
): Float32Array {
  const scores = scoresOf(window, taste, rows);
  raised({ window, ...collection }, interests, rows, scores);
  return scores;
}

/** Adds what chosen journals are worth, in place. @returns whether there are any. */
function raised(
  { facts }: Collection,
  interests: readonly Interest[],
  rows: Uint32Array,
  scores: Float32Array,
): boolean {
  const journals = new Set(interests.filter(({ kind }) => kind === 'journal').map(({ value }) => value));
  if (journals.size > 0)
    for (let at = 0; at < rows.length; at += 1)
      if (journals.has((facts[rows[at] as number] as PaperFacts).journal ?? ''))
        scores[at] = (scores[at] as number) + JOURNAL_RAISES;
  return journals.size > 0;
}

/** The higher score first; of equal ones what entered PubMed later. */
function byScore(rows: Uint32Array, scores: Float32Array): Uint32Array {
  const places = Uint32Array.from(rows, (_, at) => at);
  places.sort(
    (one, other) =>
      (scores[other] as number) - (scores[one] as number) || (rows[one] as number) - (rows[other] as number),
  );
  return places.map((at) => rows[at] as number);
}
