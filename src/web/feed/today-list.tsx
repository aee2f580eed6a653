/** The places of Today in their order. What a press changes is shown where it happens and told once. */
import { useState } from 'react';
import type { FeedPlace, FeedRow, TodayAnswer } from '#api/index.ts';
import { changeInWords, idOf } from './moved.ts';
import { TodayPlace } from './today-place.tsx';
import { useMoving } from './use-moving.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;

export function TodayList({ today }: { today: Whole }) {
  const { places } = today;
  const known = useKnown(places);
  const list = useMoving(places.map(idOf).join());
  const { words, times } = useChange(today);
  return (
    <>
      <div className="sr" role="status">
        {words !== undefined && <p key={times}>{words}</p>}
      </div>
      <ol className="rows" ref={list} aria-label="Papers for today">
        {places.map((place) => (
          <li key={idOf(place)}>
            <TodayPlace place={place} known={known.get(idOf(place))} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The rows as they were seen last, also of papers whose place is empty now. */
function useKnown(places: readonly FeedPlace[]): ReadonlyMap<string, FeedRow> {
  const [seen, setSeen] = useState<{ places: readonly FeedPlace[]; rows: ReadonlyMap<string, FeedRow> }>({
    places: [],
    rows: new Map(),
  });
  if (seen.places === places) return seen.rows;
  const rows = new Map(seen.rows);
  for (const place of places) if (!('gone' in place)) rows.set(place.paper.id, place);
  setSeen({ places, rows });
  return rows;
}

/** From one answer to the next: what became of the order. */
function useChange(today: Whole): { words: string | undefined; times: number } {
  const [seen, setSeen] = useState({ today, words: undefined as string | undefined, times: 0 });
  if (seen.today === today) return seen;
  const words = changeInWords(seen.today, today);
  const next = { today, words: words ?? seen.words, times: seen.times + (words === undefined ? 0 : 1) };
  setSeen(next);
  return next;
}
