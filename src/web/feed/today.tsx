/** A Today of somebody's own: its papers, its end, and what is behind it. */
import { Link } from '@tanstack/react-router';
import type { TodayAnswer } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { number } from '../parts/words.ts';
import { stirredInWords } from './moved.ts';
import { TodayList } from './today-list.tsx';
import { useFeedSettings } from './use-profile.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;

export function Today({ today }: { today: Whole }) {
  const { places, behind, stirred, hasEarlier, isPaused } = today;
  return (
    <>
      {isPaused && <Paused />}
      <h2 className="sr">Papers for today</h2>
      {places.length > 0 && <TodayList today={today} />}
      <section className="end" aria-label="End of Today">
        <b>{places.length === 0 ? 'No papers for today.' : 'That is all for today.'}</b>
        {stirred !== undefined && stirred.up > 0 && <p className="quiet">{stirredInWords(stirred)}</p>}
        <p className="end-ways">
          {behind > 0 && (
            <Link to="/today/all">
              {places.length === 0 ? `See all ${number(behind)}, ranked` : `See the other ${number(behind)}, ranked`}
            </Link>
          )}
          {hasEarlier && <Link to="/today/days">Earlier days</Link>}
        </p>
      </section>
    </>
  );
}

function Paused() {
  const change = useFeedSettings();
  return (
    <div className="told paused">
      <Icon name="wait" />
      <p>Learning is paused. What you like and wish away changes nothing here until you go on.</p>
      <button
        type="button"
        className="btn"
        onClick={() => change({ isPaused: false }, 'Learning goes on', { isPaused: true })}
      >
        Go on
      </button>
    </div>
  );
}
