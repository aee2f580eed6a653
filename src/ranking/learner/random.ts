/** Chance that can be repeated: the same seed gives the same draws everywhere. */

/** @returns the next draw, evenly from 0 up to 1, exclusive. */
export type Dice = () => number;

/** The generator mulberry32 by Tommy Ettinger (2017, public domain): 32 bits of state, enough to draw samples. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts numbers into an order by chance, in place, each order as likely as any other. */
export function shuffle(numbers: Uint32Array | number[], dice: Dice): void {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = Math.floor(dice() * (last + 1));
    const kept = numbers[last] as number;
    numbers[last] = numbers[other] as number;
    numbers[other] = kept;
  }
}

/** A sample without repeats, of all where there are no more than that; every member is as likely as any other. */
export function sampleOf(members: ArrayLike<number>, size: number, dice: Dice): number[] {
  if (members.length <= size) return Array.from(members);
  const taken = new Map<number, number>();
  const sample: number[] = [];
  for (let first = 0; first < size; first += 1) {
    const at = first + Math.floor(dice() * (members.length - first));
    sample.push(members[taken.get(at) ?? at] as number);
    taken.set(at, taken.get(first) ?? first);
  }
  return sample;
}
