/** How alike two texts are: shared runs of words, and the overlap of shingles. */

/** Lower-case words and figures, in order. */
export function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(String);
}

/** Every run of so many words. */
export function runsOf(text: string, length: number): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) runs.add(words.slice(at, at + length).join(' '));
  return runs;
}

/** Share of what either has that both have: 0 to 1. */
export function jaccard(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  const [small, large] = one.size < two.size ? [one, two] : [two, one];
  let both = 0;
  for (const item of small) if (large.has(item)) both += 1;
  return both === 0 ? 0 : both / (one.size + two.size - both);
}
