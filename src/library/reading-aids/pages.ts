/** Page ranges: NLM shortens the second page (`402-11`), other styles and machines want it whole. */

const RANGE = /([^\s;,–-]*\d[^\s;,–-]*)\s*[-–]\s*([^\s;,–-]*\d[^\s;,–-]*)/g;

/** `402-11` as `402-411`, `S12-9` as `S12-S19`, every range of the text; what is no such range stays. */
export function fullPages(pages: string): string {
  return pages.replace(RANGE, (_range, first: string, last: string) => `${first}-${fullLast(first, last)}`);
}

/** `402-411` as `402-11` and `S12-S19` as `S12-9`, as NLM writes them; what has no common beginning stays. */
export function shortPages(pages: string): string {
  return fullPages(pages).replace(RANGE, (range, first: string, last: string) => {
    const start = /^([A-Za-z]*)(\d+)$/.exec(first);
    const end = /^([A-Za-z]*)(\d+)$/.exec(last);
    if (start === null || end === null || start[1] !== end[1]) return range;
    const [, , from = ''] = start;
    const [, , to = ''] = end;
    if (from.length !== to.length || Number(to) <= Number(from))
      return from.length < to.length ? `${first}-${to}` : range;
    const same = [...from].findIndex((digit, index) => digit !== to[index]);
    return `${first}-${to.slice(same)}`;
  });
}

/** The first page, and the last where the pages are one range; of `45, 61-3` only the first is certain. */
export function firstAndLastPage(pages: string): { readonly first: string; readonly last?: string } {
  const [main = ''] = fullPages(pages).split(/[,;]/);
  const [first = '', last] = main.split(/[-–]/).map((page) => page.trim());
  return last === undefined || last === '' ? { first } : { first, last };
}

function fullLast(first: string, last: string): string {
  const start = /^(.*?)(\d+)([A-Za-z]?)$/.exec(first);
  const end = /^(\d+)([A-Za-z]?|\..+)$/.exec(last);
  if (start === null || end === null) return last;
  const [, prefix = '', from = ''] = start;
  const [, to = '', suffix = ''] = end;
  if (prefix !== '' && suffix.startsWith('.')) return last;
  const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return Number(whole) < Number(from) ? last : prefix + whole + suffix;
}
