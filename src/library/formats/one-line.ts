/** Text of a paper on one line, as formats need it whose line breaks mean something. */
import { plainText } from '#model/index.ts';
import type { Abstract, Author, Paper, RichText } from '#model/index.ts';
import { fullPages } from '../reading-aids/pages.ts';

const BREAKS = /[\s\p{Cc}\u2028\u2029]+/gu;

/** No line breaks, control characters or halves of letters; blanks collapsed. */
export function oneLine(text: RichText): string {
  return plainText(text).toWellFormed().replace(BREAKS, ' ').trim();
}

/** `BACKGROUND: First. RESULTS: Second.`; '' where there is none. */
export function abstractLine(abstract: Abstract | undefined): string {
  return (abstract?.sections ?? [])
    .map(({ label, text }) => (label === undefined ? oneLine(text) : `${oneLine(label)}: ${oneLine(text)}`))
    .join(' ');
}

/** `402-411`, every range in full; the number of a paper that has no pages stands in their place. */
export function placeOf(paper: Paper): string | undefined {
  return paper.pages === undefined ? paper.articleNumber : oneLine(fullPages(paper.pages));
}

/** What stands for the given names of a person: `W F` where only the initials `WF` are known. */
export function givenNames({ fore, initials }: Author): string | undefined {
  if (fore !== undefined || initials === undefined) return fore;
  return /^\p{Lu}{2,4}$/u.test(initials) ? [...initials].join(' ') : initials;
}

/** Headings with their qualifiers, `Delirium/drug therapy/epidemiology`, then the authors' own keywords. */
export function subjectWords(paper: Paper): string[] {
  return [...headings(paper), ...keywords(paper)];
}

export function headings({ mesh = [] }: Paper): string[] {
  return mesh.map(({ name, qualifiers = [] }) => [name, ...qualifiers.map((each) => each.name)].join('/'));
}

export function keywords(paper: Paper): string[] {
  return (paper.keywords ?? []).map(({ text }) => oneLine(text)).filter((word) => word !== '');
}
