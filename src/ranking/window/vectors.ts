/** The papers of a window as vectors, written from the postings. */
import type { Draft, Postings } from './postings.ts';
import { COUNT_BITS } from './settings.ts';
import { GROWTH } from './weighing.ts';

export interface Vectors {
  /** Row r stands at starts[r] up to starts[r + 1], exclusive. */
  readonly starts: Uint32Array;
  /** Ascending in a row: column << 8 | how often its term stands in the paper, the title's as often as the settings say. */
  readonly cells: Uint32Array;
  /** By row: what brings it to length 1, terms without a column counted; 0 for a row without terms. */
  readonly perLength: Float32Array;
}

/** Cells written between two pauses. */
const AT_ONCE = 2 ** 20;

export function* vectorsOf(postings: Postings, { lost }: Draft, rarity: Float64Array): Generator<void, Vectors> {
  const { starts: columnStarts, rows, counts } = postings;
  const starts = new Uint32Array(lost.length + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    starts[row + 1] = (starts[row + 1] as number) + 1;
  }
  for (let row = 0; row < lost.length; row += 1)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const cells = new Uint32Array(rows.length);
  const squares = Float64Array.from(lost);
  let pauseAt = AT_ONCE;
  for (let column = 0; column < columnStarts.length - 1; column += 1) {
    const end = columnStarts[column + 1] as number;
    const start = columnStarts[column] as number;
    const rare = rarity[end - start] as number;
    for (let at = start; at < end; at += 1) {
      const row = rows[at] as number;
      const often = counts[at] as number;
      const place = next[row] as number;
      cells[place] = (column << COUNT_BITS) | often;
      next[row] = place + 1;
      squares[row] = (squares[row] as number) + ((GROWTH[often] as number) * rare) ** 2;
    }
    if (end < pauseAt) continue;
    pauseAt = end + AT_ONCE;
    yield;
  }
  const perLength = Float32Array.from(squares, (sum) => (sum > 0 ? 1 / Math.sqrt(sum) : 0));
  return { starts, cells, perLength };
}
