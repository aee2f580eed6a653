/** Cuts what was typed into brackets, quoted phrases, tags, operators and bare words, each with its place. */
import { AppError } from '#model/index.ts';
import type { Place } from '#model/index.ts';

export interface Lexeme {
  readonly kind: 'open' | 'close' | 'quoted' | 'tag' | 'operator' | 'bare';
  /** Without the quotation marks or brackets around it. */
  readonly text: string;
  readonly at: Place;
}

/** Straight and typographic double marks; single ones are apostrophes. */
const MARKS = '"“”„‟«»＂';
const OPERATORS = new Set(['AND', 'OR', 'NOT']);
const ENDS_WORD = new RegExp(`[\\s()\\[\\]${MARKS}]`, 'u');

/** @throws AppError `bad_query` for a quotation mark or a tag that is opened and not closed, with its place. */
export function lex(typed: string): Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;
  const take = (kind: Lexeme['kind'], text: string, end: number): void => {
    found.push({ kind, text, at: { start: at, length: end - at } });
    at = end;
  };
  while (at < typed.length) {
    const sign = typed[at] as string;
    if (/\s/u.test(sign)) at += 1;
    else if (sign === '(') take('open', sign, at + 1);
    else if (sign === ')') take('close', sign, at + 1);
    else if (sign === '[') {
      const end = closing(typed, at, ']', 'The tag');
      take('tag', typed.slice(at + 1, end), end + 1);
    } else if (sign === ']') {
      throw new AppError('bad_query', `The ] at position ${at + 1} closes no tag. Write a tag as in sepsis[ti].`, {
        at: { start: at, length: 1 },
      });
    } else if (MARKS.includes(sign)) {
      const end = closing(typed, at, MARKS, 'The quotation mark');
      take('quoted', typed.slice(at + 1, end), end + 1);
    } else {
      const end = wordEnd(typed, at);
      const text = typed.slice(at, end);
      take(OPERATORS.has(text) ? 'operator' : 'bare', text, end);
    }
  }
  return found;
}

function closing(typed: string, start: number, marks: string, what: string): number {
  for (let at = start + 1; at < typed.length; at += 1) if (marks.includes(typed[at] as string)) return at;
  throw new AppError(
    'bad_query',
    `${what} at position ${start + 1} is opened and not closed. Close it, or take it away.`,
    {
      at: { start, length: typed.length - start },
    },
  );
}

function wordEnd(typed: string, start: number): number {
  let end = start + 1;
  while (end < typed.length && !ENDS_WORD.test(typed[end] as string)) end += 1;
  return end;
}
