/** A paper as the counts of its terms, the one form in which every measure of likeness sees it. */

export interface TermCounts {
  /** How often each term stands in it; whoever counts may let a title count several times. */
  readonly counts: ReadonlyMap<string, number>;
  /** The sum of the counts. */
  readonly length: number;
}

/** What is known of all papers together. */
export interface TermStatistics {
  /** How many papers there are. */
  readonly papers: number;
  /** In how many papers a term stands. */
  df(term: string): number;
  /** The mean of the lengths of all papers, counted in the same way. */
  readonly meanLength: number;
}

/** @param times how often each word of the title counts; a word of the abstract counts once. */
export function termCounts(title: readonly string[], abstract: readonly string[], times: number): TermCounts {
  const counts = new Map<string, number>();
  for (const term of title) counts.set(term, (counts.get(term) ?? 0) + times);
  for (const term of abstract) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: title.length * times + abstract.length };
}

/** How rare a term is, as BM25 has it: never negative, near 0 for a term that every paper has. */
export function idf(papers: number, df: number): number {
  return Math.log(1 + (papers - df + 0.5) / (df + 0.5));
}
