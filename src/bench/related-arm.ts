/** One measure of likeness over a whole pool: every paper gets its exact score for a seed, and the best ten are kept. */
import { termCounts } from '#ranking/index.ts';
import type { Measure, TermCounts, TermStatistics } from '#ranking/index.ts';
import type { PooledPaper } from './related-pool.ts';

const KEPT = 10;

interface Postings {
  readonly papers: number[];
  readonly weights: number[];
}

export class Arm {
  readonly #measure: Measure;
  readonly #counts: readonly TermCounts[];
  readonly #statistics: TermStatistics;
  readonly #postings = new Map<string, Postings>();
  readonly #scores: Float64Array;

  /** @param mostPapers terms that a larger share of the papers has are left out of every paper. */
  constructor(papers: readonly PooledPaper[], measure: Measure, mostPapers = 1) {
    const all = dfOf(papers);
    const isKept = (term: string): boolean => (all.get(term) ?? 0) <= mostPapers * papers.length;
    this.#measure = measure;
    this.#counts = papers.map(({ title, abstract }) =>
      termCounts(title.filter(isKept), abstract.filter(isKept), measure.titleTimes),
    );
    const length = this.#counts.reduce((sum, each) => sum + each.length, 0);
    this.#statistics = {
      papers: papers.length,
      df: (term) => all.get(term) ?? 0,
      meanLength: length / papers.length,
    };
    this.#scores = new Float64Array(papers.length);
    this.#counts.forEach((counts, paper) => {
      for (const [term, weight] of measure.ofOther(counts, this.#statistics)) {
        const postings = this.#postings.get(term) ?? { papers: [], weights: [] };
        this.#postings.set(term, postings);
        postings.papers.push(paper);
        postings.weights.push(weight);
      }
    });
  }

  /** The ten papers most like the one at this place, itself left out; of equal ones those that stand first. */
  best(seed: number): number[] {
    const scores = this.#scores.fill(0);
    for (const [term, weight] of this.#measure.ofSeed(this.#counts[seed] as TermCounts, this.#statistics)) {
      const { papers, weights } = this.#postings.get(term) as Postings;
      for (let at = 0; at < papers.length; at += 1)
        scores[papers[at] as number] = (scores[papers[at] as number] as number) + weight * (weights[at] as number);
    }
    return highest(scores, seed);
  }
}

function dfOf(papers: readonly PooledPaper[]): Map<string, number> {
  const df = new Map<string, number>();
  for (const { title, abstract } of papers)
    for (const term of new Set([...title, ...abstract])) df.set(term, (df.get(term) ?? 0) + 1);
  return df;
}

function highest(scores: Float64Array, leftOut: number): number[] {
  const best: number[] = [];
  for (let place = 0; place < scores.length; place += 1) {
    if (place === leftOut) continue;
    const score = scores[place] as number;
    if (best.length === KEPT && score <= (scores[best[KEPT - 1] as number] as number)) continue;
    const above = best.findIndex((other) => score > (scores[other] as number));
    best.splice(above === -1 ? best.length : above, 0, place);
    best.length = Math.min(best.length, KEPT);
  }
  return best;
}
