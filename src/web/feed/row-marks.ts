/** An answer of the feed holds what one made of its papers already: the rows need not ask for it again. */
import type { QueryClient } from '@tanstack/react-query';
import type { FeedPlace } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { markKey } from '../read/marks/marks-query.ts';
import { isUnderway } from '../read/marks/presses.ts';

export function keepMarks(queries: QueryClient, places: readonly FeedPlace[]): void {
  const you = queries.getQueryData(houseQuery().queryKey)?.you?.id;
  if (you === undefined) return;
  for (const place of places)
    // What was pressed meanwhile is on the screen already, and newer.
    if (!('gone' in place) && !isUnderway(place.paper.id))
      queries.setQueryData(markKey(you, place.paper.id), place.mark);
}
