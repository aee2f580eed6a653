/** Which entries of the log to see: by act, by person, by days. */
import { actInWords } from './audit-words.ts';
import type { AuditWish } from './queries.ts';

interface Filters {
  readonly acts: readonly string[];
  /** Names by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  readonly wish: AuditWish;
  readonly change: (wish: AuditWish) => void;
}

export function AuditFilters({ acts, people, wish, change }: Filters) {
  const set = (name: keyof AuditWish, value: string) => {
    const { [name]: _, ...rest } = wish;
    change(value === '' ? rest : { ...rest, [name]: value });
  };
  const isNarrowed = Object.keys(wish).length > 0;
  return (
    <div className="asof" role="group" aria-label="Narrow the log">
      <div className="field">
        <label htmlFor="what">What</label>
        <select id="what" value={wish.what ?? ''} onChange={({ target }) => set('what', target.value)}>
          <option value="">Everything</option>
          {inOrder(acts.map((act): [string, string] => [act, actInWords(act)]))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="by">By whom</label>
        <select id="by" value={wish.who ?? ''} onChange={({ target }) => set('who', target.value)}>
          <option value="">Anybody</option>
          {inOrder([...people])}
        </select>
      </div>
      <div className="field">
        <label htmlFor="from">From</label>
        <input
          id="from"
          type="date"
          value={wish.from ?? ''}
          max={wish.to}
          onChange={({ target }) => set('from', target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="to">To</label>
        <input
          id="to"
          type="date"
          value={wish.to ?? ''}
          min={wish.from}
          onChange={({ target }) => set('to', target.value)}
        />
      </div>
      {isNarrowed && (
        <button className="btn" type="button" onClick={() => change({})}>
          Show everything
        </button>
      )}
    </div>
  );
}

function inOrder(options: readonly (readonly [value: string, words: string])[]) {
  return options
    .toSorted(([, one], [, other]) => one.localeCompare(other))
    .map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ));
}
