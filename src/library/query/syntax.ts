/** What a query means once it is read: words, headings, names and days, joined from left to right. */
import type { CivilDate, Place, RecordId } from '#model/index.ts';

export type Query = Term | Joined;

/** Two parts and how they go together; `not` takes the right away from the left. */
export interface Joined {
  readonly join: 'and' | 'or' | 'not';
  readonly left: Query;
  readonly right: Query;
}

/** Which parts of a record words are looked for in. */
export type Scope = 'everywhere' | 'title' | 'title-abstract' | 'text';

export type Term = (Words | Named | Days | Records | Everything) & {
  /** Where the term stands in what was typed. */
  readonly at: Place;
};

/** One word, or several in a row. Loose words match by stem, exact ones (quoted, tagged, truncated) as written. */
export interface Words {
  readonly kind: 'words';
  readonly scope: Scope;
  readonly forms: readonly string[];
  readonly exact: boolean;
  /** The last form is the beginning of a word. */
  readonly prefix: boolean;
}

/** A name that is matched whole: a heading, an author, a journal, a type, a language, a PMID. */
export interface Named {
  readonly kind: 'heading' | 'author' | 'journal' | 'type' | 'language' | 'pmid';
  readonly forms: readonly string[];
  /** Typed in quotation marks: for an author, these initials and no others. */
  readonly exact: boolean;
  readonly prefix: boolean;
}

/** Published, in print or online, from one day to another, both included. */
export interface Days {
  readonly kind: 'days';
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** These papers and no others. */
export interface Records {
  readonly kind: 'records';
  readonly ids: readonly RecordId[];
}

export interface Everything {
  readonly kind: 'everything';
}

/** The terms of a query that papers must have, in the order they were typed; what stands behind NOT is left out. */
export function wantedTerms(query: Query): Term[] {
  const wanted: Term[] = [];
  let rest = query;
  while ('join' in rest) {
    if (rest.join !== 'not') wanted.unshift(...wantedTerms(rest.right));
    rest = rest.left;
  }
  return [rest, ...wanted];
}
