/** A Today as it is kept: enough to show it in its opening order, and to rank it again. */
import { createHash } from 'node:crypto';
import type { RecordId } from '#model/index.ts';
import type { RankedPaper } from './ranker.ts';
import type { Reason } from './reasons.ts';
import type { ReaderView } from './view.ts';

/** Changes whenever the same view over the same window would give another order. */
export const MODEL_VERSION = 'feed-1';

export interface RecordedRow extends Pick<RankedPaper, 'id' | 'entered' | 'isExploration'> {
  readonly title: string;
  readonly isNew: boolean;
  readonly why: readonly Reason[];
  /** By the taste of the opening. */
  readonly score: number;
}

export interface TodayRecord {
  readonly rows: readonly RecordedRow[];
  readonly places: number;
  readonly view: ReaderView;
  readonly candidates: readonly string[];
  readonly statistics: string;
  readonly words: number;
  readonly model: string;
  readonly papers: number;
  /** When the last of them had come in, in milliseconds since 1970: what came later, this Today did not know. */
  readonly newestAt: number;
  readonly since: {
    readonly from?: string;
    readonly arrived: number;
    readonly passed: number;
    readonly shown: number;
  };
}

/** What a reaction did to a Today after its opening. */
export interface TodayShift {
  readonly act: 'like' | 'less' | 'other';
  readonly paper?: RecordId;
  /** When the opinion was given, in milliseconds since 1970. */
  readonly at?: number;
  readonly title?: string;
  readonly order: readonly RecordId[];
  /** By how many places each went up. */
  readonly up: Readonly<Record<RecordId, number>>;
  /** Of the first hundred behind Today, how many went up. */
  readonly streamUp: number;
  readonly revision: number;
  readonly taste: string;
}

/** Tells whether something that taste is learned from changed. */
export function tasteMark({ liked, disliked, interests, stances }: ReaderView): string {
  const ids = [liked, disliked].map((judged) => judged.map(({ paper }) => paper));
  return createHash('sha256')
    .update(JSON.stringify([ids, interests, stances]))
    .digest('base64url')
    .slice(0, 16);
}
