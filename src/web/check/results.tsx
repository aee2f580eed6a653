/** What was found: the references as a table, its order, its file, and the way to those that are missing. */
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { number } from '../parts/words.ts';
import { ReferenceTable } from './reference-table.tsx';
import type { Alter, Checked, Checking, List } from './checking.ts';
import { CsvButton } from './csv-button.tsx';
import { ordered, wanted } from './judged.ts';
import type { Judged } from './judged.ts';
import { FetchButton, FetchUnderWay } from './missing-part.tsx';
import { useFetchMissing } from './fetch-missing.ts';

interface Found {
  readonly checked: Checked;
  readonly references: readonly Judged[];
  readonly chosen: Checking['chosen'];
  readonly order: Checking['order'];
  readonly wish: Checking['wish'];
  readonly alter: Alter;
  readonly onCheck: (list: List) => void;
}

/** Drawn anew only when something of it changes: a long list must not slow down the typing above it. */
export const Results = memo(function Results(found: Found) {
  const { checked, references, chosen, order, wish, alter, onCheck } = found;
  const { data: house } = useQuery(houseQuery());
  const numbers = wanted(references);
  const fetching = useFetchMissing(house, wish, alter);
  const { notes } = checked.answer;
  return (
    <section aria-labelledby="checked">
      {notes.length > 0 && (
        <ul className="told list-notes" aria-label="What to know of this list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {references.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <div className="bar-line">
            <h2 id="checked" className="arrival" tabIndex={-1}>
              {number(references.length)} {references.length === 1 ? 'reference' : 'references'}
              {references.length > 1 && (order === 'worst' ? ', the worst first' : ', as pasted')}
            </h2>
            <Order order={order} alter={alter} />
            <span className="btns">
              <CsvButton checked={checked} references={references} />
              <FetchButton numbers={numbers} fetching={fetching} />
            </span>
          </div>
          <FetchUnderWay fetching={fetching} onDone={() => onCheck(checked)} />
          <ReferenceTable
            references={ordered(references, order)}
            fetching={fetching}
            onChoose={(key, id) => alter({ chosen: { ...chosen, [key]: id } })}
          />
          <p className="t-1 quiet after-table">
            Notices as the records in your library state them. A paper without one has none known.
            <span className="fold-only"> Here only what stands out is shown.</span>
            {numbers.length > 0 && fetching.way === 'none' && ` ${NONE[house?.kind ?? 'home']}`}
          </p>
        </>
      )}
    </section>
  );
});

/** Why no paper can be fetched from here. */
const NONE: Readonly<Record<HouseState['kind'], string>> = {
  sample: 'The sample is fictional, so nothing can be fetched into it.',
  home: 'What is missing can be fetched at the machine Attune runs on.',
};

function Order({ order, alter }: Pick<Found, 'order' | 'alter'>) {
  return (
    <span className="seg" role="group" aria-label="Order">
      {(['worst', 'pasted'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={order === each ? 'on' : undefined}
          aria-pressed={order === each}
          onClick={() => alter({ order: each })}
        >
          {each === 'worst' ? 'Worst first' : 'As pasted'}
        </button>
      ))}
    </span>
  );
}

function Nothing() {
  return (
    <div className="empty">
      <h2 id="checked">Nothing here reads like a reference</h2>
      <p>Write one reference a line. A PMID, a DOI or the title is enough.</p>
    </div>
  );
}
