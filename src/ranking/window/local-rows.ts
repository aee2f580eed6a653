/** A few papers as rows over the columns that they have alone, so that learning from them takes no longer where a window is wide. */
import type { Rows } from '../features/rows.ts';
import type { SparseVector } from '../mix/groups.ts';
import { ColumnSet } from './column-set.ts';
import { vectorOf, vectorOfRow } from './vector.ts';
import type { Example } from './vector.ts';
import type { Window } from './window.ts';

/** A vector shorter than 1 by less is so by rounding. */
const ROUNDING = 1e-5;

export interface LocalRows {
  /** The examples, then the others. */
  readonly rows: Rows;
  /** By local column: that of the window, ascending. Local columns beyond them stand for what single papers have alone. */
  readonly columns: Uint32Array;
}

/**
 * @param examples their columns are the local ones. What a paper of the window has in terms of its own is one column more: no other paper
 *   has it, but without it the paper would be learned from as if it were shorter.
 * @param others rows of the window, seen through these columns alone.
 */
export function localRows(window: Window, examples: readonly Example[], others: readonly number[]): LocalRows {
  const vectors = examples.map((example) => vectorOf(window, example));
  const local = new ColumnSet(window.width, (mark) => {
    for (const { columns } of vectors) for (let at = 0; at < columns.length; at += 1) mark(columns[at] as number);
  });
  const columns = local.columns();
  const own = new Map<number, number>();
  for (const [at, example] of examples.entries()) {
    if (!('row' in example) || own.has(example.row) || (vectors[at] as SparseVector).columns.length === 0) continue;
    if (missing(vectors[at] as SparseVector) > ROUNDING) own.set(example.row, columns.length + own.size);
  }
  const seen = others.map((row) => vectorOfRow(window, row));
  const rows = rowsFrom(
    [...vectors, ...seen],
    [
      ...examples.map((example) => ('row' in example ? own.get(example.row) : undefined)),
      ...others.map((row) => own.get(row)),
    ],
    local,
    columns.length + own.size,
  );
  return { rows, columns };
}

/** What the square of a vector's length lacks to 1. */
function missing({ values }: SparseVector): number {
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += (values[at] as number) ** 2;
  return 1 - squares;
}

/** @param own by vector: the column for what it lacks, where it has one. */
function rowsFrom(
  vectors: readonly SparseVector[],
  own: readonly (number | undefined)[],
  local: ColumnSet,
  width: number,
): Rows {
  const most = vectors.reduce((sum, { columns }) => sum + columns.length + 1, 0);
  const starts = new Uint32Array(vectors.length + 1);
  const columns = new Uint32Array(most);
  const values = new Float32Array(most);
  let end = 0;
  for (let row = 0; row < vectors.length; row += 1) {
    const vector = vectors[row] as SparseVector;
    for (let at = 0; at < vector.columns.length; at += 1) {
      const place = local.placeOf(vector.columns[at] as number);
      if (place < 0) continue;
      columns[end] = place;
      values[end] = vector.values[at] as number;
      end += 1;
    }
    const column = own[row];
    if (column !== undefined) {
      columns[end] = column;
      values[end] = Math.sqrt(missing(vector));
      end += 1;
    }
    starts[row + 1] = end;
  }
  return { starts, columns: columns.subarray(0, end), values: values.subarray(0, end), width };
}
