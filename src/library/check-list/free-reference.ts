/**
 * Author, title, year and journal of a reference in any style, by where they stand. Tolerant: a part that cannot be told is
 * left away, and whoever looks the paper up must not rely on the title's ends.
 */
import { authorBlock } from './author-block.ts';
import type { AuthorBlock } from './author-block.ts';
import { idsInText, withoutIds } from './ids-in-text.ts';
import type { Entry, Reference } from './reference.ts';

/** Reads one entry; an entry that is no reference has neither title nor author. */
export function freeReference({ line, text }: Entry): Reference {
  const words = withoutIds(text);
  const year = yearOf(words);
  const authors = beforeYear(words, authorBlock(words) ?? groupBlock(words) ?? nameInFront(words));
  const rest = words.slice(authors?.end ?? 0);
  const title = titleOf(rest, authors !== undefined);
  const journal = title === undefined ? undefined : journalAfter(rest, title);
  return {
    line,
    text,
    ids: idsInText(text),
    ...(title === undefined ? {} : { title }),
    ...(year === undefined ? {} : { year }),
    ...(authors === undefined ? {} : { firstAuthor: authors.first }),
    ...(journal === undefined ? {} : { journal }),
    fielded: false,
  };
}

const YEAR = String.raw`(1[89]\d\d|20\d\d)`;
const IN_BRACKETS = new RegExp(String.raw`\(${YEAR}[a-z]?(?:[,;)\s/-][^()]{0,25})?\)|\((?:[^():]{0,20}\s)${YEAR}\)`);
const BEFORE_VOLUME = new RegExp(
  String.raw`\b${YEAR}(?:[\s-]+[A-Z][a-z]{2,8}\.?(?:[-/][A-Z][a-z]{2,8})?(?:\s\d{1,2})?)?\s*[;:]`,
);
const ANYWHERE = new RegExp(String.raw`(?<![\d\p{L}/.–-])${YEAR}[a-z]?(?![\d/]|[–-]\d)`, 'gu');

/** The year it was published: in brackets, before the volume, or the last that is no page. */
function yearOf(words: string): number | undefined {
  const bracketed = IN_BRACKETS.exec(words);
  const found = bracketed?.[1] ?? bracketed?.[2] ?? BEFORE_VOLUME.exec(words)?.[1];
  const last = found ?? [...words.matchAll(ANYWHERE)].findLast((match) => !isPage(words, match.index))?.[1];
  return last === undefined ? undefined : Number(last);
}

function isPage(words: string, at: number): boolean {
  return /(?:\bpp?\.?\s?|\bS\.\s?|:\s?|–|\d-)$/.test(words.slice(Math.max(0, at - 5), at));
}

