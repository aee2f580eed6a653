/** Papers that somebody names by their ids: a list that is kept, a selection that is taken out. */
import type { RecordId } from '#model/index.ts';
import type { Found, Library, SearchRequest } from './port.ts';

/** How many are asked for at once. */
const AT_ONCE = 500;

/** In the order of the ids, batch by batch, each paper once; those that the library does not hold are left out. */
export async function* hitsById(
  library: Pick<Library, 'search'>,
  ids: readonly RecordId[],
): AsyncGenerator<Found['hits']> {
  for (const batch of batchesOf(ids)) {
    const found = await library.search({ ...these(batch), limit: batch.length });
    const byId = new Map(found.hits.map((hit) => [hit.paper.id, hit]));
    yield batch.flatMap((id) => byId.get(id) ?? []);
  }
}

/** Which of the ids the library holds, in their order, each once. Papers are read only where some of a batch are missing. */
export async function heldIds(library: Pick<Library, 'search'>, ids: readonly RecordId[]): Promise<RecordId[]> {
  const held: RecordId[] = [];
  for (const batch of batchesOf(ids)) {
    const { total } = await library.search({ ...these(batch), limit: 1 });
    if (total === batch.length) held.push(...batch);
    else if (total > 0)
      for await (const hits of hitsById(library, batch)) held.push(...hits.map(({ paper }) => paper.id));
  }
  return held;
}

function batchesOf(ids: readonly RecordId[]): RecordId[][] {
  const each = [...new Set(ids)];
  return Array.from({ length: Math.ceil(each.length / AT_ONCE) }, (_, at) =>
    each.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}

function these(ids: readonly RecordId[]): Omit<SearchRequest, 'limit'> {
  return { query: { kind: 'records', ids, at: { start: 0, length: 0 } }, filters: {}, sort: 'newest', offset: 0 };
}
