/** The book of a chapter in a citation, or the imprint of a book that is cited whole. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { authorLine } from './names.ts';
import { shortPages, fullPages } from './pages.ts';

/** `In: Adam MP, editor. GeneReviews. Seattle (WA): University of Washington; 1998 Oct 1`, without its full stop. */
export function bookPart(paper: Paper, style: 'vancouver' | 'ama', date: string): string {
  const { title, editors = [], authors = [], edition, publisher = '', place } = paper.book ?? {};
  const bookTitle = title === undefined ? '' : plainText(title).replace(/\s*\.+$/, '');
  const isVancouver = style === 'vancouver';
  const imprint =
    isVancouver && place !== undefined ? [place, publisher].filter((part) => part !== '').join(': ') : publisher;
  const pages = paper.pages === undefined ? '' : isVancouver ? `p. ${shortPages(paper.pages)}` : fullPages(paper.pages);
  const published = [imprint, date].filter((part) => part !== '').join('; ');
  const tail = [edition === undefined ? '' : edition.replace(/\.$/, ''), published, isVancouver ? pages : ''];
  if (bookTitle === '' || bookTitle === plainText(paper.title).replace(/\s*\.+$/, '')) return joined(tail);
  const people = editors.length > 0 ? editors : authors;
  const names = authorLine(people, true, isVancouver ? { upTo: 6, cutTo: 6 } : { upTo: 6, cutTo: 3 });
  const role =
    editors.length === 0
      ? ''
      : isVancouver
        ? `, editor${editors.length > 1 ? 's' : ''}`
        : `, ed${editors.length > 1 ? 's' : ''}`;
  return `In: ${joined([names === '' ? '' : names + role, bookTitle, ...tail])}${isVancouver || pages === '' ? '' : `:${pages}`}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
