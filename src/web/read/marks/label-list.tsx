/** The labels one has, each put on papers or taken off by a press, and a new one by typing it. */
import { useQuery } from '@tanstack/react-query';
import { NameForm } from '../../parts/name-form.tsx';
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
  const ids = papers.map(({ id }) => id);
  // A label that was just typed stands here before it is counted.
  const known = [
    ...new Set([...(data?.labels ?? []).map(({ label }) => label), ...papers.flatMap(({ labels }) => labels)]),
  ];
  const matching = (typed: string) =>
    known.filter((label) => label.toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
  return (
    <NameForm
      label="A label, new or known"
      labelLook="panel-name"
      button="Add it"
      onName={(label) => {
        labelling.mutate({ papers: ids, label, on: true });
        return true;
      }}
    >
      {(typed) => (
        <Known
          labels={matching(typed)}
          papers={papers}
          onPress={(label, on) => labelling.mutate({ papers: ids, label, on })}
        />
      )}
    </NameForm>
  );
}

interface KnownLabels {
  readonly labels: readonly string[];
  readonly papers: readonly Labelled[];
  readonly onPress: (label: string, on: boolean) => void;
}

function Known({ labels: known, papers, onPress }: KnownLabels) {
  if (known.length === 0) return null;
  return (
    <ul className="panel-list" aria-label="Your labels">
      {known.map((label) => {
        const on = papers.filter(({ labels }) => labels.includes(label)).length;
        const isOnAll = on === papers.length;
        return (
          <li key={label}>
            <button
              type="button"
              aria-pressed={isOnAll ? true : on > 0 ? 'mixed' : false}
              onClick={() => onPress(label, !isOnAll)}
            >
              <bdi>{label}</bdi>
              {on > 0 && !isOnAll && <span className="hint"> on {on} of them</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
