/** The years of the papers: a small picture, the same as a table, and two fields to narrow them. */
import type { FocusEvent, FormEvent } from 'react';
import type { Facets } from '#api/index.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { number } from '../../parts/words.ts';
import { YearBars } from './year-bars.tsx';

interface Span {
  readonly state: SearchState;
  readonly years: Facets['years'];
  readonly onChange: (span: { from: number | undefined; to: number | undefined }) => void;
}

export function Years({ state, years, onChange }: Span) {
  const commit = (form: HTMLFormElement) => {
    const span = ordered(year(form, 'from'), year(form, 'to'));
    if (span.from !== state.from || span.to !== state.to) onChange(span);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    commit(event.currentTarget);
  };
  // Leaving one field for the other is no decision yet; leaving both is.
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) commit(event.currentTarget);
  };
  return (
    <fieldset className="facet">
      <legend>Year</legend>
      <YearBars years={years} />
      <form className="years" onSubmit={onSubmit} onBlur={onBlur} key={`${state.from}-${state.to}`}>
        <YearField name="from" words="From" value={state.from} />
        <YearField name="to" words="To" value={state.to} />
        <button className="sr" type="submit" tabIndex={-1}>
          Narrow to these years
        </button>
      </form>
      {years.length > 1 && <YearTable years={years} />}
    </fieldset>
  );
}

function YearField({ name, words, value }: { name: string; words: string; value: number | undefined }) {
  return (
    <label>
      {words}
      <input type="number" name={name} min={1000} max={3000} step={1} inputMode="numeric" defaultValue={value} />
    </label>
  );
}

function YearTable({ years }: { years: Facets['years'] }) {
  return (
    <details>
      <summary>The years as a table</summary>
      <div className="scroll" tabIndex={0} role="group" aria-label="Papers by year">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col" className="r">
                Papers
              </th>
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map((entry) => (
              <tr key={entry.year}>
                <td>{entry.year}</td>
                <td className="r">{number(entry.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function year(form: HTMLFormElement, name: string): number | undefined {
  const value = Number(new FormData(form).get(name));
  return Number.isInteger(value) && value >= 1000 && value <= 3000 ? value : undefined;
}

/** Two years the wrong way round can mean one thing only. */
function ordered(
  from: number | undefined,
  to: number | undefined,
): { from: number | undefined; to: number | undefined } {
  return from !== undefined && to !== undefined && from > to ? { from: to, to: from } : { from, to };
}
