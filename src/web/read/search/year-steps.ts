/** Cuts a span of years into as many bars as can still be seen. Pure. */
import type { Facets } from '#api/index.ts';

/** In the width of the filters, more bars than this are a smear. */
const MOST_BARS = 42;

/** Counts from the first year to the last, years without a paper included, `step` years to a bar. */
export function inSteps(years: Facets['years']): { bars: number[]; step: number; first: number; last: number } {
  const known = years.map(({ year }) => year);
  const first = Math.min(...known);
  const last = Math.max(...known);
  if (known.length === 0) return { bars: [], step: 1, first: 0, last: 0 };
  const step = [1, 2, 5, 10, 25, 100].find((size) => (last - first + 1) / size <= MOST_BARS) ?? 250;
  const bars = Array.from({ length: Math.ceil((last - first + 1) / step) }, () => 0);
  for (const { year, count } of years) {
    const at = Math.floor((year - first) / step);
    bars[at] = (bars[at] ?? 0) + count;
  }
  return { bars, step, first, last };
}
