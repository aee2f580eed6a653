/** Whether author, year, journal and place of a reference are those of a paper. */
import { authorsOf } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { wordForms } from '#text/index.ts';
import type { Reference } from './reference.ts';
import type { ReferenceWords } from './reference-words.ts';

/** `near`: a year apart, or another of the paper's authors. */
export type Agreement = 'agrees' | 'near' | 'differs' | 'unknown';

/** How many words at the beginning of a reference may be the first author's. */
const AUTHOR_WORDS = 8;

export function authorAgreement(
  paper: Paper,
  { firstAuthor }: Reference,
  { author, forms }: ReferenceWords,
): Agreement {
  const [first, ...others] = authorsOf(paper);
  const name = wordForms(first?.last ?? first?.group ?? '');
  if (first === undefined || name.length === 0) return 'unknown';
  if (author.length > 0 && isSameName(name, author)) return 'agrees';
  const start = forms.slice(0, AUTHOR_WORDS + name.length);
  if (startsOf(start, name) || (first.group !== undefined && sharesGroup(name, start))) return 'agrees';
  if (firstAuthor === undefined) return 'unknown';
  const isOther = others.some((each) => isSameName(wordForms(each.last ?? each.group ?? ''), author));
  return isOther ? 'near' : 'differs';
}

/** Whether the words of a name stand anywhere in a row. */
function startsOf(start: readonly string[], name: readonly string[]): boolean {
  return start.some((_, at) => name.every((form, index) => start[at + index] === form));
}

function sharesGroup(name: readonly string[], start: readonly string[]): boolean {
  return name.filter((form) => form.length > 3 && start.includes(form)).length >= Math.min(2, name.length);
}

/** `Dubois-Hale` and `Dubois`, `De Wael` and `Wael`, `Lindgren` and `Lindgern` are one name. */
function isSameName(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const [one, other] = [left.join(''), right.join('')];
  if (one === other || isSlip(one, other)) return true;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  const isPart = shorter.every((form) => longer.includes(form)) && shorter.join('').length >= 4;
  return isPart && (longer[0] === shorter[0] || longer.at(-1) === shorter.at(-1));
}

function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  const length = Math.min(one.length, other.length);
  let head = 0;
  while (head < length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = Math.max(one.length, other.length) - head - tail;
  const isSwap = middle === 2 && one[head] === other[head + 1] && one[head + 1] === other[head];
  return middle <= 1 || isSwap;
}

export function yearAgreement(paper: Paper, { year }: Reference, { forms }: ReferenceWords): Agreement {
  const years = [paper.published?.year, paper.publishedOnline?.year].filter((each) => each !== undefined);
  if (years.length === 0) return 'unknown';
  if (year === undefined) return years.some((each) => forms.includes(String(each))) ? 'agrees' : 'unknown';
  const apart = Math.min(...years.map((each) => Math.abs(each - year)));
  if (apart === 0) return 'agrees';
  return apart === 1 ? 'near' : 'differs';
}

export function hasPlace(paper: Paper, { text, fielded }: Reference): boolean {
  const volume = paper.journal?.volume;
  const page = paper.pages?.split(/[-,;]/)[0]?.trim() ?? paper.articleNumber;
  if (fielded || volume === undefined || page === undefined || page === '') return false;
  const tail = text.slice(text.length / 3);
  return hasAlone(tail, volume) && hasAlone(tail, page);
}

function hasAlone(text: string, part: string): boolean {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return false;
  const isInside = /[\p{L}\d]/u.test(text[at - 1] ?? '') || /\d/.test(text[at + part.length] ?? '');
  return !isInside || hasAlone(text.slice(at + part.length), part);
}

export function hasJournal(paper: Paper, { forms }: ReferenceWords): boolean {
  const { title, abbreviation, medlineName } = paper.journal ?? {};
  return [title, abbreviation, medlineName].some((name) => {
    const wanted = wordForms(name ?? '').filter((form) => form !== 'the');
    return wanted.length > 0 && startsOf(forms.slice(2), wanted);
  });
}
