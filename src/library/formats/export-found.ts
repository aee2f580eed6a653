/** All papers of a search as text of one format, batch by batch in the order of its list. */
import type { RecordId } from '#model/index.ts';
import { SHOW_ALL } from '../display.ts';
import type { Display } from '../display.ts';
import { find } from '../find.ts';
import type { Finding, FindRequest } from '../find.ts';
import type { Found, Library } from '../port.ts';
import { parseQuery } from '../query/index.ts';
import { BATCH, exportedPaper, exportOf, formatOf } from './export.ts';
import type { Export, ExportWish } from './export.ts';
import type { ExportedPaper } from './format.ts';

export interface ExportRequest extends ExportWish, Pick<FindRequest, 'text' | 'filters' | 'sort'> {}

/**
 * Every paper the search finds, however many: there is no ceiling. Papers that come or go meanwhile may be missing;
 * none is there twice.
 * @throws AppError `bad_request` for a format there is none of, and as `find`, also while the text is read.
 */
export async function exportFound(
  library: Library,
  request: ExportRequest,
  display: Display = SHOW_ALL,
): Promise<Export> {
  const format = formatOf(request.format);
  const first = await find(library, { ...request, page: 1, pageSize: BATCH }, display);
  const papers = {
    total: first.total,
    notes: first.notes,
    first: first.hits[0]?.paper,
    batches: batchesOf(library, request, first, display),
  };
  return exportOf(library, format, papers, request.onWritten);
}

/** An identifier finds fewer papers than a batch holds: what goes on behind the first is a search by words. */
async function* batchesOf(
  library: Library,
  request: ExportRequest,
  first: Finding,
  display: Display,
): AsyncGenerator<readonly ExportedPaper[]> {
  const seen = new Set<RecordId>();
  const unseen = <T extends Found['hits'][number] | ExportedPaper>(hits: readonly T[]): T[] =>
    hits.filter(({ paper }) => !seen.has(paper.id) && seen.add(paper.id));
  yield unseen(first.hits);
  for (let offset = BATCH; offset < first.total; offset += BATCH) {
    const { query } = parseQuery(request.text);
    const { filters, sort } = request;
    const found = await library.search({ query, filters, sort, offset, limit: BATCH });
    yield await Promise.all(unseen(found.hits).map((hit) => exportedPaper(library, hit, display)));
  }
}
