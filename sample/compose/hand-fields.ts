/** The field of each paper written by hand, which its nearest neighbours must share. */
import type { Field } from './facts.ts';

const range = (field: Field, ...numbers: readonly number[]): readonly (readonly [string, Field])[] =>
  numbers.map((number) => [`S${String(number).padStart(4, '0')}`, field] as const);

export const FIELDS_BY_HAND: Readonly<Record<string, Field>> = Object.fromEntries(
  [
    ...range('hospital medicine', 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 28, 29, 30, 34, 37),
    ...range('infection', 9, 10, 11, 15, 16, 17, 18, 19, 20, 21),
    ...range('cardiology', 22, 23, 24, 25, 26, 27),
    ...range('health services', 31, 32, 33, 35, 36, 38, 39, 40),
  ].toSorted(([one], [two]) => (one < two ? -1 : 1)),
);
