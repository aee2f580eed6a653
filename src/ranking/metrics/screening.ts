/**
 * How well an order of papers serves whoever screens them all: the measures of ASReview and its insights package, of the labels in
 * the order in which they were screened (what was known beforehand left out). N papers, R of them relevant.
 */

export interface ScreeningFigures {
  /** How far the recall curve is from the best one, as a share of how far the worst one is; lower is better. */
  readonly loss: number;
  /** Normalised discounted cumulative gain over the whole list. */
  readonly ndcg: number;
  /** Work saved over sampling: papers that need not be screened to find 95 % of the relevant ones, as a share of N. */
  readonly wss95: number;
  /** The share of the relevant papers that the first tenth holds. */
  readonly rrf10: number;
  /** Mean place of the relevant papers, as a share of N; lower is better. */
  readonly atd: number;
  /** The share of the relevant papers among the first hundred. */
  readonly recall100: number;
  /** The place of the last relevant paper, as a share of N; lower is better. */
  readonly lastFound: number;
}

/** @param labels whether each paper is relevant, in the order of screening; with at least one that is, and one that is not. */
export function screeningFigures(labels: readonly boolean[]): ScreeningFigures {
  const places = labels.flatMap((isRelevant, index) => (isRelevant ? [index + 1] : []));
  const [papers, relevant] = [labels.length, places.length];
  const placesSum = places.reduce((sum, place) => sum + place, 0);
  const within = (first: number): number => places.filter((place) => place <= first).length / relevant;
  return {
    loss: (placesSum - (relevant * (relevant + 1)) / 2) / (relevant * (papers - relevant)),
    ndcg: gain(places) / gain(places.map((_, index) => index + 1)),
    wss95: workSaved(places, papers, 0.95),
    rrf10: within(Math.floor(papers / 10)),
    atd: placesSum / relevant / papers,
    recall100: within(100),
    lastFound: (places.at(-1) as number) / papers,
  };
}

function gain(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
}

/**
 * How much earlier the order finds the k-th relevant paper than a random one does, as a share of N, k the largest with k/R within the
 * recall; 0 where even the first is more.
 */
function workSaved(places: readonly number[], papers: number, recall: number): number {
  const relevant = places.length;
  const found = places.filter((_, index) => (index + 1) / relevant <= recall).length;
  if (found === 0) return 0;
  let index = 0;
  while (halfToEven((relevant * index) / (papers - 1)) < found) index += 1;
  return (index + 1 - (places[found - 1] as number)) / papers;
}

/** Rounds as numpy does, so that figures agree with ASReview's to the last digit. */
function halfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
