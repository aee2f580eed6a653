/** Values of one kind to choose among, the most frequent first; the long tail waits behind one button. */
import { useState } from 'react';
import type { Facets } from '#api/index.ts';
import { number } from '../../parts/words.ts';

type Value = Facets['types'][number];

/** So many stand open; they cover most searches. */
const AT_FIRST = 8;

interface List {
  readonly name: string;
  readonly values: readonly Value[];
  readonly chosen: readonly string[];
  /** Names a value that was chosen but is not among the counted. */
  readonly nameOf: (value: string) => string;
  readonly onToggle: (value: string) => void;
}

export function FacetList({ name, values, chosen, nameOf, onToggle }: List) {
  const [isWhole, setIsWhole] = useState(false);
  const uncounted = chosen.filter((value) => !values.some((counted) => counted.value === value));
  if (values.length + uncounted.length === 0) return null;
  const shown = isWhole ? values : values.filter((value, at) => at < AT_FIRST || chosen.includes(value.value));
  const rest = values.length - shown.length;
  return (
    <fieldset className="facet">
      <legend>{name}</legend>
      {uncounted.map((value) => (
        <Pick key={value} words={nameOf(value)} count={undefined} isChosen onToggle={() => onToggle(value)} />
      ))}
      {shown.map(({ value, label, count }) => (
        <Pick
          key={value}
          words={label}
          count={count}
          isChosen={chosen.includes(value)}
          onToggle={() => onToggle(value)}
        />
      ))}
      {rest > 0 && (
        <button className="more" type="button" onClick={() => setIsWhole(true)}>
          Show {rest} more<span className="sr"> of {name.toLowerCase()}</span>
        </button>
      )}
    </fieldset>
  );
}

interface PickOf {
  readonly words: string;
  readonly count: number | undefined;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function Pick({ words, count, isChosen, onToggle }: PickOf) {
  return (
    <label>
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      {words}
      {count !== undefined && <span className="n">{number(count)}</span>}
    </label>
  );
}
