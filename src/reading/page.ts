/** Long lists, a page at a time, the newest first. */
import { AppError } from '#model/index.ts';

const MOST = 200;
const USUAL = 50;

export interface PageQuestion {
  /** Entries older than this one: the `next` of the page before. */
  readonly before?: number | undefined;
  /** From 1 to 200; 50 where nothing is said. */
  readonly limit?: number | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** What to ask for as `before`, where there are older ones. */
  readonly next?: number;
}

/** @throws AppError `bad_request` */
export function pageSize({ before, limit = USUAL }: PageQuestion): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new AppError('bad_request', `A page has from 1 to ${MOST} entries, not ${limit}. Ask for as many.`);
  if (before !== undefined && !Number.isSafeInteger(before))
    throw new AppError('bad_request', 'The place where the page begins is no whole number. Begin with the first page.');
  return limit;
}

/** @param rows one more than the page holds, where there are so many. */
export function pageOf<Row extends { readonly sequence: number }, Entry>(
  rows: readonly Row[],
  size: number,
  entryOf: (row: Row) => Entry,
): Page<Entry> {
  const shown = rows.slice(0, size);
  const next = rows.length > size ? shown.at(-1)?.sequence : undefined;
  return { entries: shown.map(entryOf), ...(next === undefined ? {} : { next }) };
}
