/** What the feed believes of a reader, term by term: the strongest weights of their taste, and everything they said of terms themselves. */
import { vectorOf } from '#ranking/index.ts';
import type { Phrase, Taste } from '#ranking/index.ts';
import type { Stance } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import type { Examples, Told } from './examples.ts';
import { telling } from './why.ts';
import type { ReaderView } from './view.ts';

export interface Believed {
  readonly stems: Phrase;
  /** From -1 to 1: a share of the strongest weight; 0 for what is forgotten or has no weight. */
  readonly weight: number;
  readonly stance?: Stance;
  /** In how many liked papers it stands, and in how many with “less”. */
  readonly likes: number;
  readonly lesses: number;
}

const FOR = 16;
const AGAINST = 6;
const LOOKED_AT = 200;

export function beliefsOf(
  collection: Collection,
  taste: Taste,
  examples: Examples,
  { stances }: ReaderView,
): Believed[] {
  const { window } = collection;
  const order = Array.from(taste.columns, (_, at) => at).sort(
    (one, other) => Math.abs(taste.weights[other] as number) - Math.abs(taste.weights[one] as number),
  );
  const termsOf = (isFor: boolean): Phrase[] =>
    order
      .filter((at) => (taste.weights[at] as number) > 0 === isFor && taste.weights[at] !== 0)
      .slice(0, LOOKED_AT)
      .map((at) => window.stemsOf(taste.columns[at] as number) as Phrase);
  const said = stances.map(({ stems }) => stems as unknown as Phrase);
  const known = new Set(said.map((stems) => stems.join(' ')));
  const learned = [...telling(termsOf(true), FOR), ...telling(termsOf(false), AGAINST)];
  const strongest = Math.abs((taste.weights[order[0] ?? 0] as number | undefined) ?? 0);
  const terms = [...said, ...learned.filter((stems) => !known.has(stems.join(' ')))];
  return terms
    .map((stems): Believed => {
      const column = window.columnOf(stems);
      const at = column === undefined ? -1 : taste.columns.indexOf(column);
      const stance = stances.find((each) => each.stems.join(' ') === stems.join(' '))?.stance;
      return {
        stems,
        weight: at < 0 || strongest === 0 ? 0 : (taste.weights[at] as number) / strongest,
        ...(stance === undefined ? {} : { stance }),
        likes: having(collection, examples.liked, column),
        lesses: having(collection, examples.disliked, column),
      };
    })
    .sort((one, other) => other.weight - one.weight);
}

function having({ window }: Collection, told: readonly Told[], column: number | undefined): number {
  if (column === undefined) return 0;
  return told.filter(({ paper, example }) => paper !== undefined && vectorOf(window, example).columns.includes(column))
    .length;
}
