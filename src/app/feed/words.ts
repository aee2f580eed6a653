/** Days as the feed says them. Pure. */
import { dateInWords, dateOfDay } from '#model/index.ts';
import type { CivilDate } from '#model/index.ts';

const DAY_MS = 86_400_000;
const DAYS_TOLD_AS_DAYS = 14;
const DAYS_TOLD_AS_WEEKS = 61;

/** `today`, `3 days ago`, `5 weeks ago`, `in March 2021`. */
export function ageInWords(entered: CivilDate | '', today: string): string {
  if (entered === '') return 'date not known';
  const days = daysBetween(entered, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < DAYS_TOLD_AS_DAYS) return `${days} days ago`;
  if (days < DAYS_TOLD_AS_WEEKS) return `${Math.floor(days / 7)} weeks ago`;
  const { year, month } = dateOfDay(entered);
  return `in ${dateInWords({ year, ...(month === undefined ? {} : { month }) })}`;
}

/** `yesterday`, `Friday` for a day of the last week, `3 November`, `3 November 2025`. */
export function dayBefore(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days === 1) return 'yesterday';
  if (days < 7) return weekday(day);
  const words = dateInWords(dateOfDay(day as CivilDate));
  return day.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
}

/** `Monday 23 November`. */
export function dayInWords(day: string): string {
  return `${weekday(day)} ${dateInWords(dateOfDay(day as CivilDate)).replace(/ \d{4}$/, '')}`;
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);
}
