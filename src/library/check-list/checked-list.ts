/** A list of references, checked against the library: one row a paper, with what has become of it. */
import type { Paper } from '#model/index.ts';
import type { Notice } from '../notices.ts';
import type { Chip } from '../reading-aids/index.ts';
import type { Standing } from './standing.ts';

export interface CheckedList {
  /** In the order of the list. */
  readonly rows: readonly CheckedRow[];
  /** Sentences on what was left out. */
  readonly notes: readonly string[];
}

export interface CheckedRow {
  /** Lines of the text that name it, from 1. */
  readonly lines: readonly number[];
  /** The reference as it was pasted, shortened. */
  readonly text: string;
  /** `several`: one or more may be meant; `missing`: known by its number, not here; `unknown`: not recognised. */
  readonly state: 'here' | 'several' | 'missing' | 'unknown';
  readonly paper?: ListedPaper;
  /** The papers that fit where more than one may be meant. */
  readonly options: readonly OfferedPaper[];
  readonly standing?: Standing;
  readonly remark?: string;
  /** PMID, PMCID or DOI by which a missing paper can be fetched. */
  readonly wanted?: string;
}

/** A paper that may be meant, with what would stand beside the reference if it is. */
export interface OfferedPaper extends ListedPaper {
  readonly standing?: Standing;
}

/** As lists show a paper. */
export interface ListedPaper {
  readonly paper: Paper;
  readonly notices: readonly Notice[];
  readonly chips: readonly Chip[];
}
