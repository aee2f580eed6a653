/**
 * Facts of a paper as words of the index, so that a whole query is one match: `mh=heart_failure`, `au=varga,j`, `y2012`.
 * The sign `=` never occurs in a word of a text, so a fact can be found only by its own kind.
 */
import { daysInMonth } from '#model/index.ts';
import { wordForms } from '#text/index.ts';

export type FactKind = 'all' | 'has' | 'year' | 'mh' | 'au' | 'fau' | 'ta' | 'pt' | 'la' | 'id' | 'day';

/** A name in the form it is compared in: folded words joined by low lines. */
export function nameKey(name: string): string {
  return wordForms(name).join('_');
}

export function factKey(kind: FactKind, value: string): string {
  return `${kind}=${value}`;
}

/** A paper's own id as a fact. */
export function idKey(id: string): string {
  return factKey('id', id.replaceAll('-', '_'));
}

export const EVERY_PAPER = factKey('all', 'yes');

/** A day as three words, so that years and months of a range need one word each. */
export function dayKeys(day: string): string[] {
  const [year, month, date] = day.split('-');
  return [factKey('day', `${year}`), factKey('day', `${year}${month}`), factKey('day', `${year}${month}${date}`)];
}

/** The fewest words that cover a range of days: whole years, the months at its ends, the days at theirs. */
export function rangeKeys(from: string, to: string): string[] {
  const keys: string[] = [];
  let [year, month, day] = parts(from);
  const [lastYear, lastMonth, lastDay] = parts(to);
  const number = (y: number, m: number, d: number): number => (y * 100 + m) * 100 + d;
  const end = number(lastYear, lastMonth, lastDay);
  while (number(year, month, day) <= end) {
    if (month === 1 && day === 1 && number(year, 12, 31) <= end) {
      keys.push(factKey('day', pad(year, 4)));
      year += 1;
    } else if (day === 1 && number(year, month, daysInMonth(year, month)) <= end) {
      keys.push(factKey('day', pad(year, 4) + pad(month, 2)));
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    } else {
      keys.push(factKey('day', pad(year, 4) + pad(month, 2) + pad(day, 2)));
      if (day < daysInMonth(year, month)) day += 1;
      else [year, month, day] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
    }
  }
  return keys;
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
