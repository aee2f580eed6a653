/** Why a paper stands where it stands: the terms that raise it most, the liked paper it is most like, what the reader chose. */
import type { RecordId } from '#model/index.ts';
import { isTelling, partsOf, signatureOf, vectorOf } from '#ranking/index.ts';
import type { Phrase, SparseVector } from '#ranking/index.ts';
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
const LIKED_LOOKED_AT = 8;

/** By column: set for one paper at a time, and empty in between. */
let scratch = new Float32Array(0);

export function whyOf(
  collection: Collection,
  { taste, examples }: Pick<Ranking, 'taste' | 'examples'>,
  interests: readonly Interest[],
  row: number,
): WhyParts {
  const { window, facts } = collection;
  const paper = facts[row] as PaperFacts;
  const terms: Phrase[] = [];
  for (const { column, weight } of partsOf(window, taste, row)) {
    if (terms.length === LOOKED_AT) break;
    const stems = weight > 0 ? (window.stemsOf(column) as Phrase) : undefined;
    if (stems?.every(isTelling) === true) terms.push(stems);
  }
  const liked = mostAlike(collection, examples.liked, row);
  return {
    phrases: telling(terms, TERMS_SHOWN),
    ...(liked === undefined ? {} : { liked }),
    chosen: interests.filter((interest) => belongsTo(interest)(paper)),
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

/** By the strongest terms of both first, and then by all terms of the nearest few. */
function mostAlike({ window, signature }: Collection, liked: readonly Told[], row: number): RecordId | undefined {
  if (scratch.length < window.width) scratch = new Float32Array(window.width);
  const own = signature(row);
  lay(own);
  const near: { readonly told: Told; readonly cosine: number }[] = [];
  for (const told of liked) {
    const { paper, example } = told;
    if (paper === undefined || ('row' in example && example.row === row)) continue;
    const cosine = laidAgainst('row' in example ? signature(example.row) : signatureOf(window, example));
    near.push({ told, cosine });
  }
  lift(own);
  const whole = vectorOf(window, { row, weight: 1 });
  lay(whole);
  let best: RecordId | undefined;
  let nearest = ALIKE;
  for (const { told } of near.sort((one, other) => other.cosine - one.cosine).slice(0, LIKED_LOOKED_AT)) {
    const cosine = laidAgainst(vectorOf(window, told.example));
    if (cosine >= nearest) [best, nearest] = [told.paper, cosine];
  }
  lift(whole);
  return best;
}

function lay({ columns, values }: SparseVector): void {
  for (let at = 0; at < columns.length; at += 1) scratch[columns[at] as number] = values[at] as number;
}

function lift({ columns }: SparseVector): void {
  for (let at = 0; at < columns.length; at += 1) scratch[columns[at] as number] = 0;
}

function laidAgainst({ columns, values }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1)
    sum += (values[at] as number) * (scratch[columns[at] as number] as number);
  return sum;
}
