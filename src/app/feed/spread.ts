/** Several interests stay present among the first places, also where one of them has more papers than are looked at. */
import { candidates, groupsOf, mixed, vectorOf } from '#ranking/index.ts';
import type { Groups } from '#ranking/index.ts';
import type { Collection } from './collection.ts';
import type { Examples } from './examples.ts';
import { folded } from './fold.ts';

/** Of the best, those among which interests are mixed and duplicates folded. */
export const MIXED_FROM = 1_000;
const MIXED_PLACES = 120;
/** Papers nearest to an interest that are scored for it, where it has too few among the best. */
const SOUGHT = 200;

export interface Scoring {
  /** By row, whether it may be shown. */
  readonly open: Uint8Array;
  /** The best first. */
  sorted(rows: Uint32Array): Uint32Array;
}

/** @param order by score, duplicates folded. */
export function spread(collection: Collection, { liked }: Examples, order: Uint32Array, scoring: Scoring): Uint32Array {
  const { window } = collection;
  const groups = groupsOf(
    liked.map(({ example, interest }) => ({
      vector: vectorOf(window, example),
      weight: example.weight,
      ...(interest === undefined ? {} : { name: `${interest.kind} ${interest.value}` }),
    })),
    window.width,
  );
  if (groups.shares.length < 2) return order;
  const groupIn = (row: number): number => groups.nearest(vectorOf(window, { row, weight: 1 }));
  const best = order.subarray(0, MIXED_FROM);
  const groupOf = new Map(Array.from(best, (row) => [row, groupIn(row)]));
  const sought = soughtFor(collection, groups, groupOf, scoring);
  for (const row of sought) groupOf.set(row, groupIn(row));
  const both = Uint32Array.from([...best, ...sought]);
  const front = sought.length === 0 ? best : folded(collection.facts, both, both.length);
  const places = mixed(
    Int32Array.from(front, (row) => groupOf.get(row) as number),
    groups.shares,
    MIXED_PLACES,
  );
  const placed = Array.from(places.subarray(0, MIXED_PLACES), (at) => front[at] as number);
  const isPlaced = new Set(placed);
  return Uint32Array.from([...placed, ...order.filter((row) => !isPlaced.has(row))]);
}

/** For interests that have fewer papers among the best than they have places: what is nearest to them, by its score. */
function soughtFor(
  { window }: Collection,
  { shares, nearest, subjectOf }: Groups,
  groupOf: ReadonlyMap<number, number>,
  { open, sorted }: Scoring,
): Uint32Array {
  const counts = shares.map(() => 0);
  for (const group of groupOf.values()) if (group >= 0) counts[group] = (counts[group] as number) + 1;
  const rows = new Set<number>();
  for (const [group, share] of shares.entries()) {
    if ((counts[group] as number) >= share * MIXED_PLACES) continue;
    for (const row of candidates(window, subjectOf(group), SOUGHT, open))
      if (!groupOf.has(row) && nearest(vectorOf(window, { row, weight: 1 })) === group) rows.add(row);
  }
  return sorted(Uint32Array.from(rows));
}
