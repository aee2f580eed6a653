/** Rows of papers written out by hand. */
import type { Rows } from '#ranking/index.ts';

/** @param dense a list for each paper, one value a column. */
export function rowsFrom(dense: readonly (readonly number[])[]): Rows {
  const columns: number[] = [];
  const values: number[] = [];
  const starts = [0];
  for (const row of dense) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts.push(columns.length);
  }
  return {
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    width: dense[0]?.length ?? 0,
  };
}
