/** The list as it was checked, with the papers somebody chose written into it, so that the file says what the page says. Pure. */
import type { FoundPaper } from '#api/index.ts';
import type { Judged } from './judged.ts';

export interface ChosenText {
  readonly text: string;
  /** How many of the choices cannot be written into a text of this kind. */
  readonly left: number;
}

/** No line comes or goes, so that the numbers of the lines stay those of the list. */
export function withChoices(text: string, references: readonly Judged[]): ChosenText {
  const lines = text.split(/\r\n|\r|\n/);
  const begins = references.flatMap(({ row }) => row.lines).toSorted((one, other) => one - other);
  let left = 0;
  for (const { row, paper, isChosen } of references) {
    if (!isChosen || paper === undefined) continue;
    for (const line of row.lines) {
      const end = begins.find((begin) => begin > line) ?? lines.length + 1;
      const written = chosenEntry(lines.slice(line - 1, end - 1), row.text, paper);
      if (written === undefined) left += 1;
      else lines.splice(line - 1, written.length, ...written);
    }
  }
  return { text: lines.join('\n'), left };
}

/** The lines of one entry with the paper in it; undefined where the entry has no place for it. */
function chosenEntry(entry: readonly string[], text: string, { id, pmid }: FoundPaper): readonly string[] | undefined {
  const [first = '', ...rest] = entry;
  if (pmid !== undefined && /^\s*TY\s{1,2}-/.test(first)) return intoRis(entry, pmid);
  if (pmid !== undefined && BIBTEX.test(first)) return [first.replace(BIBTEX, `$& pmid = {${pmid}},`), ...rest];
  const number = NUMBER.exec(first)?.[0] ?? '';
  if (!isStartOf(first.slice(number.length), text)) return undefined;
  return [`${number}${pmid ?? id}`, ...rest.map(() => '')];
}

const BIBTEX = /^[ \t]*@\w+\s*[{(]\s*[^,\s{}]*\s*,/;
/** The number of a list or its bullet, without which its entries are told apart no more. */
const NUMBER = /^\s*(?:(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.):](?=\s|\p{Lu}))\s*|[•·▪◦*–—-]\s+)?/u;

function intoRis(entry: readonly string[], pmid: string): readonly string[] | undefined {
  const end = entry.findIndex((line) => /^\s*ER\s{1,2}-/.test(line));
  return end < 0 ? undefined : entry.with(end, `AN  - PMID: ${pmid}`);
}

/** Whether the entry is shown as it stands in the line: then it is plain text, and no row of a table. */
function isStartOf(line: string, text: string): boolean {
  const bare = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
  const [start, shown] = [bare(line), bare(text)];
  // A long one is shown cut.
  return start !== '' && (shown.startsWith(start) || start.startsWith(shown));
}
