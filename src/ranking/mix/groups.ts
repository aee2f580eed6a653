/**
 * What a reader is interested in, as groups of the papers they liked: papers that are alike are one interest. The greatest interest
 * would else take every place, because whatever is like many likes scores highest.
 */

/** A paper's terms, one value a column; of length 1, or 0 where it has no words. */
export interface SparseVector {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

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
  /** The group that a paper is nearest to; -1 where it has no word of any. */
  nearest(vector: SparseVector): number;
  /** What a group is about: by what a paper has of it, its score as by a taste is how near it is. The columns ascend. */
  subjectOf(group: number): { readonly columns: Uint32Array; readonly weights: Float32Array };
}

const MOST_GROUPS = 8;
/**
 * From this cosine to the middle of a group on, a paper belongs to it. Between two papers of one subject it is .1 to .3 as a rule, and
 * below .06 between papers of different fields, which share everyday words.
 */
const JOINS = 0.1;
/** Members that groups begin with, before groups that are near become one. */
const SEEDS = 24;
/** No interest has less than one place in twelve. */
const LEAST_SHARE = 1 / 12;

/** @param members what weighs most to say first. One without a word says nothing. */
export function groupsOf(members: readonly Member[], width: number): Groups {
  const local = localColumns(members, width);
  const named = new Map<string, Middle>();
  const free: Member[] = [];
  for (const member of members) {
    const { name, vector, weight } = member;
    if (name === undefined) {
      if (vector.columns.length > 0) free.push(member);
      continue;
    }
    const middle = named.get(name) ?? new Middle(local.size);
    named.set(name, middle);
    middle.add(vector, weight, local);
  }
  const middles = [...named.values()];
  seed(middles, free, local);
  joinNear(middles, named.size);
  const weights = middles.map(({ weight }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const floored = weights.map((weight) => Math.max(weight / whole, LEAST_SHARE));
  const sum = floored.reduce((total, share) => total + share, 0);
  return {
    shares: floored.map((share) => share / sum),
    nearest: (vector) => nearestOf(middles, vector, local).group,
    subjectOf: (group) => (middles[group] as Middle).subject(local),
  };
}

/**
 * Begins groups with the members that are farthest from all that are there, so that a subject of few members has one however many the
 * others have; every other member goes to the nearest.
 */
function seed(middles: Middle[], free: readonly Member[], local: Local): void {
  const nearness = free.map(({ vector }) => nearestOf(middles, vector, local).cosine);
  const isSeed = new Set<number>();
  while (isSeed.size < Math.min(SEEDS, free.length)) {
    let farthest = -1;
    for (let at = 0; at < free.length; at += 1)
      if (!isSeed.has(at) && (farthest < 0 || (nearness[at] as number) < (nearness[farthest] as number))) farthest = at;
    if ((nearness[farthest] as number) >= JOINS) break;
    isSeed.add(farthest);
    const { vector, weight } = free[farthest] as Member;
    const middle = new Middle(local.size);
    middle.add(vector, weight, local);
    middles.push(middle);
    for (const [at, other] of free.entries())
      nearness[at] = Math.max(nearness[at] as number, middle.cosine(other.vector, local));
  }
  for (const [at, { vector, weight }] of free.entries())
    if (!isSeed.has(at)) (middles[nearestOf(middles, vector, local).group] ?? middles[0])?.add(vector, weight, local);
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

/** By column of the window: its place among the columns that members have, plus 1; 0 where none has it. */
interface Local {
  readonly places: Int32Array;
  readonly size: number;
}

/** Groups are kept in the members' columns alone, which are few beside the window's. */
function localColumns(members: readonly Member[], width: number): Local {
  const places = new Int32Array(width);
  let size = 0;
  for (const { vector } of members)
    for (const column of vector.columns)
      if (places[column] === 0) {
        size += 1;
        places[column] = size;
      }
  return { places, size };
}

/** The weighted sum of a group's papers; its direction is the group's subject. */
class Middle {
  readonly #sum: Float32Array;
  #squares = 0;
  weight = 0;

  constructor(columns: number) {
    this.#sum = new Float32Array(columns);
  }

  add({ columns, values }: SparseVector, weight: number, { places }: Local): void {
    for (let at = 0; at < columns.length; at += 1) {
      const place = (places[columns[at] as number] as number) - 1;
      const before = this.#sum[place] as number;
      const now = before + weight * (values[at] as number);
      this.#squares += now * now - before * before;
      this.#sum[place] = now;
    }
    this.weight += weight;
  }

  join(other: Middle): void {
    this.#squares = 0;
    for (let place = 0; place < this.#sum.length; place += 1) {
      const sum = (this.#sum[place] as number) + (other.#sum[place] as number);
      this.#sum[place] = sum;
      this.#squares += sum * sum;
    }
    this.weight += other.weight;
  }

  /** The cosine to the middle of the weightier group that the members of the other have on average. */
  nearness(other: Middle): number {
    const [light, heavy] = this.weight < other.weight ? [this, other] : [other, this];
    if (light.weight === 0 || heavy.#squares <= 0) return 0;
    let sum = 0;
    for (let place = 0; place < this.#sum.length; place += 1)
      sum += (this.#sum[place] as number) * (other.#sum[place] as number);
    return sum / (light.weight * Math.sqrt(heavy.#squares));
  }

  subject({ places }: Local): ReturnType<Groups['subjectOf']> {
    const columns: number[] = [];
    const weights: number[] = [];
    for (let column = 0; column < places.length; column += 1) {
      const place = places[column] as number;
      const weight = place === 0 ? 0 : (this.#sum[place - 1] as number);
      if (weight === 0) continue;
      columns.push(column);
      weights.push(weight);
    }
    return { columns: Uint32Array.from(columns), weights: Float32Array.from(weights) };
  }

  cosine({ columns, values }: SparseVector, { places }: Local): number {
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const place = places[columns[at] as number] as number;
      if (place > 0) sum += (values[at] as number) * (this.#sum[place - 1] as number);
    }
    return this.#squares > 0 ? sum / Math.sqrt(this.#squares) : 0;
  }
}

function nearestOf(middles: readonly Middle[], vector: SparseVector, local: Local): { group: number; cosine: number } {
  let best = { group: -1, cosine: 0 };
  for (const [group, middle] of middles.entries()) {
    const cosine = middle.cosine(vector, local);
    if (cosine > best.cosine) best = { group, cosine };
  }
  return best;
}
