/**
 * What a reader is interested in, as groups of the papers they liked: papers that are alike are one interest. The greatest interest
 * would else take every place, because whatever is like many likes scores highest.
 */
import { localColumns, Middle, placed } from './middle.ts';
import type { SparseVector } from './middle.ts';

export type { SparseVector } from './middle.ts';

export interface Member {
  readonly vector: SparseVector;
  /** Above 0; below 1 where the opinion has faded. */
  readonly weight: number;
  /** Members with the same name are one interest whatever their words: one that the reader chose. */
  readonly name?: string;
}

export interface Groups {
  /** Of the places, by group; they add up to 1. Empty without members. */
  readonly shares: readonly number[];
  /** The group that a paper is of; -1 where it has too little of any. */
  nearest(vector: SparseVector): number;
}

const MOST_GROUPS = 8;
/**
 * From this cosine to the middle of a group on, a paper belongs to it. Between two papers of one subject it is .1 to .3 as a rule, and
 * below .06 between papers of different fields, which share everyday words.
 */
const JOINS = 0.1;
/** Below this cosine to all of them a paper is of no group: of papers of other fields one in twenty is above. */
const BELONGS = 0.05;
/** Members that groups begin with, before groups that are near become one. */
const SEEDS = 16;
/** No interest has less than one place in twelve. */
const LEAST_SHARE = 1 / 12;

/** @param members what weighs most to say first. One without a word says nothing. */
export function groupsOf(members: readonly Member[], width: number): Groups {
  const local = localColumns(members, width);
  const named = new Map<string, Middle>();
  const free: Member[] = [];
  for (const { name, vector: whole, weight } of members) {
    const vector = placed(whole, local);
    if (name === undefined) {
      if (vector.columns.length > 0) free.push({ vector, weight });
      continue;
    }
    const middle = named.get(name) ?? new Middle(local.size);
    named.set(name, middle);
    middle.add(vector, weight);
  }
  const middles = [...named.values()];
  seed(middles, free, local.size);
  joinNear(middles, named.size);
  const weights = middles.map(({ weight }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const floored = weights.map((weight) => Math.max(weight / whole, LEAST_SHARE));
  const sum = floored.reduce((total, share) => total + share, 0);
  return {
    shares: floored.map((share) => share / sum),
    nearest(vector) {
      const { group, cosine } = nearestOf(middles, placed(vector, local));
      return cosine >= BELONGS ? group : -1;
    },
  };
}

/**
 * Begins groups with the members that are farthest from all that are there, so that a subject of few members has one however many the
 * others have; every other member goes to the nearest.
 */
function seed(middles: Middle[], free: readonly Member[], columns: number): void {
  const nearness = free.map(({ vector }) => nearestOf(middles, vector).cosine);
  const isSeed = new Set<number>();
  while (isSeed.size < Math.min(SEEDS, free.length)) {
    let farthest = -1;
    for (let at = 0; at < free.length; at += 1)
      if (!isSeed.has(at) && (farthest < 0 || (nearness[at] as number) < (nearness[farthest] as number))) farthest = at;
    if ((nearness[farthest] as number) >= JOINS) break;
    isSeed.add(farthest);
    const { vector, weight } = free[farthest] as Member;
    const middle = new Middle(columns);
    middle.add(vector, weight);
    middles.push(middle);
    for (const [at, other] of free.entries())
      nearness[at] = Math.max(nearness[at] as number, middle.cosine(other.vector));
  }
  for (const [at, { vector, weight }] of free.entries())
    if (!isSeed.has(at)) (middles[nearestOf(middles, vector).group] ?? middles[0])?.add(vector, weight);
}

/**
 * Groups that are near become one, the nearest first, and so do the nearest of too many.
 * @param named the first so many are interests that were chosen, which stay apart.
 */
function joinNear(middles: Middle[], named: number): void {
  const near = middles.map((one) => middles.map((other) => one.nearness(other)));
  for (;;) {
    let best = { one: -1, other: -1, nearness: -1 };
    for (let other = named; other < middles.length; other += 1)
      for (let one = 0; one < other; one += 1) {
        const nearness = (near[one] as number[])[other] as number;
        if (nearness > best.nearness) best = { one, other, nearness };
      }
    const { one, other, nearness } = best;
    if (other < 0 || (nearness < JOINS && middles.length <= MOST_GROUPS)) return;
    const joined = middles[one] as Middle;
    joined.join(middles[other] as Middle);
    for (const list of [middles, near, ...near] as unknown[][]) list.splice(other, 1);
    for (const [at, each] of middles.entries()) {
      const again = joined.nearness(each);
      (near[one] as number[])[at] = again;
      (near[at] as number[])[one] = again;
    }
  }
}

function nearestOf(middles: readonly Middle[], vector: SparseVector): { group: number; cosine: number } {
  let best = { group: -1, cosine: 0 };
  for (const [group, middle] of middles.entries()) {
    const cosine = middle.cosine(vector);
    if (cosine > best.cosine) best = { group, cosine };
  }
  return best;
}
