/** Why a paper stands where it stands: the terms that raise it most, the liked paper it is most like, what the reader chose. */
import type { RecordId } from '#model/index.ts';
import { isTelling, partsOf, signatureOf, vectorOf } from '#ranking/index.ts';
import type { Phrase } from '#ranking/index.ts';
import type { Interest } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import { belongsTo } from './examples.ts';
import type { Told } from './examples.ts';
import type { PaperFacts } from './facts.ts';
import type { Ranking } from './ranking.ts';

export interface WhyParts {
  /** Stems of terms that raise the score, the strongest first. */
  readonly phrases: readonly Phrase[];
  readonly liked?: RecordId;
  /** Interests that it is of. */
  readonly chosen: readonly Interest[];
}

const TERMS_SHOWN = 3;
/** Of the strongest terms that say something, those among which a pair of words is preferred to its words. */
const LOOKED_AT = 24;
/** From this cosine on, two papers are alike in a way that a reader sees. */
const ALIKE = 0.1;
/** Liked papers that are compared term by term. */
const LIKED_LOOKED_AT = 4;

/** Tells why, paper after paper, for one ranking. */
export function whyTeller(
  collection: Collection,
  { taste, examples }: Pick<Ranking, 'taste' | 'examples'>,
  interests: readonly Interest[],
): (row: number) => WhyParts {
  const { window, facts } = collection;
  const alike = likedBySubject(collection, examples.liked);
  return (row) => {
    const paper = facts[row] as PaperFacts;
    const terms: Phrase[] = [];
    for (const { column, weight } of partsOf(window, taste, row)) {
      if (terms.length === LOOKED_AT) break;
      const stems = weight > 0 ? (window.stemsOf(column) as Phrase) : undefined;
      if (stems?.every(isTelling) === true) terms.push(stems);
    }
    const liked = mostAlike(collection, alike(row), row);
    return {
      phrases: telling(terms, TERMS_SHOWN),
      ...(liked === undefined ? {} : { liked }),
      chosen: interests.filter((interest) => belongsTo(interest)(paper)),
    };
  };
}

/**
 * The terms that say something, each word in one of them only. Where a word stands in a pair that is named as well, the pair stands for it.
 * @param terms the strongest first.
 */
export function telling(terms: readonly Phrase[], most: number): Phrase[] {
  const said = terms.filter((term) => term.every(isTelling));
  const pairs = said.filter((term) => term.length === 2);
  const used = new Set<string>();
  const chosen: Phrase[] = [];
  for (const term of said) {
    if (chosen.length === most) break;
    if (term.some((stem) => used.has(stem))) continue;
    const pair = pairs.find((each) => each.includes(term[0]) && each.every((stem) => !used.has(stem))) ?? term;
    for (const stem of pair) used.add(stem);
    chosen.push(pair);
  }
  return chosen;
}

/** Finds the liked papers whose strongest words are nearest to those of a paper, without looking at all of them. */
function likedBySubject({ window, signature }: Collection, liked: readonly Told[]): (row: number) => Told[] {
  const having = new Map<number, { readonly told: number; readonly value: number }[]>();
  for (const [at, { paper, example }] of liked.entries()) {
    if (paper === undefined) continue;
    const { columns, values } = 'row' in example ? signature(example.row) : signatureOf(window, example);
    for (let place = 0; place < columns.length; place += 1) {
      const list = having.get(columns[place] as number) ?? [];
      list.push({ told: at, value: values[place] as number });
      having.set(columns[place] as number, list);
    }
  }
  const sums = new Float32Array(liked.length);
  return (row) => {
    const { columns, values } = signature(row);
    sums.fill(0);
    for (let place = 0; place < columns.length; place += 1)
      for (const { told, value } of having.get(columns[place] as number) ?? [])
        sums[told] = (sums[told] as number) + value * (values[place] as number);
    const near = liked.filter(
      ({ paper, example }) => paper !== undefined && !('row' in example && example.row === row),
    );
    const nearness = new Map(liked.map((told, at) => [told, sums[at] as number]));
    return near
      .sort((one, other) => (nearness.get(other) as number) - (nearness.get(one) as number))
      .slice(0, LIKED_LOOKED_AT);
  };
}

/** By all terms. */
function mostAlike({ window }: Collection, near: readonly Told[], row: number): RecordId | undefined {
  const own = vectorOf(window, { row, weight: 1 });
  const values = new Map(Array.from(own.columns, (column, at) => [column, own.values[at] as number]));
  let best: RecordId | undefined;
  let nearest = ALIKE;
  for (const { paper, example } of near) {
    const other = vectorOf(window, example);
    const cosine = other.columns.reduce(
      (sum, column, at) => sum + (values.get(column) ?? 0) * (other.values[at] as number),
      0,
    );
    if (cosine >= nearest) [best, nearest] = [paper, cosine];
  }
  return best;
}
