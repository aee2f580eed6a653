/** Authors as citations write them: `de Quellmark WF Jr`; groups by their name, set apart by semicolons. */
import type { Author } from '#model/index.ts';

/** How many are named before `et al`, and how many remain then. */
export interface NameLimit {
  readonly upTo: number;
  readonly cutTo: number;
}

/** The author line without its full stop; '' where there is no author. */
export function authorLine(authors: readonly Author[], isComplete: boolean, limit: NameLimit): string {
  const named = authors.length > limit.upTo ? authors.slice(0, limit.cutTo) : authors;
  const parts = named.map((author) => ({ name: citedName(author), isGroup: author.group !== undefined }));
  const line = parts
    .map(({ name, isGroup }, index) => {
      const before = parts[index - 1];
      if (before === undefined) return name;
      return `${isGroup || before.isGroup ? '; ' : ', '}${name}`;
    })
    .join('');
  const isCut = named.length < authors.length || (!isComplete && named.length > 0);
  return isCut ? `${line}, et al` : line;
}

/** The suffix stands after the initials and is none of them. */
function citedName(author: Author): string {
  if (author.group !== undefined) return author.group;
  return [author.last, author.initials ?? initialsOf(author.fore), author.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

function initialsOf(fore: string | undefined): string | undefined {
  return fore
    ?.split(/[\s.-]+/)
    .map((name) => [...name][0] ?? '')
    .join('')
    .toUpperCase();
}
