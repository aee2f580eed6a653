/** What the ranking is told of a reader. Plain data: it crosses to the ranking thread, and is kept with each Today so that it can be ranked again. */
import type { RecordId } from '#model/index.ts';
import type { Interest, LeftOut, Stance } from '#reading/index.ts';

export interface JudgedPaper {
  readonly paper: RecordId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ReaderView {
  /** Grows with everything below that the reader changes; the thread keeps what it ranked under it. */
  readonly account: string;
  readonly revision: number;
  /** Opinions fade from when they were given up to here; milliseconds since 1970. */
  readonly asOf: number;
  readonly liked: readonly JudgedPaper[];
  readonly disliked: readonly JudgedPaper[];
  readonly interests: readonly Interest[];
  readonly stances: readonly { readonly stems: readonly string[]; readonly stance: Stance }[];
  readonly leftOut: LeftOut;
  /** What never comes again: reacted to, hidden, shown twice. */
  readonly away: readonly RecordId[];
  readonly seed: number;
}

/** Of what is away, so much is kept with a day, which has its bounds; replaying the day goes by these. */
export const AWAY_KEPT = 5_000;
/** More judgements than these are not learned from: the newest count. */
export const LIKES_LEARNED = 500;
export const LESSES_LEARNED = 500;
