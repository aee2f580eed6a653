/** What a house full of readers asks of its server: which request comes next, and whether what was answered is an answer. */
import type { PaperAnswer, SavedAnswer, SearchAnswer, TodayAnswer } from '#api/index.ts';
import type { RecordId } from '#model/index.ts';
import type { LoadReader } from './serve-readers.ts';

export type RequestKind = 'feed' | 'paper' | 'search' | 'saved' | 'reaction';

/** Of a hundred requests. */
export const SHARES: Readonly<Record<RequestKind, number>> = { feed: 40, paper: 25, search: 25, saved: 8, reaction: 2 };
const ACTS = ['like', 'less', 'no-opinion', 'save'] as const;

/** What there is to ask for. */
export interface Askable {
  readonly readers: readonly LoadReader[];
  readonly papers: readonly RecordId[];
  readonly queries: readonly AskedQuery[];
}

export interface AskedQuery {
  readonly text: string;
  readonly hasHits: boolean;
}

export interface PlannedRequest {
  readonly kind: RequestKind;
  readonly token: string;
  readonly path: string;
  /** Of a request that changes something. */
  readonly body?: string;
  /** @param answer a body in JSON. */
  isAnswer(answer: unknown): boolean;
}

/** @param dice a number from 0 to below the one given. */
export function nextRequest({ readers, papers, queries }: Askable, dice: (sides: number) => number): PlannedRequest {
  const kind = kindOf(dice(100));
  const { token, papers: own } = oneOf(readers, dice);
  switch (kind) {
    case 'feed':
      return {
        kind,
        token,
        path: '/api/feed',
        isAnswer(answer) {
          const today = answer as TodayAnswer;
          return today.kind === 'today' && today.places.length > 0;
        },
      };
    case 'paper': {
      const id = oneOf(papers, dice);
      return {
        kind,
        token,
        path: `/api/papers/${id}`,
        isAnswer(answer) {
          const found = answer as PaperAnswer;
          return 'paper' in found && found.paper.paper.id === id;
        },
      };
    }
    case 'search': {
      const { text, hasHits } = oneOf(queries, dice);
      return {
        kind,
        token,
        path: searchPath(text),
        isAnswer: (answer) => !hasHits || (answer as SearchAnswer).hits.length > 0,
      };
    }
    case 'saved':
      return { kind, token, path: '/api/saved', isAnswer: (answer) => (answer as SavedAnswer).rows.length > 0 };
    case 'reaction': {
      const body = JSON.stringify({ paper: oneOf(own, dice), act: oneOf(ACTS, dice) });
      return { kind, token, path: '/api/marks', body, isAnswer: (answer) => 'mark' in (answer as object) };
    }
  }
}

export function searchPath(text: string): string {
  return `/api/search?q=${encodeURIComponent(text)}`;
}

function kindOf(place: number): RequestKind {
  let left = place;
  for (const [kind, share] of Object.entries(SHARES) as [RequestKind, number][]) {
    if (left < share) return kind;
    left -= share;
  }
  return 'feed';
}

function oneOf<T>(list: readonly T[], dice: (sides: number) => number): T {
  return list[dice(list.length)] as T;
}
