/** Who wrote a paper, whatever kind of record it is. */
import type { Author, Paper } from './paper.ts';

/** The authors of an article or chapter; of a whole book, whose record names none of its own, those of the book. */
export function authorsOf(paper: Paper): readonly Author[] {
  return paper.authors.length > 0 ? paper.authors : (paper.book?.authors ?? []);
}
