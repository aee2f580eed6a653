/** Where one keeps a paper: its labels, with the ways to label it and to put it into a collection. */
import { Suspense, lazy } from 'react';
import { FoldOut } from '../../parts/fold-out.tsx';
import { MarkSigns } from './signs.tsx';
import type { PaperMarks } from './use-marks.ts';

const LabelList = lazy(async () => ({ default: (await import('./label-list.tsx')).LabelList }));
const CollectList = lazy(async () => ({ default: (await import('./collect-list.tsx')).CollectList }));
const moment = <p role="status">One moment…</p>;

export function KeptLine({ you, paper, marks: { mark } }: { you: string; paper: string; marks: PaperMarks }) {
  return (
    <div className="kept-line">
      <MarkSigns mark={mark} />
      <FoldOut words="Labels" name="Labels of this paper" look="btn-link">
        {() => (
          <Suspense fallback={moment}>
            <LabelList you={you} papers={[{ id: paper, labels: mark.isSaved ? mark.labels : [] }]} />
          </Suspense>
        )}
      </FoldOut>
      <FoldOut words="Collections" name="Put this paper into a collection" look="btn-link">
        {(close) => (
          <Suspense fallback={moment}>
            <CollectList papers={[paper]} onDone={close} />
          </Suspense>
        )}
      </FoldOut>
    </div>
  );
}
