/** Writes the postings of the words of a window. Stems are numbered by how many papers have them, so that no table is needed. */
import { inBatches } from './in-batches.ts';
import { WordReader } from './packed-words.ts';
import type { Numbered } from './numbering.ts';
import type { Draft, TermLimits } from './postings.ts';
import { MOST_COUNT } from './settings.ts';
import { GROWTH, rarityOf } from './weighing.ts';

/** Stems from the first number up to the second, exclusive, have columns. */
type KeptStems = readonly [number, number];

export function* countWords(
  { packed, papersWithStem }: Numbered,
  [first, end]: KeptStems,
  { papers, titleCounts }: TermLimits,
  { starts, rows, counts, lost }: Draft,
  batch: number,
): Generator<void, void> {
  for (let stem = first; stem < end; stem += 1)
    starts.push((starts.at(-1) as number) + (papersWithStem[stem] as number));
  const next = Uint32Array.from(starts);
  const times = new Uint32Array(papersWithStem.length);
  const reader = new WordReader();
  const single = rarityOf(papers, 1) ** 2;
  yield* inBatches(papers, batch, (paper) => {
    reader.read(packed, paper);
    const { words, count, inTitle } = reader;
    for (let at = 0; at < count; at += 1) {
      const word = words[at] as number;
      times[word] = (times[word] as number) + (at < inTitle ? titleCounts : 1);
    }
    for (let at = 0; at < count; at += 1) {
      const word = words[at] as number;
      const often = Math.min(times[word] as number, MOST_COUNT);
      if (often === 0) continue;
      times[word] = 0;
      if (word >= end) lost[paper] = (lost[paper] as number) + single * (GROWTH[often] as number) ** 2;
      else if (word >= first) {
        const place = next[word - first] as number;
        rows[place] = paper;
        counts[place] = often;
        next[word - first] = place + 1;
      }
    }
  });
}
