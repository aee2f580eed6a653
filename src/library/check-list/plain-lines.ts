/** Pasted text as clean lines: without the marks that programs leave in it and that no eye sees. */

/** The lines of a text, however they end; the number of a line is its place in the array plus one. */
export function plainLines(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map(plainLine);
}

/** More marks on one letter than any script puts there; composing letters takes the square of their number. */
const HEAP_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

function plainLine(line: string): string {
  return line
    .replace(HEAP_OF_MARKS, '$1')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')
    .trimEnd();
}

/**
 * Lines that belong together as one. A hyphen at the end of a line stays, since nobody can tell `meta-` before `analysis`
 * from `ran-` before `domised`; a DOI that was cut at a line's end is put together again.
 */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines.map((each) => each.trim())) {
    if (line === '') continue;
    const glue = joined === '' || isCutWord(joined, line) || isCutDoi(joined, line) ? '' : ' ';
    joined += glue + line;
  }
  return joined.replace(/[^\S\t]+/g, ' ');
}

function isCutWord(before: string, line: string): boolean {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(line);
}

/** A DOI at the end of a line goes on where it ends in a sign that ends no DOI, and what follows looks like more of one. */
function isCutDoi(before: string, line: string): boolean {
  const tail = /(?:doi\.org\/|doi:?\s*)?10\.\d{4,9}(?:\/\S*)?$/i.exec(before)?.[0];
  const next = /^\S+/.exec(line)?.[0] ?? '';
  if (/(?:doi\.org\/|doi:\s?)$/i.test(before)) return /^10\.\d{4,9}\//.test(next);
  if (tail === undefined || /^(?:pmid|pmc|epub|https?:|available|accessed)/i.test(next)) return false;
  if (/[/_-]$/.test(tail)) return /^[\w(]/.test(next);
  if (/10\.\d{4,9}$/.test(tail)) return next.startsWith('/');
  return tail.endsWith('.') && /^(?=.*\d)[a-z0-9][\w./()-]*$/.test(next) && !/^\d{1,3}\.$/.test(next);
}
