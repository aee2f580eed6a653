/** One belief of the feed, with less and more of it. */
import type { ReactNode } from 'react';
import type { Belief, InterestChoice } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { beliefInWords } from './today-words.ts';
import { useSay } from './use-profile.ts';

interface Line {
  readonly belief: Belief;
  readonly interests: readonly InterestChoice[];
  readonly children?: ReactNode;
}

export function BeliefLine({ belief, interests, children }: Line) {
  const say = useSay();
  const { term, stance } = belief;
  return (
    <li>
      <span className="believed" dir="auto">
        {term}
      </span>
      <span className="t-1">{beliefInWords(belief, interests)}</span>
      {children}
      <span className="btns">
        <button
          className="icon-btn"
          type="button"
          aria-label={`Less of ${term}`}
          aria-pressed={stance === 'less'}
          onClick={() => say(belief, 'less')}
        >
          <Minus />
        </button>
        <button
          className="icon-btn"
          type="button"
          aria-label={`More of ${term}`}
          aria-pressed={stance === 'more'}
          onClick={() => say(belief, 'more')}
        >
          <Icon name="plus" small />
        </button>
      </span>
    </li>
  );
}

function Minus() {
  return (
    <svg className="i i-s" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M4 10h12" />
    </svg>
  );
}
