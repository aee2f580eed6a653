/** One place of Today: its paper, or what stands there once the paper is wished away. The focus stays in the place either way. */
import { useCallback, useRef } from 'react';
import type { FeedPlace, FeedRow as Row, Mark } from '#api/index.ts';
import { plainText } from '#model/index.ts';
import { useMarks } from '../read/marks/use-marks.ts';
import { FeedRow } from './feed-row.tsx';
import { GonePlace } from './gone-place.tsx';
import type { GoneBy } from './gone-place.tsx';
import { idOf } from './moved.ts';

interface PlaceOf {
  readonly place: FeedPlace;
  /** The paper's row as it was seen last, so that taking a press back shows it at once. */
  readonly known: Row | undefined;
}

export function TodayPlace({ place, known }: PlaceOf) {
  const marks = useMarks(idOf(place));
  const hadFocus = useRef(false);
  const row = 'gone' in place ? known : place;
  const by = goneBy(place, row, marks.mark);
  const keepsFocus = useCallback((drawn: HTMLDivElement) => {
    if (hadFocus.current) drawn.querySelector<HTMLElement>('.row-title a, button')?.focus();
    return () => {
      hadFocus.current = drawn.contains(document.activeElement);
    };
  }, []);
  return (
    <div key={String(by !== undefined)} ref={keepsFocus}>
      {by === undefined && row ? (
        <FeedRow row={row} />
      ) : (
        <GonePlace title={titleOf(place)} by={by ?? 'withdrawn'} marks={marks} />
      )}
    </div>
  );
}

/** What was pressed here counts before what the server said last. @returns undefined where the paper stands in its place. */
function goneBy(place: FeedPlace, row: Row | undefined, mark: Mark): GoneBy | undefined {
  if ('gone' in place && (place.gone.by === 'withdrawn' || row === undefined)) return place.gone.by;
  if (mark.isHidden) return 'hide';
  return mark.opinion === 'less' ? 'less' : undefined;
}

function titleOf(place: FeedPlace): string {
  return 'gone' in place ? place.gone.title : plainText(place.paper.title);
}
