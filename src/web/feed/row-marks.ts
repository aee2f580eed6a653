/** An answer of the feed holds what one made of its papers already: the rows need not ask for it again. */
import type { QueryClient } from '@tanstack/react-query';
import type { FeedPlace } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { takeMarks } from '../read/marks/marks-query.ts';

/** @param askedAt when the answer was asked for: what was pressed after that is newer than it. */
export function keepMarks(queries: QueryClient, places: readonly FeedPlace[], askedAt: number): void {
  const you = queries.getQueryData(houseQuery().queryKey)?.you?.id;
  if (you === undefined) return;
  const rows = places.flatMap((place) => ('gone' in place ? [] : [{ id: place.paper.id, mark: place.mark }]));
  takeMarks(queries, you, rows, askedAt);
}
