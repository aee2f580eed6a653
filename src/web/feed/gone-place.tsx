/** A place whose paper was wished away: it stays empty, says so, and gives the paper back. */
import { FoldOut } from '../parts/fold-out.tsx';
import { useShortcut } from '../parts/single-keys.tsx';
import { shortened } from '../parts/words.ts';
import { LessPanel } from '../read/marks/less-panel.tsx';
import type { PaperMarks } from '../read/marks/use-marks.ts';

export type GoneBy = 'less' | 'hide' | 'withdrawn';

interface Gone {
  readonly title: string;
  readonly by: GoneBy;
  readonly marks: PaperMarks;
}

export function GonePlace({ title, by, marks }: Gone) {
  const shortcut = useShortcut(by === 'hide' ? 'x' : 'd');
  const { opinion: _opinion, why: _why, ...before } = marks.mark;
  return (
    <div className="gone-place">
      <p>
        {BEFORE[by]}
        <span className="lit" dir="auto">
          “{shortened(title, 120)}”
        </span>
        {AFTER[by]}
      </p>
      {by !== 'withdrawn' && (
        <span className="folded">
          <button
            type="button"
            className="btn-link"
            {...shortcut}
            onClick={() => marks.toggle(by === 'hide' ? 'hide' : 'less')}
          >
            Undo<span className="sr">: {title}</span>
          </button>
        </span>
      )}
      {by === 'less' && (
        <FoldOut words="Say why" name="Less like this" look="btn-link">
          {(close) => <LessPanel marks={marks} before={before} onDone={close} />}
        </FoldOut>
      )}
    </div>
  );
}

const BEFORE: Readonly<Record<GoneBy, string>> = {
  less: 'You will see less like ',
  hide: 'You will not be shown ',
  withdrawn: '',
};
const AFTER: Readonly<Record<GoneBy, string>> = {
  less: '.',
  hide: ' again.',
  withdrawn: ' was withdrawn from PubMed.',
};
