/** How numbers, dates and the words of PubMed are said to people. Pure. */
import { dateInWords, languageName } from '#model/index.ts';

const NUMBER = new Intl.NumberFormat('en');

export function number(value: number): string {
  return NUMBER.format(value);
}

/** `1 paper`, `1,482 papers`. */
export function papers(count: number): string {
  return `${number(count)} ${count === 1 ? 'paper' : 'papers'}`;
}

/** `3 March 2026` for `2026-03-03` or an instant of that day; less where less is known. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  if (year === undefined || !Number.isInteger(year)) return iso;
  return dateInWords({ year, ...(month ? { month } : {}), ...(day ? { day } : {}) });
}

/** The day it is where the reader is: `3 November 2026`. */
export function civilDay(instant: Date): string {
  return dateInWords({ year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() });
}

/** `3 November` in the year that runs, `3 November 2025` otherwise. */
export function recentDay(instant: Date, now: Date): string {
  const day = civilDay(instant);
  return instant.getFullYear() === now.getFullYear() ? day.replace(/ \d{4}$/, '') : day;
}

/**
 * The languages of a paper in words, or nothing where it is in English alone: that is what one expects.
 * @param languages codes or names.
 */
export function otherLanguages(languages: readonly string[]): string | undefined {
  const names = languages.map(languageName).join(', ');
  return names === '' || names === 'English' ? undefined : names;
}

/** Types that nearly every record carries, or that a notice already says. */
const SAYS_LITTLE = new Set([
  'Journal Article',
  'English Abstract',
  'Retracted Publication',
  'Corrected and Republished Article',
  'Video-Audio Media',
]);

/** The first type of a paper that helps to decide whether to open it. */
export function tellingType(types: readonly string[]): string | undefined {
  return types.find((type) => !SAYS_LITTLE.has(type) && !type.startsWith('Research Support'));
}

/** `Background and aims` for `BACKGROUND AND AIMS`: capitals are slow to read. Mixed case is left as it is. */
export function calmLabel(label: string): string {
  return label === label.toUpperCase() ? label.charAt(0) + label.slice(1).toLowerCase() : label;
}

/** A long query for a line of its own: cut at a blank, never inside a word. */
export function shortened(text: string, most = 64): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
}
