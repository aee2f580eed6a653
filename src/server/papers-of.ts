/** Papers by their ids, as lists show them. */
import type { FoundPaper } from '#api/index.ts';
import type { RecordId } from '#model/index.ts';
import type { ServerHouse, ServerRooms } from './house.ts';
import { foundPaper } from './present.ts';

/** Those that the library holds, by the id asked for. */
export async function papersOf(
  house: ServerHouse,
  words: ServerRooms,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, FoundPaper>> {
  const held = await house.papers(ids);
  return new Map([...held].map(([id, hit]) => [id, foundPaper(hit, words)]));
}

/** `a|b|c` as an address carries it. */
export function idsOf(joined: string): RecordId[] {
  return [...new Set(joined.split('|').filter((id) => id !== ''))] as RecordId[];
}
