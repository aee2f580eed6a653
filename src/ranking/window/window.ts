/** The newest papers of a library, ready to be scored for anybody: their vectors, and by column the papers that have it. */
import type { Columns } from './columns.ts';
import type { Postings } from './postings.ts';
import type { Vectors } from './vectors.ts';

export interface Window {
  /** How many papers it holds; they are its rows, from 0. */
  readonly size: number;
  /** By row, as they were given: newest first. */
  readonly keys: readonly string[];
  /** How many columns there are: words and pairs of neighbouring words. */
  readonly width: number;
  /** The same for the same papers with the same words and settings alone. */
  readonly version: string;
  readonly bytes: WindowBytes;
  readonly columns: Columns;
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** By how many papers have a term: how rare it is. */
  readonly rarity: Float64Array;
  readonly rowsByKey: ReadonlyMap<string, number>;
  /** Room for one number a column, used by one call at a time and left at 0 by it. */
  readonly scratch: ArrayBuffer;
  rowOf(key: string): number | undefined;
  /** The stem of a column, or the two of a pair, which are not yet words that people read. */
  stemsOf(column: number): readonly string[];
  /** The column of one stem, or of two that follow each other. */
  columnOf(stems: readonly string[]): number | undefined;
  /** The columns of a stem and of all pairs that have it, ascending; looks through all pairs. */
  columnsWith(stem: string): number[];
}

/** How rare the term of a column is. */
export function rarityIn({ rarity, postings: { starts } }: Window, column: number): number {
  return rarity[(starts[column + 1] as number) - (starts[column] as number)] as number;
}

/** The room that a window and its words take, in bytes. */
export interface WindowBytes {
  readonly words: number;
  readonly vectors: number;
  readonly postings: number;
  /** Stems, columns, keys, and the room that calls use. */
  readonly dictionary: number;
  /** All of it, divided by the papers; 0 without papers. */
  readonly perRecord: number;
  /** What a record may take. */
  readonly budget: number;
}
