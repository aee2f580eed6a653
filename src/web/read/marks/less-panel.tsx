/** What one may say after Less: why, if one likes; or that something else was meant. */
import type { Mark } from '#api/index.ts';
import { HAPPENED, undoing, WHY_WORDS } from './mark.ts';
import type { Why } from './mark.ts';
import type { PaperMarks } from './use-marks.ts';

interface AfterLess {
  readonly marks: PaperMarks;
  /** How the paper stood before. */
  readonly before: Mark;
  readonly onDone: () => void;
}

export function LessPanel({ marks: { mark, say, instead }, before, onDone }: AfterLess) {
  const then = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <>
      <p className="panel-name">Why? You need not say.</p>
      <ul className="panel-list">
        {Object.entries(WHY_WORDS).map(([why, words]) => (
          <li key={why}>
            <button type="button" aria-pressed={mark.why === why} onClick={then(() => say(why as Why))}>
              {words}
            </button>
          </li>
        ))}
      </ul>
      <p className="panel-name">Or rather</p>
      <ul className="panel-list">
        <li>
          <button
            type="button"
            onClick={then(() => instead([...undoing(before, { act: 'less' }), { act: 'read' }], HAPPENED.read))}
          >
            Read <span className="hint">no less of its kind</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={then(() => instead([{ act: 'hide' }], HAPPENED.hide))}>
            Not again <span className="hint">this one paper, in your lists</span>
          </button>
        </li>
      </ul>
    </>
  );
}
