/** The labels one has, each put on papers or taken off by a press, and a new one by typing it. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { savedQuery } from '../../parts/queries.ts';
import { useLabelling } from './labelling.ts';

/** A paper and the labels it has now. */
export interface Labelled {
  readonly id: string;
  readonly labels: readonly string[];
}

export function LabelList({ you, papers }: { you: string; papers: readonly Labelled[] }) {
  const { data } = useQuery(savedQuery({}));
  const labelling = useLabelling(you);
  const name = useId();
  const [typed, setTyped] = useState('');
  const ids = papers.map(({ id }) => id);
  // A label that was just typed stands here before it is counted.
  const known = [
    ...new Set([...(data?.labels ?? []).map(({ label }) => label), ...papers.flatMap(({ labels }) => labels)]),
  ];
  const wanted = typed.trim();
  const shown = known.filter((label) => label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '') return;
        labelling.mutate({ papers: ids, label: wanted, on: true });
        setTyped('');
      }}
    >
      <label htmlFor={name} className="panel-name">
        A label, new or known
      </label>
      <span className="with-btn">
        <input
          id={name}
          value={typed}
          dir="auto"
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="btn">
          <Icon name="plus" small />
          Add it
        </button>
      </span>
      {shown.length > 0 && (
        <ul className="panel-list" aria-label="Your labels">
          {shown.map((label) => {
            const on = papers.filter(({ labels }) => labels.includes(label)).length;
            const isOnAll = on === papers.length;
            return (
              <li key={label}>
                <button
                  type="button"
                  aria-pressed={isOnAll ? true : on > 0 ? 'mixed' : false}
                  onClick={() => labelling.mutate({ papers: ids, label, on: !isOnAll })}
                >
                  <bdi>{label}</bdi>
                  {on > 0 && !isOnAll && <span className="hint"> on {on} of them</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </form>
  );
}
