/** What one can do with a paper where it stands in a list: the same row in the same order as on its page, always in sight. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { FoundPaper } from '#api/index.ts';
import { plainText } from '#model/index.ts';
import { FoldOut } from '../../parts/fold-out.tsx';
import { houseQuery } from '../../parts/queries.ts';
import { useWayIn } from '../../parts/way-in.ts';
import { shortened } from '../../parts/words.ts';
import { LazyNote } from './lazy-note.tsx';
import { Act, MarkButtons } from './mark-buttons.tsx';
import { MarkSigns } from './signs.tsx';
import { useMarks } from './use-marks.ts';

const RowMore = lazy(async () => ({ default: (await import('./row-more.tsx')).RowMore }));

interface ActsOf {
  readonly paper: FoundPaper;
  /** What else stands in the menu of the row. */
  readonly also?: { readonly words: string; readonly press: () => void };
}

export function RowActs({ paper, also }: ActsOf) {
  const { id } = paper;
  const marks = useMarks(id);
  const { data: house } = useQuery(houseQuery());
  const you = house?.you?.id;
  const wayIn = useWayIn();
  const navigate = useNavigate();
  const [isWriting, setIsWriting] = useState(false);
  // The note is written on the paper's page by those who come back from the way in: a list would not know on which row.
  const toNote = async () => {
    if (wayIn === undefined) return setIsWriting(!isWriting);
    await navigate({ to: '/paper/$', params: { _splat: id } });
    wayIn({ act: 'note', paper: id });
  };
  return (
    <>
      <MarkSigns mark={marks.mark} />
      <div className="acts" role="group" aria-label={shortened(plainText(paper.title), 80)}>
        <MarkButtons marks={marks} />
        <Act name="note" letter="n" isOn={marks.mark.hasNote} onPress={() => void toNote()}>
          Note
        </Act>
        <FoldOut words="More" name="More with this paper" icon="more" look="act" atEnd>
          {(close) => (
            <Suspense fallback={<p role="status">One moment…</p>}>
              <RowMore paper={id} marks={marks} onDone={close} {...(also && { also })} />
            </Suspense>
          )}
        </FoldOut>
      </div>
      {you !== undefined && isWriting && <LazyNote you={you} paper={id} isWriting onWriting={setIsWriting} />}
    </>
  );
}
