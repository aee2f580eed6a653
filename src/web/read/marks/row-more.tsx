/** The menu of a row: read, not again, a label, a collection, and the paper as a file. */
import { useState } from 'react';
import { addressOf } from '../../parts/api.ts';
import { TakeOutList } from '../../parts/take-out.tsx';
import { CollectList } from './collect-list.tsx';
import { isOn } from './mark.ts';
import type { PaperMarks } from './use-marks.ts';

interface MoreOf {
  readonly paper: string;
  readonly marks: PaperMarks;
  readonly onDone: () => void;
  readonly also?: { readonly words: string; readonly press: () => void };
}

export function RowMore({ paper, marks: { mark, toggle }, onDone, also }: MoreOf) {
  const [isCollecting, setIsCollecting] = useState(false);
  if (isCollecting) return <CollectList papers={[paper]} onDone={onDone} />;
  const press = (what: 'read' | 'hide') => () => {
    toggle(what);
    onDone();
  };
  return (
    <>
      <ul className="panel-list">
        <li>
          <button type="button" aria-pressed={isOn(mark, 'read')} onClick={press('read')}>
            Read
          </button>
        </li>
        <li>
          <button type="button" aria-pressed={isOn(mark, 'hide')} onClick={press('hide')}>
            Not again
          </button>
        </li>
        <li>
          <button type="button" onClick={() => setIsCollecting(true)}>
            Add to a collection
          </button>
        </li>
        {also && (
          <li>
            <button
              type="button"
              onClick={() => {
                also.press();
                onDone();
              }}
            >
              {also.words}
            </button>
          </li>
        )}
      </ul>
      <p className="panel-name">Take it out, as</p>
      <TakeOutList address={(format) => addressOf('exportPaper', { id: paper, format })} onTaken={onDone} />
    </>
  );
}
