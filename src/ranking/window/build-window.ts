/** A window from the words of its papers. */
import { WORDS_VERSION } from '#text/index.ts';
import { LEARNING } from '../learner/settings.ts';
import { Columns } from './columns.ts';
import { countPairs } from './count-pairs.ts';
import { countWords } from './count-words.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Numbered } from './numbering.ts';
import type { Draft, Postings, TermLimits } from './postings.ts';
import { BYTES_A_KEY, MOST_BYTES_A_RECORD, MOST_COLUMNS, SINGLE_TERMS_GO_AT } from './settings.ts';
import { vectorsOf } from './vectors.ts';
import type { Vectors } from './vectors.ts';
import { rarityOf } from './weighing.ts';
import type { Window, WindowBytes } from './window.ts';

/** @throws RangeError where the papers have more terms than a window can tell apart, some sixteen million. */
export function* buildWindow(keys: readonly string[], words: Numbered, batch: number): Generator<void, Window> {
  const size = keys.length;
  const { titleCounts, largestShare } = LEARNING.features;
  const limits = { papers: size, fewest: size < SINGLE_TERMS_GO_AT ? 1 : 2, most: largestShare * size, titleCounts };
  const { columns, draft } = yield* countTerms(words, limits, batch);
  if (columns.width > MOST_COLUMNS)
    throw new RangeError(`A window tells at most ${MOST_COLUMNS} terms apart; these papers have ${columns.width}.`);
  const starts = Uint32Array.from(draft.starts);
  const end = starts.at(-1) as number;
  const postings = { starts, rows: draft.rows.slice(0, end), counts: draft.counts.slice(0, end) };
  const rarity = Float64Array.from({ length: size + 1 }, (_, papersWith) => rarityOf(size, papersWith));
  const vectors = yield* vectorsOf(postings, draft, rarity);
  yield;
  const rowsByKey = new Map(keys.map((key, row) => [key, row]));
  const scratch = new ArrayBuffer(columns.width * Float32Array.BYTES_PER_ELEMENT);
  const said = JSON.stringify({ WORDS_VERSION, ...LEARNING.features, ...limits });
  return {
    size,
    keys,
    width: columns.width,
    version: fingerprintOf([said, ...keys, words.stems.text], words.packed.bytes),
    bytes: bytesOf(words, columns, vectors, postings, rarity.byteLength + scratch.byteLength, size),
    columns,
    vectors,
    postings,
    rarity,
    rowsByKey,
    scratch,
    rowOf: (key) => rowsByKey.get(key),
    stemsOf: (column) => columns.stemsOf(column),
    columnOf: (stems) => columns.columnOf(stems),
    columnsWith: (stem) => columns.columnsWith(stem),
  };
}

function* countTerms(
  words: Numbered,
  limits: TermLimits,
  batch: number,
): Generator<void, { columns: Columns; draft: Draft }> {
  const { stems, papersWithStem, occurrences } = words;
  const firstWord = firstAt(papersWithStem, (papers) => papers <= limits.most);
  const end = Math.max(
    firstWord,
    firstAt(papersWithStem, (papers) => papers < limits.fewest),
  );
  // Each occurrence begins at most one posting of its word, and one of the pair that it begins.
  const draft: Draft = {
    starts: [0],
    rows: new Uint16Array(2 * occurrences),
    counts: new Uint8Array(2 * occurrences),
    lost: new Float64Array(limits.papers),
  };
  yield* countWords(words, [firstWord, end], limits, draft, batch);
  const pairs = LEARNING.features.pairs
    ? yield* countPairs(words, limits, draft, batch)
    : { pairStarts: new Uint32Array(1), seconds: new Uint32Array(0) };
  return { columns: new Columns({ stems, firstWord, words: end - firstWord, ...pairs }), draft };
}

/** The first number whose count holds; counts never rise. The end where none does. */
function firstAt(counts: Uint32Array, holds: (count: number) => boolean): number {
  const found = counts.findIndex(holds);
  return found < 0 ? counts.length : found;
}

function bytesOf(
  { packed }: Numbered,
  columns: Columns,
  vectors: Vectors,
  postings: Postings,
  beside: number,
  size: number,
): WindowBytes {
  const parts = {
    words: packed.bytes.byteLength + packed.starts.byteLength,
    vectors: vectors.cells.byteLength + vectors.starts.byteLength + vectors.perLength.byteLength,
    postings: postings.rows.byteLength + postings.counts.byteLength + postings.starts.byteLength,
    dictionary: columns.bytes + size * BYTES_A_KEY + beside,
  };
  const sum = Object.values(parts).reduce((all, each) => all + each, 0);
  return { ...parts, perRecord: size === 0 ? 0 : Math.ceil(sum / size), budget: MOST_BYTES_A_RECORD };
}
