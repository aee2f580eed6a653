/** Numbers the stems of a window by how many papers have them, and writes its papers in these numbers. */
import { inBatches } from './in-batches.ts';
import { WordPacker, WordReader } from './packed-words.ts';
import type { PackedWords } from './packed-words.ts';
import { Stems } from './stems.ts';

/** Where a paper stands, in numbers that came about as papers were read. */
export interface PlacedPaper {
  readonly packed: PackedWords;
  readonly paper: number;
}

/** The words of a window, in numbers of its own. */
export interface Numbered {
  readonly packed: PackedWords;
  readonly stems: Stems;
  /** By number: how many papers have the stem; it never rises. */
  readonly papersWithStem: Uint32Array;
  /** How many words there are, all in all. */
  readonly occurrences: number;
}

/**
 * The stem of most papers is 0; of stems in equally many, the one first seen comes first. Numbers so given depend on the papers and their
 * order alone, and the most frequent take one byte.
 */
export function* numbered(
  places: readonly PlacedPaper[],
  stemCount: number,
  stemAt: (number: number) => string,
  batch: number,
): Generator<void, Numbered> {
  const papersWith = new Uint32Array(stemCount);
  const lastSeen = new Int32Array(stemCount).fill(-1);
  const inOrder: number[] = [];
  const reader = new WordReader();
  let occurrences = 0;
  const read = (row: number): void => {
    const { packed, paper } = places[row] as PlacedPaper;
    reader.read(packed, paper);
  };
  yield* inBatches(places.length, batch, (row) => {
    read(row);
    occurrences += reader.count;
    for (let at = 0; at < reader.count; at += 1) {
      const word = reader.words[at] as number;
      if (lastSeen[word] === row) continue;
      if (lastSeen[word] === -1) inOrder.push(word);
      lastSeen[word] = row;
      papersWith[word] = (papersWith[word] as number) + 1;
    }
  });
  inOrder.sort((one, other) => (papersWith[other] as number) - (papersWith[one] as number));
  const numbers = new Uint32Array(stemCount);
  for (const [number, word] of inOrder.entries()) numbers[word] = number;
  const packer = new WordPacker();
  let paper = new Uint32Array(1024);
  yield* inBatches(places.length, batch, (row) => {
    read(row);
    const { words, count, inTitle } = reader;
    if (count >= paper.length) paper = new Uint32Array(2 * count);
    paper[0] = inTitle;
    for (let at = 0; at < count; at += 1) paper[at + 1] = numbers[words[at] as number] as number;
    packer.add(paper, count + 1);
  });
  return {
    occurrences,
    packed: packer.packed(),
    stems: new Stems(inOrder.map(stemAt)),
    papersWithStem: Uint32Array.from(inOrder, (word) => papersWith[word] as number),
  };
}
