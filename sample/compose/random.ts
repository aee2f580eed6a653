/** Dice that fall the same way for the same seed, so that the sample library can be made again word for word. */

/** Throws of one paper or one choice; every call moves it on. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from low to high, both possible. */
  readonly between: (low: number, high: number) => number;
  /** True in that share of throws. */
  readonly chance: (share: number) => boolean;
  /** @throws Error where there is nothing to pick from. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** Some of them, in the order given. */
  readonly some: <T>(from: readonly T[], count: number) => T[];
  /** About 0, spread 1. */
  readonly normal: () => number;
}

/** @param seed any text: the same text gives the same throws on every machine. */
export function dice(seed: string): Dice {
  let state = hash(seed);
  const next = (): number => {
    // Mulberry32: whole-number arithmetic alone, so no machine rounds differently.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[between(0, from.length - 1)];
    if (picked === undefined) throw new Error(`There is nothing to pick from for “${seed}”.`);
    return picked;
  };
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = from.map((item, index) => ({ item, index }));
    while (left.length > count) left.splice(between(0, left.length - 1), 1);
    return left.map(({ item }) => item);
  };
  // The sum of twelve throws is near enough to a normal one and needs no logarithm.
  const normal = (): number => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
  return { next, between, chance: (share) => next() < share, pick, some, normal };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