const GROUP_NAME =
  /^((?:the\s)?\p{Lu}[^.:“"(]{4,120}?\b(?:group|investigators|collaborators|consortium|network|committee|panel|board|organi[sz]ation|association|society|task force|writing team))\b[^.:(]{0,20}(?=[.:]\s|\s?\()/iu;
const EDITORS = /^((?:the\s)?editors of [^.:(]{3,80})(?=[.:]\s|\s?\()/iu;

function groupBlock(words: string): AuthorBlock | undefined {
  const match = EDITORS.exec(words) ?? GROUP_NAME.exec(words);
  return match === null ? undefined : { first: match[1] as string, end: match[0].length };
}

/** `Bergqvist, ward walking, 2019`: a note rather than a reference. */
function nameInFront(words: string): AuthorBlock | undefined {
  const match = /^(\p{Lu}[\p{L}'’-]+),\s(?=.{4,80}[,(\s](?:19|20)\d\d\W*$)/u.exec(words);
  return match === null || /[.;:]\s/.test(words) ? undefined : { first: match[1] as string, end: match[0].length };
}

/** Where a year in brackets stands between names and title, it says where the names end; a body without initials is one name. */
function beforeYear(words: string, authors: AuthorBlock | undefined): AuthorBlock | undefined {
  const year = IN_BRACKETS.exec(words);
  const after = year === null ? '' : words.slice(year.index + year[0].length);
  if (year === null || year.index < 3 || after.split(' ').length < 5 || year.index > words.length * 0.8) return authors;
  if (authors !== undefined && authors.end >= year.index) return authors;
  const names = words.slice(0, year.index).replace(/[\s.,:;]+$/, '');
  if (authors !== undefined)
    return /[“"”]/.test(names) ? authors : { ...authors, end: Math.max(authors.end, names.length) };
  return names.split(' ').length > 12 || /[.:“"”?]\s/.test(names) ? undefined : { first: names, end: names.length };
}

const BEFORE_TITLE = new RegExp(String.raw`^[\s.,:;]*(?:\(?${YEAR}[a-z]?(?:,\s?[^).]{0,25})?\)?[\s.,:;]+)?`);

function titleOf(rest: string, hasAuthors: boolean): string | undefined {
  const quoted =
    /[“"«„]([^“”"«»„]{12,400})[”"»“]|(?<![\p{L}\d])['‘]([^‘]{12,400}?)[’'](?=[,.;\s]*(?:\p{Lu}|\d|In:?|$))/u.exec(rest);
  const inside = quoted?.[1] ?? quoted?.[2];
  if (quoted !== null && inside !== undefined && inside.split(' ').length > 2) {
    const after = rest.slice(quoted.index + quoted[0].length);
    const goesOn = /^:\s|^\s\p{Ll}/u.test(after) && !/^\s(?:in|pp|vol)\b/u.test(after);
    if (!goesOn && (hasAuthors ? quoted.index < 30 : true)) return inside.replace(/[.,;]\s*$/, '');
  }
  const body = rest.replace(BEFORE_TITLE, '');
  const title = body
    .slice(0, endOfTitle(body))
    .replace(/[\s.,;]+$/, '')
    .replace(/\s*\[[^\]]*\]$/, '');
  return /\p{L}{2}/u.test(title) && title.split(/\s+/).length >= 2 ? title : undefined;
}

const NO_END = /(?:\b(?:vs|et al|e\.g|i\.e|approx|no|st|dr|spp?|var|cf|ca|resp|bzw|z\.\s?b)|(?:^|[\s(])\p{Lu})$/iu;

/** More than the longest of those words and what must stand before it. */
const LONGEST_NO_END = 20;

/** The first full stop, question or `In:` that ends a sentence; else a comma before a journal's numbers. */
function endOfTitle(body: string): number {
  for (const match of body.matchAll(/[.?!][”"’']?(?=\s+[\p{Lu}\p{N}“"([])|\s(?=In:\s)|\.\s?(?=In\s)/gu)) {
    const before = body.slice(0, match.index);
    if (!before.includes(' ') || (match[0].startsWith('.') && NO_END.test(before.slice(-LONGEST_NO_END)))) continue;
    return match[0].startsWith('?') || match[0].startsWith('!') ? match.index + 1 : match.index;
  }
  const numbers = /,?\s(?:\p{Lu}[\p{L}.]*\s?){1,6},?\s*(?:(?:19|20)\d\d|\d{1,4}\s?[;:(,])/u.exec(body);
  return numbers !== null && numbers.index > 10 ? numbers.index : body.length;
}

function journalAfter(rest: string, title: string): string | undefined {
  const at = rest.indexOf(title);
  if (at < 0) return undefined;
  const after = rest
    .slice(at + title.length)
    .replace(/^[\s.,;:?!”"’'»]+/, '')
    .replace(/^In:?\s+/, '');
  const journal = /^[^\d;(]{2,120}/u
    .exec(after)?.[0]
    .replace(/[\s.,:]+$|,?\s(?:vol|Bd|pp?)\.?$/giu, '')
    .trim();
  return journal === undefined || journal.length < 2 ? undefined : journal;
}
