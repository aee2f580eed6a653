/** All beliefs of the feed with how much each counts, to be said more or less of, or forgotten. */
import type { Belief, FeedProfile } from '#api/index.ts';
import { BeliefLine } from './belief-line.tsx';
import { weightInWords } from './profile-words.ts';
import { useSay } from './use-profile.ts';

export function Beliefs({ beliefs, interests }: Pick<FeedProfile, 'beliefs' | 'interests'>) {
  return (
    <section className="sect" aria-labelledby="beliefs">
      <h2 id="beliefs">Words it looks for</h2>
      {beliefs.length === 0 ? (
        <p className="quiet">None yet. Press Like or Less under a paper, and its words stand here.</p>
      ) : (
        <ul className="believe wide-lines">
          {beliefs.map((belief) => (
            <BeliefLine key={belief.key} belief={belief} interests={interests}>
              <Weight weight={belief.weight} />
              <Forget belief={belief} />
            </BeliefLine>
          ))}
        </ul>
      )}
    </section>
  );
}

const WIDTH = 120;
const HALF = WIDTH / 2;

/** A bar from the middle: to the right for, to the left against. */
function Weight({ weight }: { weight: number }) {
  const length = Math.max(1, Math.min(1, Math.abs(weight)) * HALF);
  return (
    <span className="weight">
      <svg viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height={8} aria-hidden="true" focusable="false">
        <path className="axis" d={`M${HALF} 0v8`} />
        <rect
          className={weight < 0 ? 'against' : 'for'}
          x={weight < 0 ? HALF - length : HALF}
          y={1}
          width={length}
          height={6}
        />
      </svg>
      <span className="t-1 num">{weightInWords(weight)}</span>
    </span>
  );
}

function Forget({ belief }: { belief: Belief }) {
  const say = useSay();
  return (
    <button
      type="button"
      className="btn-link"
      aria-pressed={belief.stance === 'forget'}
      onClick={() => say(belief, 'forget')}
    >
      Forget<span className="sr"> {belief.term}</span>
    </button>
  );
}
