/** nDCG@10, by which rankings of related papers are compared: how much of what was sought stands high among the first ten. */

const DEPTH = 10;

/**
 * @param isRelevant of each place from the first on; places beyond the tenth do not count.
 * @param relevant how many there are to be found; 1 is then the best there can be, whatever the number.
 * @returns 0 where there is nothing to be found.
 */
export function ndcg10(isRelevant: readonly boolean[], relevant: number): number {
  if (relevant === 0) return 0;
  const gain = isRelevant.slice(0, DEPTH).reduce((sum, hit, place) => sum + (hit ? discount(place) : 0), 0);
  let best = 0;
  for (let place = 0; place < Math.min(relevant, DEPTH); place += 1) best += discount(place);
  return gain / best;
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}
