/** Where the authors of a paper work, each place once and by a number, as a printed paper has it. Pure. */
import type { Author } from '#model/index.ts';

export interface Numbered {
  readonly places: readonly string[];
  /** For each author in turn, the numbers of the places, from 1. */
  readonly numbers: readonly (readonly number[])[];
}

export function numbered(authors: readonly Author[]): Numbered {
  const known = new Map<string, number>();
  const numbers = authors.map(({ affiliations = [] }) => {
    const own = affiliations.map((place) => {
      const number = known.get(place) ?? known.size + 1;
      known.set(place, number);
      return number;
    });
    return [...new Set(own)];
  });
  return { places: [...known.keys()], numbers };
}
