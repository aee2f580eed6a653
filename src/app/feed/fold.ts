/** Papers whose titles agree nearly are one paper, such as a preprint and what a journal made of it: the first of them stands for all. */
import { titlesAgree } from '../title-fold.ts';
import type { PaperFacts } from './facts.ts';

/** A title is looked for among those that have one of its longest words, so that not every title is held against every other. */
const WORDS_LOOKED_AT = 3;

/**
 * @param order rows, the best first.
 * @param among the first so many are folded; what comes after them stays as it is.
 */
export function folded(facts: readonly PaperFacts[], order: Uint32Array, among: number): Uint32Array {
  const byWord = new Map<string, PaperFacts[]>();
  const isKept = (row: number): boolean => {
    const paper = facts[row] as PaperFacts;
    const words = longest(paper.titleStems);
    const near = words.flatMap((word) => byWord.get(word) ?? []);
    if (near.some((other) => titlesAgree(other.titleStems, paper.titleStems))) return false;
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), paper]);
    return true;
  };
  return order.filter((row, place) => place >= among || isKept(row));
}

/** Titles that agree by 85 in 100 words share all but the odd one of their longest. */
function longest(words: ReadonlySet<string>): string[] {
  return [...words].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).slice(0, WORDS_LOOKED_AT);
}
