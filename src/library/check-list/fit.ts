/** How a paper of the library fits a reference: its title, its first author, its year, its place; and what speaks against it. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { wordForms } from '#text/index.ts';
import { authorAgreement, hasJournal, hasPlace, yearAgreement } from './agreement.ts';
import type { Agreement } from './agreement.ts';
import { bestTitle } from './fit-of-title.ts';
import type { FitOfTitle } from './fit-of-title.ts';
import type { Reference } from './reference.ts';
import type { ReferenceWords } from './reference-words.ts';

export interface Fit extends FitOfTitle {
  readonly paper: Paper;
  /** Share of what the reference says of a title that this title has, in any order. */
  readonly covered: number;
  readonly author: Agreement;
  readonly year: Agreement;
  /** Volume and first page both stand in the reference. */
  readonly hasPlace: boolean;
  readonly hasJournal: boolean;
}

/** Pure: what is made of it is for `verdictOf` to say. */
export function fitOf(reference: Reference, words: ReferenceWords, paper: Paper): Fit {
  const best = bestTitle(reference, words, paper);
  const agreed = authorAgreement(paper, reference, words);
  return {
    paper,
    ...best,
    covered: covered(paper, words),
    author: best.isAll && agreed !== 'agrees' ? 'unknown' : agreed,
    year: yearAgreement(paper, reference, words),
    hasPlace: hasPlace(paper, reference),
    hasJournal: hasJournal(paper, words),
  };
}

/** Few words of a title still say something where all of them are in it. */
function covered(paper: Paper, { said }: ReferenceWords): number {
  if (said.length < 2) return 0;
  const title = new Set([paper.title, paper.vernacularTitle ?? ''].flatMap((text) => wordForms(plainText(text))));
  return said.filter((form) => title.has(form)).length / said.length;
}
