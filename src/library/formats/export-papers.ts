/** Chosen papers as text of one format, in the order they were chosen in. */
import type { RecordId } from '#model/index.ts';
import { SHOW_ALL } from '../display.ts';
import type { Display } from '../display.ts';
import { heldIds, hitsById } from '../find-by-id.ts';
import type { Library } from '../port.ts';
import { exportedPaper, exportOf, formatOf } from './export.ts';
import type { Export, ExportWish } from './export.ts';
import type { ExportedPaper } from './format.ts';

export interface ExportPapersRequest extends ExportWish {
  /** A paper that is named twice is written once. */
  readonly papers: readonly RecordId[];
}

const MISSING_NAMED = 20;

/**
 * One paper or a selection. Papers that the library does not hold are left out and named in the notes.
 * @throws AppError `bad_request` for a format there is none of.
 */
export async function exportPapers(
  library: Library,
  request: ExportPapersRequest,
  display: Display = SHOW_ALL,
): Promise<Export> {
  const format = formatOf(request.format);
  const chosen = [...new Set(request.papers)];
  const held = await heldIds(library, chosen);
  const [first] = held;
  const papers = {
    total: held.length,
    notes: await missingNotes(library, chosen, new Set(held)),
    first: first === undefined ? undefined : await library.get(first),
    batches: batchesOf(library, held, display),
  };
  return exportOf(library, format, papers, request.onWritten);
}

async function* batchesOf(
  library: Library,
  ids: readonly RecordId[],
  display: Display,
): AsyncGenerator<readonly ExportedPaper[]> {
  for await (const hits of hitsById(library, ids))
    yield await Promise.all(hits.map((hit) => exportedPaper(library, hit, display)));
}

async function missingNotes(
  library: Library,
  chosen: readonly RecordId[],
  held: ReadonlySet<RecordId>,
): Promise<string[]> {
  const unknown: RecordId[] = [];
  const withdrawn: RecordId[] = [];
  for (const id of chosen) {
    if (held.has(id)) continue;
    const list = (await library.tombstone(id)) === undefined ? unknown : withdrawn;
    list.push(id);
  }
  return [
    ...(unknown.length === 0 ? [] : [`Not in this library, and left out: ${named(unknown)}.`]),
    ...(withdrawn.length === 0 ? [] : [`Withdrawn by PubMed, and left out: ${named(withdrawn)}.`]),
  ];
}

function named(ids: readonly RecordId[]): string {
  const more = ids.length - MISSING_NAMED;
  const list = ids.slice(0, MISSING_NAMED).join(', ');
  return more > 0 ? `${list} and ${more.toLocaleString('en')} more` : list;
}
