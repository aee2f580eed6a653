/** The sizes of the window of the feed, and why they are these. */

/**
 * What a record may take, everything in it: fifty thousand papers are then 140 megabytes. A window reports what it takes; it is most
 * where every paper has a long abstract. Postings with their counts, by which scores are summed up, are a third of it.
 */
export const MOST_BYTES_A_RECORD = 2800;

/** Rows are kept as numbers of two bytes. */
export const MOST_PAPERS = 2 ** 16;

/**
 * In a window of so many papers or more, a term of one paper alone has no column: it can bring no other paper, and three terms in four are
 * such. It still counts in the length of its paper and in what is learned from it, so the scores of papers that are no examples stay the same.
 */
export const SINGLE_TERMS_GO_AT = 2000;

/** How often a term is told apart in one paper; a cell keeps the count in one byte and the column in three. */
export const MOST_COUNT = 255;
export const MOST_COLUMNS = 2 ** 24;
export const COUNT_BITS = 8;

/** What a key takes beside its letters, which the caller keeps: an entry of a map and of a list, as measured with Node 24. */
export const BYTES_A_KEY = 48;
