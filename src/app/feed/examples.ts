/** What a reader's taste is learned from: papers they liked and did not, fading with time, and papers of the interests they chose. */
import type { RecordId } from '#model/index.ts';
import type { Example, PaperText } from '#ranking/index.ts';
import type { Interest } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import { topicKey } from './facts.ts';
import type { PaperFacts } from './facts.ts';
import type { JudgedPaper, ReaderView } from './view.ts';

/** An example with where it is from: a paper that was judged, or an interest that was chosen. */
export interface Told {
  readonly example: Example;
  readonly paper?: RecordId;
  readonly interest?: Interest;
}

export interface Examples {
  readonly liked: readonly Told[];
  readonly disliked: readonly Told[];
}

/** A day makes an opinion so much weaker: half in 69 days (the decay of Scholar Inbox, exp(−.01 a day)). */
const FADES = 0.01;
const DAY_MS = 86_400_000;
/** An interest stands for one like; that many of its newest papers say what it is. */
const PAPERS_OF_INTEREST = 40;
/** Some of the newest may have been judged, and then stand for themselves. */
const ROWS_KNOWN = 1_000;

/** Texts of judged papers that the window no longer holds. */
export type TextsById = ReadonlyMap<RecordId, PaperText>;

export function examplesOf(collection: Collection, view: ReaderView, texts: TextsById): Examples {
  const told = (judged: readonly JudgedPaper[]): Told[] =>
    judged.flatMap(({ paper, at }): Told[] => {
      const weight = Math.exp((-FADES * Math.max(view.asOf - at, 0)) / DAY_MS);
      const row = collection.rowOf.get(paper);
      const text = texts.get(paper);
      if (row !== undefined) return [{ paper, example: { row, weight } }];
      return text === undefined ? [] : [{ paper, example: { text, weight } }];
    });
  const judged = new Set([...view.liked, ...view.disliked].map(({ paper }) => paper));
  const chosen = view.interests.flatMap((interest) => {
    const rows = rowsOfInterest(collection, interest)
      .filter((row) => !judged.has((collection.facts[row] as PaperFacts).id))
      .slice(0, PAPERS_OF_INTEREST);
    return rows.map((row): Told => ({ interest, example: { row, weight: 1 / rows.length } }));
  });
  return { liked: [...chosen, ...told(view.liked)], disliked: told(view.disliked) };
}

/** Rows by interest, of one state of the window: looking through all of it takes longer than ranking. */
const known = new WeakMap<Collection, Map<string, readonly number[]>>();

/** The newest first; as many as are looked at. */
function rowsOfInterest(collection: Collection, interest: Interest): readonly number[] {
  const own = known.get(collection) ?? new Map<string, readonly number[]>();
  known.set(collection, own);
  const key = `${interest.kind} ${interest.value}`;
  const found = own.get(key) ?? firstRows(collection, interest);
  own.set(key, found);
  return found;
}

function firstRows({ facts }: Collection, interest: Interest): number[] {
  const rows: number[] = [];
  const has = belongsTo(interest);
  for (let row = 0; row < facts.length && rows.length < ROWS_KNOWN; row += 1)
    if (has(facts[row] as PaperFacts)) rows.push(row);
  return rows;
}

/** Whether a paper is of an interest. */
export function belongsTo({ kind, value }: Interest): (paper: PaperFacts) => boolean {
  const key = topicKey(value);
  switch (kind) {
    case 'topic':
      return (paper) => paper.topics.includes(key);
    case 'journal':
      return ({ journal }) => journal === value;
    case 'specialty':
      return ({ specialties }) => specialties.includes(value);
  }
}
