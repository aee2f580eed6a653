/** An order in which every interest keeps its share of the places, from the first on. */

/**
 * Fills place after place from the group that is owed most (divisors 1, 3, 5 …: the method of Webster and Sainte-Laguë), by its
 * papers' own order. A paper of no group takes part as one of the group that has its turn, so that it comes where its score brings it.
 * @param groups of each entry of the order, best first; -1 for none.
 * @param places how many of the first places are filled so; what is left follows in its own order.
 * @returns the entries' numbers in the new order.
 */
export function mixed(groups: ArrayLike<number>, shares: readonly number[], places: number): Uint32Array {
  const queues: number[][] = shares.map(() => []);
  const free: number[] = [];
  for (let entry = 0; entry < groups.length; entry += 1) (queues[groups[entry] as number] ?? free).push(entry);
  const heads = queues.map(() => 0);
  const taken = queues.map(() => 0);
  let freeHead = 0;
  const order = new Uint32Array(groups.length);
  const isPlaced = new Uint8Array(groups.length);
  let filled = 0;
  while (filled < places) {
    const group = owed(queues, heads, taken, shares);
    const own = group === undefined ? undefined : (queues[group] as number[])[heads[group] as number];
    const other = free[freeHead];
    if (own === undefined && other === undefined) break;
    const takesFree = own === undefined || (other !== undefined && other < own);
    const entry = (takesFree ? other : own) as number;
    if (takesFree) freeHead += 1;
    else heads[group as number] = (heads[group as number] as number) + 1;
    if (group !== undefined) taken[group] = (taken[group] as number) + 1;
    order[filled] = entry;
    isPlaced[entry] = 1;
    filled += 1;
  }
  for (let entry = 0; entry < groups.length; entry += 1)
    if (isPlaced[entry] === 0) {
      order[filled] = entry;
      filled += 1;
    }
  return order;
}

/** Of equal claims, the group whose next paper scores higher goes first. */
function owed(
  queues: readonly (readonly number[])[],
  heads: readonly number[],
  taken: readonly number[],
  shares: readonly number[],
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [group, queue] of queues.entries()) {
    const next = queue[heads[group] as number];
    if (next === undefined) continue;
    const claim = (shares[group] as number) / (2 * (taken[group] as number) + 1);
    const isEqual = best !== undefined && Math.abs(claim - most) < 1e-12;
    const goesFirst =
      isEqual && next < ((queues[best as number] as readonly number[])[heads[best as number] as number] as number);
    if (claim > most + 1e-12 || goesFirst) [best, most] = [group, claim];
  }
  return best;
}
