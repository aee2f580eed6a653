/** References to a paper as six styles write them, for checking that the paper is found again. */
import { authorsOf, plainText } from '#model/index.ts';
import type { Author, Paper } from '#model/index.ts';

interface Parts {
  readonly authors: readonly Author[];
  readonly title: string;
  readonly journal: string;
  readonly short: string;
  readonly year: number | undefined;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
}

const partsOf = (paper: Paper): Parts => ({
  authors: authorsOf(paper),
  title: plainText(paper.title)
    .replace(/^\[(.*)\]\.?$/, '$1')
    .replace(/\.$/, ''),
  journal: paper.journal?.title ?? '',
  short: paper.journal?.abbreviation ?? paper.journal?.title ?? '',
  year: (paper.published ?? paper.publishedOnline)?.year,
  volume: paper.journal?.volume ?? '',
  issue: paper.journal?.issue === undefined ? '' : `(${paper.journal.issue})`,
  pages: paper.pages ?? paper.articleNumber ?? '',
});

const initials = ({ initials: given, fore = '' }: Author): string =>
  given ??
  fore
    .split(/[\s-]/)
    .map((name) => name[0] ?? '')
    .join('');
const dotted = (author: Author): string => Array.from(initials(author), (letter) => `${letter}.`).join(' ');
const plain = (author: Author): string => author.group ?? `${author.last} ${initials(author)}`;
const inverted = (author: Author): string => author.group ?? `${author.last}, ${dotted(author)}`;
const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const listed = (names: readonly string[], last: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;

export const STYLES: Readonly<Record<string, (paper: Paper) => string>> = {
  vancouver(paper) {
    const { authors, title, short, year, volume, issue, pages } = partsOf(paper);
    const names = authors.slice(0, 6).map(plain).join(', ') + (authors.length > 6 ? ', et al' : '');
    return `${ended(names)} ${ended(title)} ${short}. ${year};${volume}${issue}:${pages}.`;
  },
  apa(paper) {
    const { authors, title, journal, year, volume, issue, pages } = partsOf(paper);
    const names = authors.map(inverted);
    const shown = names.length > 20 ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}` : listed(names, ', & ');
    return `${shown} (${year}). ${ended(title)} ${journal}, ${volume}${issue}, ${pages.replace('-', '–')}.`;
  },
  harvard(paper) {
    const { authors, title, journal, year, volume, issue, pages } = partsOf(paper);
    const names = authors.map(inverted);
    const shown = names.length > 3 ? `${names[0]} et al.` : listed(names, ' and ');
    return `${shown} (${year}) ‘${title}’, ${journal}, ${volume}${issue}, pp. ${pages}.`;
  },
  mla(paper) {
    const { authors, title, journal, year, volume, pages } = partsOf(paper);
    const [first, ...others] = authors;
    const name = first?.group ?? `${first?.last}, ${first?.fore ?? initials(first ?? {})}`;
    return `${name}${others.length > 0 ? ', et al.' : '.'} “${ended(title)}” ${journal}, vol. ${volume}, ${year}, pp. ${pages}.`;
  },
  nature(paper) {
    const { authors, title, short, year, volume, pages } = partsOf(paper);
    const names = authors.map(inverted);
    const shown = names.length > 5 ? `${names[0]} et al.` : listed(names, ' & ');
    return `${shown} ${ended(title)} ${short} ${volume}, ${pages.replace('-', '–')} (${year}).`;
  },
  german(paper) {
    const { authors, title, journal, year, volume, pages } = partsOf(paper);
    const names = authors.slice(0, 3).map(plain).join(', ') + (authors.length > 3 ? ' et al.' : '');
    return `${names}: ${title}. In: ${journal} ${volume} (${year}), S. ${pages}`;
  },
};
