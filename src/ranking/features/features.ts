/**
 * What the learner sees of a paper: its terms, weighted by how often they stand in it and how rare they are
 * (tf-idf: 1 + ln tf, times the rarity), in a row of length 1.
 */
import type { Rows } from './rows.ts';
import { wordsOf } from './vocabulary.ts';
import type { PaperText, Vocabulary } from './vocabulary.ts';

/**
 * A row for each text, in their order, whether or not the vocabulary was made of them. A text without a term of the vocabulary
 * has an empty row.
 */
export function rowsOf(texts: readonly PaperText[], vocabulary: Vocabulary): Rows {
  const starts = new Uint32Array(texts.length + 1);
  const counted = texts.map((text) => termCounts(text, vocabulary));
  const size = counted.reduce((sum, each) => sum + each.size, 0);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let end = 0;
  for (const [row, counts] of counted.entries()) {
    const start = end;
    let squares = 0;
    for (const [column, count] of counts) {
      const value = (1 + Math.log(count)) * (vocabulary.rarity[column] as number);
      columns[end] = column;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    for (let at = start; at < end; at += 1) values[at] = (values[at] as number) / Math.sqrt(squares);
    starts[row + 1] = end;
  }
  return { starts, columns, values, width: vocabulary.width };
}

/** How often each column's term stands in a text, those of the title as often as the settings say. */
function termCounts({ title, abstract }: PaperText, vocabulary: Vocabulary): Map<number, number> {
  const { settings } = vocabulary;
  const counts = new Map<number, number>();
  const count = (column: number | undefined, times: number): void => {
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + times);
  };
  let before: string | undefined;
  const countAll = (text: string, times: number): void => {
    for (const word of wordsOf(text, settings)) {
      count(vocabulary.columnOfWord(word), times);
      if (settings.pairs && before !== undefined) count(vocabulary.columnOfPair(before, word), times);
      before = word;
    }
  };
  countAll(title, settings.titleCounts);
  countAll(abstract, 1);
  return counts;
}
