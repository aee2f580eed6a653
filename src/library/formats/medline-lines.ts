/** Lines of the MEDLINE format: a tag of four places, a hyphen, and text that goes on in the seventh column of the next line. */

/** A tag and its value; one without a value is left out. */
export type MedlineLine = readonly [tag: string, value: string | undefined];

const WIDTH = 87;
const INDENT = '      ';

/** Breaks at blanks alone, so that no word is torn. */
export function medlineLine(tag: string, value: string): string {
  const lines: string[] = [];
  let line = `${tag.padEnd(4)}-`;
  let isEmpty = true;
  for (const word of value.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = INDENT + word;
    } else line += ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
}
