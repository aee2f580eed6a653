/** What the feed shows of each of its pages. */
import type { RecordId } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import type { ReaderProfile } from '#reading/index.ts';
import type { Belief } from './believed.ts';
import type { Choice, Offered } from './choices.ts';
import type { RankedPaper } from './ranker.ts';
import type { RecordedRow } from './record.ts';
import type { StandingToday } from './today.ts';

/** What can be shown: ranked papers, or why there are none. */
export type Shown<T> =
  | { readonly kind: 'preparing'; readonly papers: number; readonly read: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'choose' }
  | ({ readonly kind: 'ranked' } & T);

export interface Today {
  readonly day: string;
  readonly standing: StandingToday;
  readonly behind: number;
  readonly built: readonly Belief[];
  readonly interests: readonly Choice[];
  readonly profile: ReaderProfile;
  readonly hasEarlier: boolean;
}

export interface StreamRow extends Pick<RankedPaper, 'id' | 'entered' | 'arrivedAt'>, Pick<RecordedRow, 'why'> {
  readonly hit: Hit;
}

export interface Stream {
  readonly rows: readonly StreamRow[];
  readonly total: number;
  readonly ranked: number;
  readonly isWhole: boolean;
  /** When the last paper had come in that the reader's Today before this one knew; milliseconds since 1970. */
  readonly seenBefore: number | undefined;
}

export interface FeedProfile {
  readonly beliefs: readonly Belief[];
  readonly interests: readonly Choice[];
  readonly profile: ReaderProfile;
  readonly likes: number;
  readonly lesses: number;
  readonly offered: Offered;
  readonly isPreparing: boolean;
}

export interface ChoicesFound {
  readonly choices: readonly Choice[];
  readonly counted: 'month' | 'window';
  readonly chosen: readonly Choice[];
  readonly examples: readonly RecordId[];
  readonly isPreparing: boolean;
}
