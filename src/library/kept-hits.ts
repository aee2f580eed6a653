/** Papers as lists show them, kept between answers: the same few stand on many pages, and making one anew means reading all its text. */
import type { RecordId } from '#model/index.ts';
import type { Display } from './display.ts';
import { papersById } from './find.ts';
import type { Hit } from './find.ts';
import type { Library } from './port.ts';

/** Some ten kilobytes each. */
const MOST_KEPT = 2_000;
/** A longer list is read for itself: it would drive out what pages share. */
const LONG_LIST = 200;

/** As `papersById`; what is kept goes as soon as anything in the library changes, notices of other papers included. */
export function keptHits(
  library: Library,
  display: Display,
): (ids: readonly RecordId[]) => Promise<ReadonlyMap<RecordId, Hit>> {
  let hits = new Map<RecordId, Hit>();
  let changedAt: string | undefined;
  return async (ids) => {
    const now = await library.changedAt();
    if (now !== changedAt) [hits, changedAt] = [new Map(), now];
    const kept = hits;
    const missing = [...new Set(ids)].filter((id) => !kept.has(id));
    const read = missing.length === 0 ? new Map<RecordId, Hit>() : await papersById(library, missing, display);
    const answer = new Map<RecordId, Hit>();
    for (const id of ids) {
      const hit = kept.get(id) ?? read.get(id);
      if (hit !== undefined) answer.set(id, hit);
    }
    if (read.size > LONG_LIST) return answer;
    for (const [id, hit] of read) {
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as RecordId);
      kept.set(id, hit);
    }
    return answer;
  };
}
