/** Dice that fall alike each time, so that measurements of two days are of the same. */
import { diceOf } from '#ranking/index.ts';

/** @returns a throw: a whole number from 0 to below `sides`. */
export function throwsOf(seed: number): (sides: number) => number {
  const dice = diceOf(seed);
  return (sides) => Math.floor(dice() * sides);
}
