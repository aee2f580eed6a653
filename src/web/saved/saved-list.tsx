/** The saved papers of a page, each with a box to choose it, and what can be done with the chosen ones. */
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { SavedAnswer } from '#api/index.ts';
import { takeMarks } from '../read/marks/marks-query.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { SavedRow } from './saved-row.tsx';
import { allPressed, NOTHING, pressed } from './selection.ts';

interface ListOf {
  readonly you: string;
  readonly rows: SavedAnswer['rows'];
  /** When the server said so, in milliseconds of the clock. */
  readonly answeredAt: number;
}

export function SavedList({ you, rows, answeredAt }: ListOf) {
  const [chosen, setChosen] = useState(NOTHING);
  const ids = rows.map(({ id }) => id);
  const shown = rows.filter(({ id }) => chosen.ids.has(id));
  const queries = useQueryClient();
  const all = useRef<HTMLInputElement>(null);
  // The answer holds the marks already: the rows, which ask once they are drawn, find them there.
  useLayoutEffect(() => takeMarks(queries, you, rows, answeredAt), [queries, you, rows, answeredAt]);
  const chooseNone = () => {
    setChosen(NOTHING);
    // What was pressed goes away with the choice.
    all.current?.focus();
  };
  return (
    <>
      <div className="choose-bar">
        <label className="choose">
          <input
            type="checkbox"
            checked={shown.length > 0 && shown.length === rows.length}
            ref={(box) => {
              all.current = box;
              if (box) box.indeterminate = shown.length > 0 && shown.length < rows.length;
            }}
            onChange={() => setChosen(allPressed(chosen, ids))}
          />
          Choose all on this page
        </label>
        {shown.length > 0 && <ChosenBar you={you} rows={shown} onClear={chooseNone} />}
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
