/** The key a manuscript cites a paper by. */
import { authorsOf } from '#model/index.ts';
import type { Paper } from '#model/index.ts';

/** Letters whose plain form no decomposition gives. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * `Quellmark2020pm99000001`: first author, year, and the house's id, so that no two papers share one and a paper has the
 * same in every selection. The year is the earliest known, since that in print often comes later than that online.
 */
export function citeKey(paper: Paper): string {
  const [first] = authorsOf(paper);
  const years = [paper.published?.year, paper.publishedOnline?.year].filter((year) => year !== undefined);
  const year = years.length === 0 ? '' : String(Math.min(...years));
  return `${plainLetters(first?.group ?? first?.last ?? '')}${year}${paper.id.replaceAll(/[^\w-]/g, '')}`;
}

function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[ßæœøđðþłı]/giu, (letter) => {
      const plain = PLAIN[letter.toLowerCase()] ?? '';
      return letter === letter.toLowerCase() ? plain : plain.replace(/^./, (start) => start.toUpperCase());
    })
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 40);
}
