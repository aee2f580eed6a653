/** One's labels with the number of papers under each: a column at a desk, a line of chips on a phone. */
import { Link } from '@tanstack/react-router';
import type { SavedAnswer } from '#api/index.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { number } from '../parts/words.ts';

interface LabelsOf {
  readonly labels: SavedAnswer['labels'];
  readonly saved: number;
  readonly state: SavedState;
}

export function Labels({ labels, saved, state: { label: now, q, sort } }: LabelsOf) {
  const rest = { ...(q && { q }), ...(sort && { sort }) };
  return (
    <nav className="saved-labels" aria-labelledby="labels">
      <h2 id="labels">Labels</h2>
      {labels.length === 0 ? (
        <p className="hint">None yet. Choose papers and press Label, or open “Labels” on a paper.</p>
      ) : (
        <ul>
          {[{ label: undefined, count: saved }, ...labels].map(({ label, count }) => (
            <li key={label ?? ''}>
              <Link
                to="/saved"
                search={{ ...rest, ...(label !== undefined && { label }) }}
                activeOptions={{ exact: true }}
                aria-current={label === now ? 'true' : undefined}
              >
                <bdi>{label ?? 'All'}</bdi> <span className="n">{number(count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
