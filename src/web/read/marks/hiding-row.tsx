/**
 * A row that folds to one line once the person does not want its paper again. It stays in its place, since a search leaves nothing out;
 * and what became of the paper stays in sight, folded or not.
 */
import { useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { FoundPaper } from '#api/index.ts';
import { plainText } from '#model/index.ts';
import { NoticeSigns } from '../../parts/notices.tsx';
import { KeyAlone } from './mark-buttons.tsx';
import { useMarks } from './use-marks.ts';

export function HidingRow({ paper, children }: { paper: FoundPaper; children: ReactNode }) {
  const { mark, toggle } = useMarks(paper.id);
  const [isShown, setIsShown] = useState(false);
  const hadFocus = useRef(false);
  const isFolded = mark.isHidden && !isShown;
  // Wanted again and once more not: it folds anew.
  if (!mark.isHidden && isShown) setIsShown(false);
  const keepsFocus = useCallback((row: HTMLDivElement) => {
    if (hadFocus.current) row.querySelector<HTMLElement>('a, button')?.focus();
    return () => {
      hadFocus.current = row.contains(document.activeElement);
    };
  }, []);
  return (
    <div key={String(isFolded)} ref={keepsFocus}>
      {isFolded ? <Folded paper={paper} onShow={() => setIsShown(true)} onAgain={() => toggle('hide')} /> : children}
    </div>
  );
}

interface FoldedRow {
  readonly paper: FoundPaper;
  /** Shows it this once. */
  readonly onShow: () => void;
  /** Takes “not again” back. */
  readonly onAgain: () => void;
}

function Folded({ paper, onShow, onAgain }: FoldedRow) {
  return (
    <p className="meta folded">
      <NoticeSigns notices={paper.notices} />
      <span>You did not want this again.</span>
      <span>
        <button type="button" className="btn-link" onClick={onShow}>
          Show<span className="sr">: {plainText(paper.title)}</span>
        </button>
      </span>
      <KeyAlone letter="x" onPress={onAgain}>
        Again
      </KeyAlone>
    </p>
  );
}
