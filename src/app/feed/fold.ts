/** Papers whose titles agree nearly are one paper, such as a preprint and what a journal made of it: the first of an order stands for all. */
import { titlesAgree } from '../title-fold.ts';
import type { PaperFacts } from './facts.ts';

/** A title is looked for among those that have two of its longest words, so that not every title is held against every other. */
const WORDS_LOOKED_AT = 3;
/** Titles under the same two words, beyond which they are series such as “Correction to” and not one paper. */
const MOST_ALIKE = 40;

/** By row, the first row that is the same paper; its own where there is none. */
export function samePapers(facts: readonly PaperFacts[]): Uint32Array {
  const byWords = new Map<string, number[]>();
  const same = Uint32Array.from(facts, (_, row) => row);
  for (const [row, { titleStems }] of facts.entries()) {
    const keys = keysOf(titleStems);
    for (const key of keys) {
      const other = (byWords.get(key) ?? []).find((each) =>
        titlesAgree((facts[each] as PaperFacts).titleStems, titleStems),
      );
      if (other === undefined) continue;
      same[row] = same[other] as number;
      break;
    }
    for (const key of keys) {
      const rows = byWords.get(key) ?? [];
      if (rows.length < MOST_ALIKE) rows.push(row);
      byWords.set(key, rows);
    }
  }
  return same;
}

/** The rows of an order without those whose paper stands before them under another record. */
export function folded(sameAs: Uint32Array, order: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  return order.filter((row) => {
    const paper = sameAs[row] as number;
    if (seen.has(paper)) return false;
    seen.add(paper);
    return true;
  });
}

/** Titles that agree by 85 in 100 words share at least two of their three longest, as a rule. */
function keysOf(words: ReadonlySet<string>): string[] {
  const [first, second, third] = [...words]
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .slice(0, WORDS_LOOKED_AT);
  if (first === undefined || second === undefined || third === undefined) return [];
  return [`${first} ${second}`, `${first} ${third}`, `${second} ${third}`];
}
