/** Who wrote a paper, whatever kind of record it is, and how they are named in a line. */
import type { Author, Paper } from './paper.ts';

/** The authors of an article or chapter; of a whole book, whose record names none of its own, those of the book. */
export function authorsOf(paper: Paper): readonly Author[] {
  return paper.authors.length > 0 ? paper.authors : (paper.book?.authors ?? []);
}

/** As lists show it: `Quellmark A Jr`, or the name of a group; the fore name where no initials are known. */
export function authorName({ group, last, initials, fore, suffix }: Author): string {
  return group ?? [last, initials ?? fore, suffix].filter((part) => part !== undefined).join(' ');
}
