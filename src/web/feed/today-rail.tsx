/** Beside Today: what it is built on and how to change that, what is always left out, the keys, and who sees any of it. */
import { Link } from '@tanstack/react-router';
import type { TodayAnswer } from '#api/index.ts';
import { useSingleKeys } from '../parts/single-keys.tsx';
import { BeliefLine } from './belief-line.tsx';
import { leftOutInWords } from './today-words.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;

export function TodayRail({ today: { built, interests, leftOut } }: { today: Whole }) {
  const { isOn: hasKeys } = useSingleKeys();
  return (
    <aside className="rail" aria-label="About Today">
      <section>
        <h2>What Today is built on</h2>
        {built.length === 0 ? (
          <p className="quiet">Nothing you liked yet. Press Like or Less under a paper, and it learns from that.</p>
        ) : (
          <ul className="believe">
            {built.map((belief) => (
              <BeliefLine key={belief.key} belief={belief} interests={interests} />
            ))}
          </ul>
        )}
        {interests.length > 0 && (
          <p className="chose">
            You chose <span dir="auto">{interests.map(({ name }) => name).join(', ')}</span>.{' '}
            <Link to="/interests">Choose others</Link>
          </p>
        )}
        <p>
          <Link to="/today/profile">Change, pause or start over</Link>
        </p>
      </section>
      <section>
        <h2>Always left out</h2>
        <p className="quiet">
          {leftOutInWords(leftOut) ?? 'Nothing by your wish.'}{' '}
          <Link to="/today/profile" hash="left-out">
            Change<span className="sr"> what is left out</span>
          </Link>
        </p>
      </section>
      {hasKeys && <Keys />}
      <p className="t-1 quiet">
        Only you see what you like, save and read. <Link to="/why/papers">Why these papers?</Link>
      </p>
    </aside>
  );
}

const KEYS = [
  [['j', 'k'], 'move'],
  [['l'], 'like'],
  [['d'], 'less'],
  [['s'], 'save'],
  [['n'], 'note'],
  [['o'], 'open'],
  [['u'], 'undo'],
  [['?'], 'all keys'],
] as const;

function Keys() {
  return (
    <section className="no-touch">
      <h2>By keyboard</h2>
      <p className="quiet key-line">
        {KEYS.map(([keys, does]) => (
          <span key={does} className="nowrap">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {does}
          </span>
        ))}
      </p>
    </section>
  );
}
