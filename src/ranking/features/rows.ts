/** Papers as sparse rows: for each the columns that are not zero and their values, one row after the other in flat arrays. */

export interface Rows {
  /** Row r stands at starts[r] up to starts[r + 1], exclusive; so there is one more start than rows. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
  /** How many columns there are; every column is below it. */
  readonly width: number;
}

/** The inner product of one row with dense weights, one weight a column. */
export function product({ starts, columns, values }: Rows, row: number, weights: Float64Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let at = starts[row] as number; at < end; at += 1)
    sum += (values[at] as number) * (weights[columns[at] as number] as number);
  return sum;
}

/** Adds a row, times a factor, to dense weights. */
export function addTo(weights: Float64Array, { starts, columns, values }: Rows, row: number, factor: number): void {
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    const column = columns[at] as number;
    weights[column] = (weights[column] as number) + factor * (values[at] as number);
  }
}

/** The squared length of a row: 1 for a paper with words, 0 for one without. */
export function squaredLength({ starts, values }: Rows, row: number): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let at = starts[row] as number; at < end; at += 1) sum += (values[at] as number) ** 2;
  return sum;
}
