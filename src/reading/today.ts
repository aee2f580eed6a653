/** What is kept of a day's list, and what of it is refused. Pure. */
import { AppError, isCalendarDay } from '#model/index.ts';
import type { CivilDate } from '#model/index.ts';

export interface KeptDay {
  readonly day: CivilDate;
  /** Instant in UTC at which the list of the day was made. */
  readonly openedAt: string;
}

/** Survives JSON unchanged. */
export interface KeptToday extends KeptDay {
  /** The JSON that was kept; what it says is for whoever kept it to know. */
  readonly record: unknown;
}

export interface TodayChange {
  /** Orders the changes. */
  readonly sequence: number;
  /** Instant in UTC. */
  readonly at: string;
  /** The JSON that was kept. */
  readonly change: unknown;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @throws AppError `bad_request` */
export function checkDay(day: string): CivilDate {
  const [, year, month, dayOfMonth] = DAY.exec(day) ?? [];
  if (year === undefined || !isCalendarDay(Number(year), Number(month), Number(dayOfMonth)))
    throw new AppError('bad_request', `"${day.slice(0, 80)}" is no day. It looks like 2026-03-09.`);
  return day as CivilDate;
}

/** @param what as the sentence begins. @throws AppError `bad_request` */
export function jsonOf(value: unknown, longest: number, what: string): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new AppError('bad_request', `${what} is nothing that can be kept. Give it as JSON.`);
  const bytes = Buffer.byteLength(text);
  if (bytes > longest)
    throw new AppError('bad_request', `${what} has ${bytes} bytes; ${longest} fit. Leave something out.`);
  return text;
}

export function keptToday(row: {
  readonly day: CivilDate;
  readonly opened_at: number;
  readonly record: string;
}): KeptToday {
  return { day: row.day, openedAt: new Date(row.opened_at).toISOString(), record: JSON.parse(row.record) };
}
