/** What a mark is, and what each act makes of it. Pure. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';

export type Opinion = 'like' | 'less';

const WHYS = ['not-my-field', 'poor-study', 'known-already'] as const;
/** Why somebody wants to see less of what a paper is like. */
export type Why = (typeof WHYS)[number];

const MARK_ACTS = ['like', 'less', 'no-opinion', 'save', 'unsave', 'read', 'unread', 'hide', 'show'] as const;
/** What a person does with a paper. `hide` is "not again", `show` takes it back. */
export type MarkAct = (typeof MARK_ACTS)[number];

/** What stands in the history: the acts, and that a note was written or removed, without its text. */
export type HistoryAct = MarkAct | 'note' | 'unnote';

/** How a paper stands with a person. Survives JSON unchanged. */
export interface Mark {
  readonly opinion?: Opinion;
  /** Only with `less`, and only where it was said. */
  readonly why?: Why;
  readonly isSaved: boolean;
  /** Instant in UTC, where it is saved. */
  readonly savedAt?: string;
  readonly isRead: boolean;
  readonly isHidden: boolean;
  readonly hasNote: boolean;
  /** In the order of the alphabet. They stay when the paper is no longer saved, and count again when it is. */
  readonly labels: readonly string[];
}

/** What is known against papers: that one was retracted, or that its journal has doubts. None for one that is not named. */
export type Noticed = ReadonlyMap<RecordId, readonly ('retracted' | 'concern')[]>;

/** A mark as its table keeps it. */
export interface MarkState {
  readonly opinion: Opinion | null;
  readonly why: Why | null;
  /** Milliseconds since 1970; null where it is not saved. */
  readonly saved_at: number | null;
  /** The entry of the history that saved it: the order of the saved list. */
  readonly saved_as: number | null;
  /** What was known against the paper when it was saved, codes with commas between; null where nobody looked. */
  readonly saved_noticed: string | null;
  readonly is_read: 0 | 1;
  readonly is_hidden: 0 | 1;
}

export const STATE_COLUMNS = [
  'opinion',
  'why',
  'saved_at',
  'saved_as',
  'saved_noticed',
  'is_read',
  'is_hidden',
] as const;

export const UNMARKED: MarkState = {
  opinion: null,
  why: null,
  saved_at: null,
  saved_as: null,
  saved_noticed: null,
  is_read: 0,
  is_hidden: 0,
};

/** @throws AppError `bad_request` where there is no such act, or a reason comes with anything but `less`. */
export function checkAct(act: MarkAct, why: Why | undefined): void {
  if (!MARK_ACTS.includes(act))
    throw new AppError('bad_request', `There is no act "${act}". It is one of: ${MARK_ACTS.join(', ')}.`);
  if (why === undefined) return;
  if (act !== 'less')
    throw new AppError('bad_request', `A reason goes with "less" alone, and this is "${act}". Leave the reason out.`);
  if (!WHYS.includes(why))
    throw new AppError('bad_request', `There is no reason "${why}". It is one of: ${WHYS.join(', ')}.`);
}

/** Whether an act would change anything. "Less" without a reason does not take a reason away that was given. */
export function changes(state: MarkState, act: MarkAct, why: Why | undefined): boolean {
  switch (act) {
    case 'like':
      return state.opinion !== 'like';
    case 'less':
      return state.opinion !== 'less' || (why !== undefined && state.why !== why);
    case 'no-opinion':
      return state.opinion !== null;
    case 'save':
    case 'unsave':
      return (state.saved_as === null) === (act === 'save');
    case 'read':
    case 'unread':
      return (state.is_read === 0) === (act === 'read');
    case 'hide':
    case 'show':
      return (state.is_hidden === 0) === (act === 'hide');
  }
}

/** What an act that changes something leaves behind. @param entry what stands in the history of it. */
export function stateAfter(
  state: MarkState,
  act: MarkAct,
  entry: {
    readonly sequence: number;
    readonly at: number;
    readonly why: Why | undefined;
    readonly noticed?: string | undefined;
  },
): MarkState {
  switch (act) {
    case 'like':
    case 'no-opinion':
      return { ...state, opinion: act === 'like' ? 'like' : null, why: null };
    case 'less':
      return { ...state, opinion: 'less', why: entry.why ?? null };
    case 'save':
      return { ...state, saved_at: entry.at, saved_as: entry.sequence, saved_noticed: entry.noticed ?? null };
    case 'unsave':
      return { ...state, saved_at: null, saved_as: null, saved_noticed: null };
    case 'read':
    case 'unread':
      return { ...state, is_read: act === 'read' ? 1 : 0 };
    case 'hide':
    case 'show':
      return { ...state, is_hidden: act === 'hide' ? 1 : 0 };
  }
}

export function markOf(state: MarkState, hasNote: boolean, labels: readonly string[]): Mark {
  const { opinion, why, saved_at } = state;
  return {
    ...(opinion === null ? {} : { opinion }),
    ...(why === null ? {} : { why }),
    isSaved: saved_at !== null,
    ...(saved_at === null ? {} : { savedAt: new Date(saved_at).toISOString() }),
    isRead: state.is_read === 1,
    isHidden: state.is_hidden === 1,
    hasNote,
    labels,
  };
}
