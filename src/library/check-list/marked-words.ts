/** The words of a text with the signs between them, so that it can be told where a title could begin and end. */
import { wordForms } from '#text/index.ts';

export interface MarkedWord {
  readonly form: string;
  /** The signs that stand behind it: `.`, `):`, `,` …; '' within a run of words. */
  readonly after: string;
}

const SIGN = /([.?!:;,()[\]“”"«»„…]+(?=\s|$|[“”"()[\]])|[“”"«»„()[\]]|\s[–—-]\s|\t)/u;

/** Longer texts than any reference are cut. */
const MOST_WORDS = 300;

export function markedWords(text: string): MarkedWord[] {
  const found: MarkedWord[] = [];
  text.split(SIGN).forEach((piece, index) => {
    const last = found.at(-1);
    if (index % 2 === 1) {
      if (last !== undefined && last.after === '') found[found.length - 1] = { ...last, after: piece.trim() || ',' };
      return;
    }
    for (const form of wordForms(piece)) found.push({ form, after: '' });
  });
  return found.slice(0, MOST_WORDS);
}
