/**
 * Civil dates as literature knows them: often only a year, a month or a season.
 * A day that a source does not give is never made up; what is missing is absent.
 */
import type { Brand } from './brand.ts';

/** `2026-03-09`: a day of the calendar, without a zone. */
export type CivilDate = Brand<string, 'CivilDate'>;

export interface PartialDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** What the source wrote, where the numbers do not say it all: `1998 Dec-1999 Jan`, `Spring`. */
  readonly raw?: string;
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** The earliest day a date can mean, for sorting and ranges: a year alone counts as its first of January. */
export function earliestDay(date: PartialDate): CivilDate {
  return civilDate(date.year, date.month ?? 1, date.day ?? 1);
}

/** `2005-09` for September 2005: as precise as the source was. */
export function isoDate(date: PartialDate): string {
  if (date.month === undefined) return pad(date.year, 4);
  if (date.day === undefined) return `${pad(date.year, 4)}-${pad(date.month)}`;
  return earliestDay(date);
}

/** A date in words, for people: `31 May 2005`, `September 2005`, `1998 Dec-1999 Jan`. */
export function dateInWords(date: PartialDate): string {
  if (date.raw !== undefined) return date.raw;
  const month = date.month === undefined ? '' : `${MONTHS[date.month - 1]} `;
  const day = date.day === undefined ? '' : `${date.day} `;
  return `${day}${month}${date.year}`;
}

/** A day as a date that is known to the day. */
export function dateOfDay(day: CivilDate): PartialDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as CivilDate;
}

/** Whether the calendar has that day: there is no 31 September. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
