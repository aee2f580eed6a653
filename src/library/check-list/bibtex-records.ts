/** Entries of a BibTeX file, read leniently: what is not understood is passed over. */
import type { Fields } from './reference.ts';

const COMBINING: Readonly<Record<string, string>> = {
  '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  u: '\u0306', v: '\u030c', H: '\u030b', c: '\u0327', k: '\u0328', r: '\u030a', d: '\u0323',
}; // prettier-ignore

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', l: 'ł', L: 'Ł', i: 'ı',
}; // prettier-ignore

/** Undefined where the text holds no entry. */
export function bibtexRecords(lines: readonly string[]): Fields[] | undefined {
  const text = lines.join('\n');
  const starts = [...text.matchAll(/^[ \t]*@(\w+)\s{0,9}[{(]\s{0,9}[^,\s{}]*\s{0,9},/gm)].filter(
    (match) => !/^(?:comment|string|preamble)$/i.test(match[1] as string),
  );
  if (starts.length === 0) return undefined;
  let line = 1;
  let counted = 0;
  return starts.map((match, index) => {
    const body = text.slice(match.index + match[0].length, starts[index + 1]?.index ?? text.length);
    line += text.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    return fieldsOf(line, values(body));
  });
}

function fieldsOf(line: number, found: ReadonlyMap<string, string>): Fields {
  const get = (name: string): string | undefined => found.get(name);
  return {
    line,
    title: withSubtitle(get('title'), get('subtitle')),
    author: get('author')?.split(/\s+and\s+/i)[0],
    year: get('year') ?? get('date'),
    journal: get('journal') ?? get('journaltitle') ?? get('booktitle'),
    pmid: get('pmid'),
    pmcid: get('pmcid') ?? get('pmc'),
    doi: get('doi'),
    other: [get('url'), get('note'), get('eprint') && get('eprinttype') ? `${get('eprinttype')}: ${get('eprint')}` : '']
      .filter(Boolean)
      .join(' '),
  };
}

function withSubtitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  return title === undefined || subtitle === undefined ? title : `${title}: ${subtitle}`;
}

/** The fields of an entry up to its end: in braces that may nest, in quotation marks, or bare. */
function values(body: string): Map<string, string> {
  const found = new Map<string, string>();
  const name = /[\s,]*([a-z][\w-]*)\s*=\s*/iy;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const match = name.exec(body);
    if (match === null) return found;
    const start = name.lastIndex;
    const end = endOfValue(body, start);
    const key = (match[1] as string).toLowerCase();
    const value = plain(body.slice(start, end).replace(/^[{"]|[}"]$/g, ''));
    if (value !== '' && !found.has(key)) found.set(key, value);
    at = end;
  }
}

function endOfValue(body: string, start: number): number {
  const isQuoted = body[start] === '"';
  if (body[start] !== '{' && !isQuoted) {
    const end = body.slice(start).search(/[,}\n]/);
    return end < 0 ? body.length : start + end;
  }
  let depth = 0;
  for (let at = start; at < body.length; at += 1) {
    const sign = body[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if ((!isQuoted && depth === 0) || (isQuoted && at > start && sign === '"' && depth === 0)) return at + 1;
  }
  return body.length;
}

function plain(value: string): string {
  return value
    .replace(/\{?\\(["'`^~=.])\s*\{?\\?([a-zA-Z])\}?\}?/g, accented)
    .replace(/\{?\\([uvHckrd])(?:\s+|\{)\\?([a-zA-Z])\}?\}?/g, accented)
    .replace(
      /\{?\\(ss|aa|AA|ae|AE|oe|OE|[oOlLi])(?![a-zA-Z])\s*\}?/g,
      (whole, letter: string) => LETTERS[letter] ?? whole,
    )
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\[a-zA-Z]+\s*(?=\{)/g, '')
    .replace(/(?<!-)---?(?!-)/g, '-')
    .replace(/[{}$]/g, '')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

function accented(_whole: string, accent: string, letter: string): string {
  return letter + (COMBINING[accent] ?? '');
}
