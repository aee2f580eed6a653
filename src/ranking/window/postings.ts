/** By column, the papers of a window that have it. */

export interface Postings {
  /** Column c stands at starts[c] up to starts[c + 1], exclusive. */
  readonly starts: Uint32Array;
  /** Ascending within a column. */
  readonly rows: Uint16Array;
  /** How often the paper of each row has the term; one in the title counts as often as the settings say. */
  readonly counts: Uint8Array;
}

/** What columns are chosen from and counted in. */
export interface TermLimits {
  readonly papers: number;
  /** A term in fewer papers has no column; 1 or 2. */
  readonly fewest: number;
  /** A term in more papers has none. */
  readonly most: number;
  /** How often an occurrence in the title counts. */
  readonly titleCounts: number;
}

/** Postings while they are written, column after column, with how often each paper has the term, and what is left out. */
export interface Draft {
  readonly starts: number[];
  readonly rows: Uint16Array;
  readonly counts: Uint8Array;
  /** By row: the squares of the terms that are in too few papers to have a column. */
  readonly lost: Float64Array;
}
