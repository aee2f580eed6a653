/** Dice that fall alike each time, so that measurements of two days are of the same. */

/** Mulberry32 (Tommy Ettinger, 2017, public domain). @returns a throw: a whole number from 0 to below `sides`. */
export function diceOf(state: number): (sides: number) => number {
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) * sides) / 2 ** 32);
  };
}
