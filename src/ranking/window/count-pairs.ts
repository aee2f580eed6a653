/**
 * Writes the postings of the pairs of neighbouring words of a window. Occurrences are brought together by their first word, some first words
 * at a time, so that each is then counted in arrays of one number a stem; a table of all pairs would be too large to be fast.
 */
import { inBatches } from './in-batches.ts';
import { WordReader } from './packed-words.ts';
import type { PackedWords } from './packed-words.ts';
import type { Numbered } from './numbering.ts';
import type { Draft, TermLimits } from './postings.ts';
import { MOST_COUNT } from './settings.ts';
import { GROWTH, rarityOf } from './weighing.ts';

export interface CountedPairs {
  readonly pairStarts: Uint32Array;
  readonly seconds: Uint32Array;
}

/** Occurrences brought together at a time. */
const AT_ONCE = 2 ** 21;
/** The bit beside a second word that says it is of the title. */
const IN_TITLE = 2 ** 31;

/** Why a pair has no column, in place of where its postings are. */
const TOO_FEW = -1;
const TOO_MANY = -2;

export function* countPairs(
  { packed, papersWithStem }: Numbered,
  limits: TermLimits,
  draft: Draft,
  batch: number,
): Generator<void, CountedPairs> {
  const stems = papersWithStem.length;
  const seconds: number[] = [];
  const pairStarts = new Uint32Array(stems + 1);
  const counter = new Counter(stems, limits, draft, seconds);
  const occurrences = yield* occurrencesByFirst(packed, stems, limits.papers, batch);
  let from = 0;
  while (from < stems) {
    let to = from + 1;
    let sum = occurrences[from] as number;
    while (to < stems && sum + (occurrences[to] as number) <= AT_ONCE) {
      sum += occurrences[to] as number;
      to += 1;
    }
    const group = yield* gathered(packed, limits.papers, occurrences.subarray(from, to), from, sum, batch);
    for (let first = from; first < to; first += 1) {
      const start = group.starts[first - from] as number;
      counter.count(group, start, start + (occurrences[first] as number));
      pairStarts[first + 1] = seconds.length;
    }
    yield;
    from = to;
  }
  return { pairStarts, seconds: Uint32Array.from(seconds) };
}

function* occurrencesByFirst(
  packed: PackedWords,
  stems: number,
  papers: number,
  batch: number,
): Generator<void, Uint32Array> {
  const occurrences = new Uint32Array(stems);
  const reader = new WordReader();
  yield* inBatches(papers, batch, (paper) => {
    reader.read(packed, paper);
    const { words, count } = reader;
    for (let at = 0; at < count - 1; at += 1) {
      const word = words[at] as number;
      occurrences[word] = (occurrences[word] as number) + 1;
    }
  });
  return occurrences;
}

/** Occurrences of pairs, by first word and then by paper. */
interface Group {
  readonly starts: Uint32Array;
  readonly seconds: Uint32Array;
  readonly rows: Uint16Array;
}

function* gathered(
  packed: PackedWords,
  papers: number,
  occurrences: Uint32Array,
  from: number,
  size: number,
  batch: number,
): Generator<void, Group> {
  const starts = new Uint32Array(occurrences.length);
  for (let first = 1; first < starts.length; first += 1)
    starts[first] = (starts[first - 1] as number) + (occurrences[first - 1] as number);
  const next = starts.slice();
  const seconds = new Uint32Array(size);
  const rows = new Uint16Array(size);
  const reader = new WordReader();
  yield* inBatches(papers, batch, (paper) => {
    reader.read(packed, paper);
    const { words, count, inTitle } = reader;
    for (let at = 1; at < count; at += 1) {
      const first = (words[at - 1] as number) - from;
      if (first < 0 || first >= next.length) continue;
      const place = next[first] as number;
      seconds[place] = at < inTitle ? (words[at] as number) | IN_TITLE : (words[at] as number);
      rows[place] = paper;
      next[first] = place + 1;
    }
  });
  return { starts, seconds, rows };
}

/** Counts the pairs of one first word after the other. Its arrays have one number a stem, that of the second word. */
class Counter {
  readonly #limits: TermLimits;
  readonly #draft: Draft;
  /** Of the pairs that have columns, the second words. */
  readonly #kept: number[];
  readonly #papers: Uint32Array;
  readonly #lastRow: Int32Array;
  readonly #place: Int32Array;
  readonly #times: Uint32Array;
  readonly #single: number;

  constructor(stems: number, limits: TermLimits, draft: Draft, kept: number[]) {
    this.#limits = limits;
    this.#draft = draft;
    this.#kept = kept;
    this.#papers = new Uint32Array(stems);
    this.#lastRow = new Int32Array(stems).fill(-1);
    this.#place = new Int32Array(stems);
    this.#times = new Uint32Array(stems);
    this.#single = rarityOf(limits.papers, 1) ** 2;
  }

  count(group: Group, start: number, end: number): void {
    const met = this.#countPapers(group, start, end);
    this.#choose(met);
    this.#write(group, start, end);
    for (const second of met) {
      if (this.#place[second] === TOO_FEW) this.#lose(second);
      this.#papers[second] = 0;
      this.#lastRow[second] = -1;
      this.#times[second] = 0;
    }
  }

  /** @returns the second words that occur, ascending. */
  #countPapers({ seconds, rows }: Group, start: number, end: number): Uint32Array {
    const [papers, lastRow] = [this.#papers, this.#lastRow];
    const met: number[] = [];
    for (let at = start; at < end; at += 1) {
      const second = (seconds[at] as number) & (IN_TITLE - 1);
      const row = rows[at] as number;
      if (lastRow[second] === row) continue;
      if (lastRow[second] === -1) met.push(second);
      lastRow[second] = row;
      papers[second] = (papers[second] as number) + 1;
    }
    return Uint32Array.from(met).sort();
  }

  #choose(met: Uint32Array): void {
    const { fewest, most } = this.#limits;
    const { starts } = this.#draft;
    for (const second of met) {
      this.#lastRow[second] = -1;
      const papers = this.#papers[second] as number;
      if (papers < fewest || papers > most) {
        this.#place[second] = papers < fewest ? TOO_FEW : TOO_MANY;
        continue;
      }
      const start = starts.at(-1) as number;
      this.#place[second] = start;
      starts.push(start + papers);
      this.#kept.push(second);
    }
  }

  #write({ seconds, rows: from }: Group, start: number, end: number): void {
    const { rows, counts } = this.#draft;
    const [lastRow, places, times] = [this.#lastRow, this.#place, this.#times];
    const { titleCounts } = this.#limits;
    for (let at = start; at < end; at += 1) {
      const both = seconds[at] as number;
      const second = both & (IN_TITLE - 1);
      const row = from[at] as number;
      const often = both >= IN_TITLE ? titleCounts : 1;
      const place = places[second] as number;
      if (place === TOO_FEW) times[second] = (times[second] as number) + often;
      else if (place >= 0 && lastRow[second] === row)
        counts[place - 1] = Math.min((counts[place - 1] as number) + often, MOST_COUNT);
      else if (place >= 0) {
        rows[place] = row;
        counts[place] = often;
        places[second] = place + 1;
      }
      lastRow[second] = row;
    }
  }

  /** A pair of one paper alone counts in its length. */
  #lose(second: number): void {
    const { lost } = this.#draft;
    const row = this.#lastRow[second] as number;
    const often = Math.min(this.#times[second] as number, MOST_COUNT);
    lost[row] = (lost[row] as number) + this.#single * (GROWTH[often] as number) ** 2;
  }
}
