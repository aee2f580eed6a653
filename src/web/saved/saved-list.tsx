/** The saved papers of a page, each with a box to choose it, and what can be done with the chosen ones. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SavedAnswer } from '#api/index.ts';
import { markKey } from '../read/marks/marks-query.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { SavedRow } from './saved-row.tsx';
import { allPressed, NOTHING, pressed } from './selection.ts';

interface ListOf {
  readonly you: string;
  readonly rows: SavedAnswer['rows'];
}

export function SavedList({ you, rows }: ListOf) {
  const [chosen, setChosen] = useState(NOTHING);
  const ids = rows.map(({ id }) => id);
  const shown = rows.filter(({ id }) => chosen.ids.has(id));
  useMarksOf(you, rows);
  return (
    <>
      <div className="choose-bar">
        <label className="choose">
          <input
            type="checkbox"
            checked={shown.length > 0 && shown.length === rows.length}
            ref={(box) => {
              if (box) box.indeterminate = shown.length > 0 && shown.length < rows.length;
            }}
            onChange={() => setChosen(allPressed(chosen, ids))}
          />
          Choose all on this page
        </label>
        {shown.length > 0 && <ChosenBar you={you} rows={shown} onClear={() => setChosen(NOTHING)} />}
      </div>
      <ol className="rows chooses">
        {rows.map((row) => (
          <li key={row.id}>
            <SavedRow
              you={you}
              row={row}
              isChosen={chosen.ids.has(row.id)}
              onChoose={(reaches) => setChosen(pressed(chosen, ids, row.id, reaches))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The answer holds the marks already: the rows need not ask for them again. */
function useMarksOf(you: string, rows: SavedAnswer['rows']): void {
  const queries = useQueryClient();
  useEffect(() => {
    for (const { id, mark } of rows) queries.setQueryData(markKey(you, id), mark);
  }, [queries, rows, you]);
}
