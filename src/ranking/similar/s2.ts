/**
 * S2, the measure behind related papers: Σ u_t(c)·u_t(d) / ‖u(d)‖^½ with u_t = idf_t^.35 · tf·(k1+1) / (tf + k1·(1−b+b·l/l̄)).
 * Against BM25 it lets rare terms weigh less, counts both papers alike, and forgives a long paper half of its length.
 */
import { idf } from './term-counts.ts';
import type { TermCounts, TermStatistics } from './term-counts.ts';
import type { Measure } from './measure.ts';

const RARITY = 0.35;
const K1 = 2;
const B = 0.75;
const NORM = 0.5;

export const S2: Measure = {
  titleTimes: 3,
  ofSeed: saturated,
  ofOther(paper, statistics) {
    const weights = saturated(paper, statistics);
    let squares = 0;
    for (const weight of weights.values()) squares += weight * weight;
    if (squares === 0) return weights;
    const norm = Math.sqrt(squares) ** NORM;
    for (const [term, weight] of weights) weights.set(term, weight / norm);
    return weights;
  },
};

function saturated({ counts, length }: TermCounts, statistics: TermStatistics): Map<string, number> {
  const weights = new Map<string, number>();
  const room = K1 * (1 - B + (B * length) / statistics.meanLength);
  for (const [term, count] of counts)
    weights.set(term, (idf(statistics.papers, statistics.df(term)) ** RARITY * count * (K1 + 1)) / (count + room));
  return weights;
}
