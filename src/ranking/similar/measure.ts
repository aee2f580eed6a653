/**
 * What a measure of likeness is: each paper gets a weight for each of its terms, and the score of two papers is the sum over the
 * terms they share of one weight times the other.
 */
import type { TermCounts, TermStatistics } from './term-counts.ts';

export type TermWeights = ReadonlyMap<string, number>;

export interface Measure {
  /** How often a word of the title counts. */
  readonly titleTimes: number;
  /** Of the paper that others are sought for. */
  ofSeed(paper: TermCounts, statistics: TermStatistics): TermWeights;
  /** Of a paper that may be like it. */
  ofOther(paper: TermCounts, statistics: TermStatistics): TermWeights;
}

/** The score of two papers; 0 where they share no term. */
export function product(seed: TermWeights, other: TermWeights): number {
  let sum = 0;
  for (const [term, weight] of seed) sum += weight * (other.get(term) ?? 0);
  return sum;
}
