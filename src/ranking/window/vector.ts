/** One paper as the window sees it: a vector of length 1, or shorter by the terms that have no column. */
import { wordsOf } from '../features/vocabulary.ts';
import type { PaperText } from '../features/vocabulary.ts';
import type { SparseVector } from '../mix/groups.ts';
import { LEARNING } from '../learner/settings.ts';
import { GROWTH } from './weighing.ts';
import { COUNT_BITS, MOST_COUNT } from './settings.ts';
import { rarityIn } from './window.ts';
import type { Window } from './window.ts';

/** A paper of the window by its row, or any text, such as that of a liked paper that has left the window. */
export type Example =
  { readonly row: number; readonly weight: number } | { readonly text: PaperText; readonly weight: number };

/** The vector of an example, its weight left aside. Of a text, terms that the window does not know are passed over. */
export function vectorOf(window: Window, example: Example): SparseVector {
  return 'row' in example ? vectorOfRow(window, example.row) : vectorOfText(window, example.text);
}

export function vectorOfRow(window: Window, row: number): SparseVector {
  const { starts, cells, perLength } = window.vectors;
  const start = starts[row] as number;
  const size = (starts[row + 1] as number) - start;
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  const scale = perLength[row] as number;
  for (let at = 0; at < size; at += 1) {
    const cell = cells[start + at] as number;
    const column = cell >>> COUNT_BITS;
    columns[at] = column;
    values[at] = (GROWTH[cell & MOST_COUNT] as number) * rarityIn(window, column) * scale;
  }
  return { columns, values };
}

function vectorOfText(window: Window, { title, abstract }: PaperText): SparseVector {
  const { titleCounts, pairs } = LEARNING.features;
  const counts = new Map<number, number>();
  const count = (column: number | undefined, times: number): void => {
    if (column !== undefined) counts.set(column, Math.min((counts.get(column) ?? 0) + times, MOST_COUNT));
  };
  let before: number | undefined;
  const countAll = (text: string, times: number): void => {
    for (const word of wordsOf(text, LEARNING.features)) {
      const number = window.columns.numberOf(word);
      if (number !== undefined) count(window.columns.columnOfWord(number), times);
      if (pairs && before !== undefined && number !== undefined)
        count(window.columns.columnOfPair(before, number), times);
      before = number;
    }
  };
  countAll(title, titleCounts);
  countAll(abstract, 1);
  const columns = Uint32Array.from(counts.keys());
  const raw = Float64Array.from(
    columns,
    (column) => (GROWTH[counts.get(column) as number] as number) * rarityIn(window, column),
  );
  const length = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0));
  return { columns, values: Float32Array.from(raw, (value) => value / length) };
}
