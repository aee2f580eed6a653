/** For somebody without an account: what pressing leads to, and, once beside the paper, what an account adds. */
import { Link, useLocation } from '@tanstack/react-router';
import { Icon } from '../../parts/icon.tsx';
import { DOOR_WORDS, doorOf } from '../../parts/way-in.ts';
import type { Door } from '../../parts/way-in.ts';

const LEADS: Readonly<Record<Door, string>> = {
  'sign-in': 'ask you to sign in',
  'walk-in': 'let you walk in as one of its people',
  'set-up': 'ask you to set up your account',
};

/** One line under the row, so that nobody is surprised. */
export function LeadsIn({ door }: { door: Door }) {
  return (
    <p className="access quiet no-print">
      <Icon name="like" />
      <span>Like, less, save and note {LEADS[door]}. Then it is done, and you are back here.</span>
    </p>
  );
}

export function Gains({ door }: { door: Door }) {
  const here = useLocation({ select: ({ href }) => href });
  return (
    <aside className="rail gains-rail no-print" aria-labelledby="gains">
      <section className="well">
        <h2 id="gains">What an account adds</h2>
        <ul className="gains">
          <li>
            <Icon name="save" small />
            <span>Saved papers under your labels. You see it first where one was retracted since</span>
          </li>
          <li>
            <Icon name="note" small />
            <span>Notes beside the paper, which only you see</span>
          </li>
          <li>
            <Icon name="get" small />
            <span>Collections, for you alone or with colleagues, to take into your reference manager</span>
          </li>
        </ul>
        <p className="btns">
          <Link className="btn" to={doorOf({ door })} search={{ to: here }}>
            {DOOR_WORDS[door]}
          </Link>
        </p>
      </section>
      <p className="t-1 quiet">Only you see what you like, save and read.</p>
    </aside>
  );
}
