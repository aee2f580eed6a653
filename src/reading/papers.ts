/** The papers that an act is about: as ids of the house, each once, and not too many. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';

const RECORD_ID = /^(?:pm[1-9]\d{0,11}|(?:doi|src)-[0-9a-z]{1,64})$/;

/** So many papers can be acted on at once. */
export const MOST_AT_ONCE = 1_000;

/**
 * Whether the library has them is for whoever asks to know.
 * @returns each once, in the order given.
 * @throws AppError `bad_request`
 */
export function checkPapers(papers: readonly RecordId[], most = MOST_AT_ONCE): RecordId[] {
  const each = [...new Set(papers)];
  if (each.length > most)
    throw new AppError('bad_request', `These are ${each.length} papers; at most ${most} go at once. Take fewer.`);
  const wrong = each.find((paper) => !RECORD_ID.test(paper));
  if (wrong !== undefined)
    throw new AppError('bad_request', `"${wrong.slice(0, 80)}" is no paper's id. It looks like pm37003049.`);
  return each;
}

/** @throws AppError `bad_request` */
export function checkPaper(paper: RecordId): void {
  checkPapers([paper]);
}

/** What the database says of them in its own order, in the order in which they were given. */
export function inOrderOf(papers: readonly RecordId[], rows: readonly { readonly paper: RecordId }[]): RecordId[] {
  const told = new Set(rows.map(({ paper }) => paper));
  return papers.filter((paper) => told.has(paper));
}
