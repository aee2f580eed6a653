/**
 * The words of a text: the one tokeniser that indexing, queries, excerpts and ranking share, so that all see the same words.
 * A hyphen splits (`IL-6` is `il`, `6`), `+` stays in the word (`cd4+`), a lone Greek letter is its name (`TNF-α` is `tnf`, `alpha`),
 * a decimal stays whole (`0.05`), a possessive s is dropped and other apostrophes join (`O'Brien` is `obrien`).
 */
import { fold, greekName } from './fold.ts';

/** Changes whenever the same text would give other words; whoever stores words stores this with them. */
export const WORDS_VERSION = 1;

export interface Word {
  /** Folded form: lower case, no blanks; never empty. */
  readonly form: string;
  /** Where it stands in the text, in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_WORD = 100;
const PLUS = 0x2b;
const APOSTROPHES = new Set(["'", '’', 'ʼ', '＇']);

/** The words of a text in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let form = '';
  let start = 0;
  let at = 0;

  const close = (end: number): void => {
    if (form === '') return;
    found.push({ form: form.length > LONGEST_WORD ? form.slice(0, LONGEST_WORD) : form, start, end });
    form = '';
  };
  const add = (letters: string): void => {
    if (form === '') start = at;
    form += letters;
  };

  while (at < text.length) {
    const plainEnd = endOfPlain(text, at);
    if (plainEnd > at) {
      add(text.slice(at, plainEnd).toLowerCase());
      at = plainEnd;
      continue;
    }
    const code = text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    const letters = code < 0x80 ? (code === PLUS ? '+' : '') : fold(code);
    if (letters === '' && isUnseen(code)) {
      at += width;
      continue;
    }
    if (letters === '') {
      const joined = joiner(text, at, form);
      if (joined.kind === 'end') close(at);
      else if (joined.kind === 'number') form += text[at];
      at += joined.width;
      continue;
    }
    if (letters === '+') {
      if (form === '') {
        at += width;
        continue;
      }
      while (text[at] === '+' || text[at] === '\u207a') {
        form += '+';
        at += 1;
      }
      close(at);
      continue;
    }
    const spelt = code < 0x80 ? undefined : loneGreek(text, at, width, letters);
    if (spelt !== undefined) close(at);
    add(spelt ?? letters);
    at += width;
  }
  close(text.length);
  return found;
}

/** The folded forms alone, for those who need no positions. */
export function wordForms(text: string): string[] {
  return words(text).map((word) => word.form);
}

const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (/[a-zA-Z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));

/** The end of a stretch of plain letters and digits, which most text is; the place itself where there is none. */
function endOfPlain(text: string, at: number): number {
  let end = at;
  while (end < text.length && PLAIN[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** Accents apart from their letter, soft hyphens, joiners: they neither end a word nor add to it. */
function isUnseen(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0xfeff;
}

type Joiner = { readonly kind: 'end' | 'join' | 'number'; readonly width: number };

/** What a sign that is no letter does to the word before it: ends it, joins on, or ends it together with its possessive s. */
function joiner(text: string, at: number, form: string): Joiner {
  const sign = text[at] as string;
  const next = text[at + 1] ?? '';
  if (form === '') return { kind: 'end', width: 1 };
  if (APOSTROPHES.has(sign) && isLetterAt(text, at + 1)) {
    if (/[sS]/.test(next) && !isLetterAt(text, at + 2)) return { kind: 'end', width: 2 };
    return { kind: 'join', width: 1 };
  }
  if ((sign === '.' || sign === ',') && /[0-9]/.test(next) && /[0-9]$/.test(form)) return { kind: 'number', width: 1 };
  return { kind: 'end', width: (text.codePointAt(at) as number) > 0xffff ? 2 : 1 };
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && /^[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** The name of a Greek letter that stands alone or in a pair (αβ); a longer run is a Greek word and stays one. */
function loneGreek(text: string, at: number, width: number, letters: string): string | undefined {
  const name = greekName(letters);
  if (name === undefined) return undefined;
  let run = 1;
  for (let left = at - 1; left >= 0 && isGreek(text, left); left -= 1) run += 1;
  for (let right = at + width; right < text.length && isGreek(text, right); right += 1) run += 1;
  return run <= 2 ? name : undefined;
}

function isGreek(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x370 && code <= 0x3ff && code !== 0x37e && code !== 0x387) || (code >= 0x1f00 && code <= 0x1fff);
}
