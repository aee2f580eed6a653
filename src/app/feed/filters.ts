/** What never comes into a reader's feed: what they leave out, and what they have dealt with. */
import type { LeftOut } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import { topicKey } from './facts.ts';
import type { PaperFacts } from './facts.ts';
import type { ReaderView } from './view.ts';

/** Tells papers that may be shown from those that never are: notices, and papers that their record or another says are retracted. */
export function showable({ facts }: Collection): (paper: PaperFacts) => boolean {
  const retracted = new Set(facts.flatMap(({ retracts = [] }) => retracts));
  return ({ id, isNever }) => !isNever && !retracted.has(id);
}

/** By row: 1 for papers that pass what the reader leaves out. Notices, and papers that were retracted, never pass. */
export function passing(collection: Collection, leftOut: LeftOut): Uint8Array {
  const isShowable = showable(collection);
  const types = new Set(leftOut.types.map(topicKey));
  const journals = new Set(leftOut.journals.map(topicKey));
  const languages = new Set(leftOut.onlyLanguages);
  const noAnimals = leftOut.species.includes('animals-only');
  const verdicts = new Map<string, boolean>();
  const isOut = (kind: string, value: string, look: () => boolean): boolean => {
    const key = `${kind} ${value}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = look();
    verdicts.set(key, verdict);
    return verdict;
  };
  const passes = (paper: PaperFacts): boolean => {
    const { journal } = paper;
    if (!isShowable(paper)) return false;
    if (noAnimals && paper.isOnAnimalsAlone) return false;
    if (languages.size > 0 && !paper.languages.some((language) => languages.has(language))) return false;
    if (journal !== undefined && isOut('journal', journal, () => journals.has(topicKey(journal)))) return false;
    return !paper.types.some((type) => isOut('type', type, () => types.has(topicKey(type))));
  };
  return Uint8Array.from(collection.facts, (paper) => (passes(paper) ? 1 : 0));
}

/** Takes what the reader has dealt with out of those that pass. */
export function still(passed: Uint8Array, { rowOf }: Collection, { away }: ReaderView): Uint8Array {
  const left = passed.slice();
  for (const id of away) {
    const row = rowOf.get(id);
    if (row !== undefined) left[row] = 0;
  }
  return left;
}
