/** How much a term counts by how often it stands in a paper, and by in how many papers it stands. */
import { MOST_COUNT } from './settings.ts';

/** By how often a term stands in a paper: 1 + ln of it. */
export const GROWTH = Float64Array.from({ length: MOST_COUNT + 1 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
);

/** The smooth inverse document frequency. */
export function rarityOf(papers: number, papersWith: number): number {
  return 1 + Math.log((1 + papers) / (1 + papersWith));
}
