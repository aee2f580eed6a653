/**
 * Hits in context: which words of a stored text a query found, and the stretch that shows most of them.
 * Cut from the record itself, by the same words the index was fed with.
 */
import { stem } from './stem.ts';
import { words } from './words.ts';
import type { Word } from './words.ts';

/** What to mark: a word or a phrase, by stem or as written, perhaps open at its end. */
export interface Sought {
  readonly forms: readonly string[];
  readonly stemmed: boolean;
  /** The last form is only the beginning of a word. */
  readonly prefix: boolean;
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** The whole text in pieces, what was sought marked. */
export function marked(text: string, sought: readonly Sought[]): Piece[] {
  const all = words(text);
  return pieces(text, 0, text.length, spans(all, sought));
}

/**
 * The stretch of about `length` characters that holds most different sought words, cut at words, with … where it was cut;
 * undefined where nothing is found. Never cuts a character in two: it cuts between words.
 */
export function passage(text: string, sought: readonly Sought[], length = 240): Piece[] | undefined {
  const all = words(text);
  const found = spans(all, sought);
  if (found.length === 0) return undefined;
  const best = densest(found, length);
  const from = startOf(text, all, best.start, Math.max(0, length - (best.end - best.start)) / 3);
  const to = endOf(text, all, from, length);
  const cut = pieces(
    text,
    from,
    to,
    found.filter((span) => span.start >= from && span.end <= to),
  );
  if (from > 0) cut.unshift({ text: '… ', hit: false });
  if (to < text.length) cut.push({ text: ' …', hit: false });
  return cut;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly of: number;
}

function spans(all: readonly Word[], sought: readonly Sought[]): Span[] {
  const found: Span[] = [];
  const stems = all.map((word) => stem(word.form));
  for (let at = 0; at < all.length; at += 1) {
    let longest = 0;
    let of = 0;
    sought.forEach((each, index) => {
      if (each.forms.length > longest && matchesAt(all, stems, at, each)) {
        longest = each.forms.length;
        of = index;
      }
    });
    if (longest === 0) continue;
    found.push({ start: (all[at] as Word).start, end: (all[at + longest - 1] as Word).end, of });
    at += longest - 1;
  }
  return found;
}

function matchesAt(all: readonly Word[], stems: readonly string[], at: number, sought: Sought): boolean {
  return sought.forms.every((form, index) => {
    const word = all[at + index];
    if (word === undefined) return false;
    if (sought.prefix && index === sought.forms.length - 1) return word.form.startsWith(form);
    return (sought.stemmed ? stems[at + index] : word.form) === form;
  });
}

function densest(found: readonly Span[], length: number): { start: number; end: number } {
  let best = { start: 0, end: 0, kinds: 0 };
  found.forEach((first, index) => {
    const inside = found.slice(index).filter((span) => span.end - first.start <= length);
    const kinds = new Set(inside.map((span) => span.of)).size * 100 + inside.length;
    if (kinds > best.kinds) best = { start: first.start, end: (inside.at(-1) ?? first).end, kinds };
  });
  return best;
}

function startOf(text: string, all: readonly Word[], hit: number, room: number): number {
  if (hit <= room) return 0;
  const word = all.find((each) => each.start >= hit - room);
  return word === undefined ? 0 : leading(text, word.start);
}

/** Takes an opening sign along that belongs to the word: `(CD4` begins at the bracket. */
function leading(text: string, start: number): number {
  return start > 0 && /[([“"'−<>=]/.test(text[start - 1] as string) ? start - 1 : start;
}

function endOf(text: string, all: readonly Word[], from: number, length: number): number {
  if (text.length - from <= length + 20) return text.length;
  const last = all.findLast((word) => word.end <= from + length && word.end > from);
  return last?.end ?? text.length;
}

function pieces(text: string, from: number, to: number, found: readonly Span[]): Piece[] {
  const cut: Piece[] = [];
  let at = from;
  for (const span of found) {
    if (span.start > at) cut.push({ text: text.slice(at, span.start), hit: false });
    cut.push({ text: text.slice(span.start, span.end), hit: true });
    at = span.end;
  }
  if (at < to) cut.push({ text: text.slice(at, to), hit: false });
  return cut;
}
