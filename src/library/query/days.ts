/** Days and ranges of days as PubMed writes them: `2012`, `2010/12`, `2011/11/01`, `2011:2012`, with an open end as `3000`. */
import { AppError, civilDate, daysInMonth } from '#model/index.ts';
import type { CivilDate, Place } from '#model/index.ts';

export interface DayRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** @throws AppError `bad_query` where it is no date, with its place. */
export function dayRange(text: string, at: Place): DayRange {
  const [first = '', second, ...more] = text.split(':').map((part) => part.trim());
  if (more.length > 0) throw noDate(text, at);
  const from = oneDate(first, text, at);
  return second === undefined ? from : { from: from.from, to: oneDate(second, text, at).to };
}

function oneDate(part: string, text: string, at: Place): DayRange {
  const match = /^(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?$/.exec(part);
  if (match === null) throw noDate(text, at);
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month === undefined) return { from: civilDate(year, 1, 1), to: civilDate(year, 12, 31) };
  if (month < 1 || month > 12) throw noDate(text, at);
  const last = daysInMonth(year, month);
  if (day === undefined) return { from: civilDate(year, month, 1), to: civilDate(year, month, last) };
  if (day < 1 || day > last) throw noDate(text, at);
  return { from: civilDate(year, month, day), to: civilDate(year, month, day) };
}

function noDate(text: string, at: Place): AppError {
  return new AppError(
    'bad_query',
    `“${text}” at position ${at.start + 1} is no date. Write a year, a month or a day, or two of them with a colon: 2012, 2010/12, 2011/11/01:2011/12/31.`,
    { at },
  );
}
