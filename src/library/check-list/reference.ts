/** What one entry of a pasted list says of the paper it means, as far as it can be read. */

/** No reference is longer, and no part of one; what is, is cut, so that a pasted book does not hold up the house. */
export const LONGEST_REFERENCE = 3_000;

export interface Reference {
  /** Where it begins in the text, from 1. */
  readonly line: number;
  /** As it was pasted, on one line. */
  readonly text: string;
  readonly ids: ReferenceIds;
  readonly title?: string;
  readonly year?: number;
  /** Family name, or the name of a group. */
  readonly firstAuthor?: string;
  readonly journal?: string;
  /** The parts come from named fields, so that the title is the whole title and nothing else. */
  readonly fielded: boolean;
}

export interface ReferenceIds {
  readonly pmid?: string;
  /** `PMC123`. */
  readonly pmcid?: string;
  /** In lower case, without the punctuation around it. */
  readonly doi?: string;
  /** An id of this house, such as `S0005`, in lower case. */
  readonly own?: string;
}

export interface ReadReferences {
  readonly references: readonly Reference[];
  /** Sentences on what was left out. */
  readonly notes: readonly string[];
}

/** A piece of the text that stands for one reference, before it is read. */
export interface Entry {
  readonly line: number;
  readonly text: string;
}

/** Named fields of one record, whatever format they stood in. */
export interface Fields {
  readonly line: number;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly year?: string | undefined;
  readonly journal?: string | undefined;
  readonly pmid?: string | undefined;
  readonly pmcid?: string | undefined;
  readonly doi?: string | undefined;
  /** Everything else that may hold an identifier. */
  readonly other?: string | undefined;
}

/** Whether anything was found to look a paper up by. */
export function hasIds({ pmid, pmcid, doi, own }: ReferenceIds): boolean {
  return (pmid ?? pmcid ?? doi ?? own) !== undefined;
}
