/**
 * The measures that related papers are compared with: PubMed's own for similar articles (PMRA: how likely a term is what a paper is
 * about, from its count and the paper's length), and BM25 with the whole paper as the query.
 */
import { idf } from './term-counts.ts';
import type { TermCounts, TermStatistics } from './term-counts.ts';
import type { Measure } from './measure.ts';

/** Rates of a term in a paper that is about it and in one that is not, per word; the published estimates. */
const ABOUT = 0.022;
const PASSING = 0.013;

/** The title counts twice, as in PubMed it counts for more; it does the measure good. */
export const PMRA: Measure = {
  titleTimes: 2,
  ofSeed: (paper, statistics) =>
    weighed(paper, (count, term) => aboutness(count, paper.length) * idf(statistics.papers, statistics.df(term))),
  ofOther: (paper) => weighed(paper, (count) => aboutness(count, paper.length)),
};

function aboutness(count: number, length: number): number {
  return 1 / (1 + (PASSING / ABOUT) ** (count - 1) * Math.exp((ABOUT - PASSING) * length));
}

const K1 = 1.2;
const B = 0.75;

export const BM25: Measure = {
  titleTimes: 1,
  ofSeed: (paper, statistics) => weighed(paper, (count, term) => count * idf(statistics.papers, statistics.df(term))),
  ofOther: (paper, { meanLength }: TermStatistics) =>
    weighed(paper, (count) => (count * (K1 + 1)) / (count + K1 * (1 - B + (B * paper.length) / meanLength))),
};

function weighed({ counts }: TermCounts, weigh: (count: number, term: string) => number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, count] of counts) weights.set(term, weigh(count, term));
  return weights;
}
