/**
 * Dates as formats write them, each as precise as it is known. A season or a span of months keeps what the source wrote;
 * where a format has no place for that, the year alone stays.
 */
import type { PartialDate } from '#model/index.ts';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const SPAN = /^(\d{4})(?: ([a-z]{3,9}))?(?: (\d{1,2}))?\s*[-/–]\s*(?:(\d{4})\b ?)?([a-z]{3,9})?(?: ?(\d{1,2}))?$/i;

/** A day, month or year as numbers: `[2021, 2, 28]`. */
export type DateParts = readonly number[];

/** `2015/10//`, `2021/02/28/`, `1985///Spring`: year, month, day, and what else the source wrote. */
export function risDate({ year, month, day, raw }: PartialDate): string {
  const other = raw === undefined ? '' : (besideYear(year, raw) ?? raw).replaceAll('/', '-');
  return [String(year).padStart(4, '0'), padded(month), padded(day), other].join('/');
}

/** `2021 Feb 28`, or what the source wrote: `2015 Oct-Dec`. */
export function medlineDate({ year, month, day, raw }: PartialDate): string {
  if (raw !== undefined) return raw;
  return [year, month === undefined ? undefined : MONTHS[month - 1], day]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** The first day that is known, and the last where the source gives a span. */
export function dateParts(date: PartialDate): readonly DateParts[] {
  const span = date.raw === undefined ? null : SPAN.exec(date.raw);
  const first = known(date.year, date.month, date.day);
  if (span === null) return [first];
  const [, year, fromMonth, fromDay, toYear, toMonth, toDay] = span;
  if (toMonth === undefined && toYear === undefined) return [first];
  const start = known(Number(year), monthOf(fromMonth), numberOf(fromDay));
  const end = known(Number(toYear ?? year), monthOf(toMonth), numberOf(toDay));
  const isWhole =
    (fromMonth === undefined) === (start[1] === undefined) && (toMonth === undefined) === (end[1] === undefined);
  return isWhole ? [start, end] : [first];
}

/** 1 for spring to 4 for winter, where the source names one season. */
export function seasonOf({ year, raw }: PartialDate): number | undefined {
  const word = raw === undefined ? '' : (besideYear(year, raw) ?? '').toLowerCase().replace('fall', 'autumn');
  const season = SEASONS.indexOf(word) + 1;
  return season === 0 ? undefined : season;
}

/** What the source wrote beside the year: `Spring` of `1985 Spring`; undefined where another number stands there as well. */
export function besideYear(year: number, raw: string): string | undefined {
  const rest = raw.replace(String(year), '').trim();
  return rest === '' || /\d/.test(rest) ? undefined : rest;
}

function known(year: number, month: number | undefined, day: number | undefined): DateParts {
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}

function monthOf(word: string | undefined): number | undefined {
  const index = MONTHS.findIndex((month) => word?.toLowerCase().startsWith(month.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function padded(value: number | undefined): string {
  return value === undefined ? '' : String(value).padStart(2, '0');
}
