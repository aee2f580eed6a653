/** How many new papers an interest brings, and what kind of thing it is, in words. Pure. */
import type { ChoicesAnswer, InterestChoice } from '#api/index.ts';
import { number, papers } from '../parts/words.ts';

type Counted = ChoicesAnswer['counted'];

/** `41 new a month`; `41 papers` where too few came in lately to say so. */
export function newOnes({ count }: Pick<InterestChoice, 'count'>, counted: Counted): string {
  if (counted === 'window') return papers(count);
  return count === 0 ? 'none new this month' : `${number(count)} new a month`;
}

const KINDS: Readonly<Record<InterestChoice['kind'], string | undefined>> = {
  topic: undefined,
  specialty: 'specialty',
  journal: 'journal',
};

/** What a name alone would not tell; nothing for a topic, which is what one expects. */
export function kindInWords({ kind }: Pick<InterestChoice, 'kind'>): string | undefined {
  return KINDS[kind];
}

/** What the numbers beside the choices are of. */
export const COUNTS: Readonly<Record<Counted, string>> = {
  month: 'The number is how many new papers came in the last thirty days.',
  window: 'The number is how many papers of this library are about it; few came in lately.',
};
