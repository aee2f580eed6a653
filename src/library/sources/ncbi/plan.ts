/** What is to be fetched, worked out once and kept: the PMIDs in their order, and what a person should know about the list. */
import { AppError } from '#model/index.ts';
import type { CivilDate } from '#model/index.ts';
import type { Asking, Ncbi } from './client.ts';
import { readIdList } from './id-list.ts';
import type { IdLine } from './id-list.ts';
import { listPapers } from './slices.ts';
import type { Listed, Slice } from './slices.ts';

export type FetchRequest =
  | {
      readonly kind: 'query';
      /** In PubMed's language. */
      readonly query: string;
      readonly max: number;
      /** Publication date from which on papers count: `2024`, `2024/03` or `2024/03/09`. */
      readonly since?: string | undefined;
      /** Entrez date from which on papers count: what is new since the last time. */
      readonly entered?: CivilDate | undefined;
    }
  | {
      readonly kind: 'ids';
      /** PMIDs, PMCIDs and DOIs as people paste them. */
      readonly text: string;
    };

export interface FetchPlan {
  readonly total?: number;
  readonly slices: readonly Slice[];
  readonly translation?: string;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  /** PMIDs of the PMCIDs of a list. */
  readonly pmidOf?: Readonly<Record<string, string>>;
}

const CONVERTED_AT_ONCE = 200;
/** Keeps a search by DOIs well below what a query may be long. */
const DOIS_AT_ONCE = 40;
const MOST_IDS = 20_000;

/** @throws AppError `bad_request` where there is nothing to ask for or the date cannot be read. */
export async function makePlan(
  ncbi: Ncbi,
  request: FetchRequest,
  today: CivilDate,
  asking: Asking,
): Promise<FetchPlan> {
  if (request.kind === 'ids') return planOfIds(ncbi, request.text, asking);
  const { max, entered } = request;
  return listPapers(
    ncbi,
    { term: termOf(request), max, today, ...(entered === undefined ? {} : { from: entered }) },
    asking,
  );
}

/** How many papers match, without listing any. */
export async function countPapers(
  ncbi: Ncbi,
  request: { readonly query: string; readonly since?: string | undefined },
  asking: Asking,
): Promise<Pick<Listed, 'total' | 'translation' | 'unknown'>> {
  const { count, translation, unknown } = await ncbi.search({ term: termOf(request), list: 0 }, asking);
  return { total: count, unknown, ...(translation === undefined ? {} : { translation }) };
}

function termOf({ query, since }: { readonly query: string; readonly since?: string | undefined }): string {
  const asked = query.trim();
  if (asked === '')
    throw new AppError(
      'bad_request',
      'There is nothing to look for. Write a question, a PubMed search or the name of a journal.',
    );
  if (since === undefined) return asked;
  if (!/^\d{4}([/-](0?[1-9]|1[0-2])([/-](0?[1-9]|[12]\d|3[01]))?)?$/.test(since))
    throw new AppError(
      'bad_request',
      `“${since}” is no date to begin at. Write a year, a month or a day: 2024, 2024/03, 2024/03/09.`,
    );
  return `(${asked}) AND ${since.replaceAll('-', '/')}:3000[dp]`;
}

async function planOfIds(ncbi: Ncbi, text: string, asking: Asking): Promise<FetchPlan> {
  const { lines } = readIdList(text);
  if (lines.length === 0)
    throw new AppError('bad_request', 'The list holds no PMID, PMCID or DOI. Write one on each line.');
  const pmidOf = await converted(ncbi, all(lines, 'pmcids'), asking);
  const byDoi = await foundByDoi(ncbi, all(lines.filter(asksByDoi), 'dois'), asking);
  const pmids = [...new Set([...all(lines, 'pmids'), ...Object.values(pmidOf), ...byDoi])];
  if (pmids.length > MOST_IDS)
    throw new AppError(
      'bad_request',
      `The list holds ${pmids.length.toLocaleString('en')} papers. Bring ${MOST_IDS.toLocaleString('en')} at a time.`,
    );
  return { slices: [{ pmids }], unknown: [], notes: [], pmidOf };
}

/** A DOI beside the one PMID of its line is another name of the same paper. */
function asksByDoi({ pmids, dois }: IdLine): boolean {
  return !(pmids.length === 1 && dois.length === 1);
}

function all(lines: readonly IdLine[], kind: 'pmids' | 'pmcids' | 'dois'): string[] {
  return [...new Set(lines.flatMap((line) => line[kind]))];
}

async function converted(ncbi: Ncbi, pmcids: readonly string[], asking: Asking): Promise<Record<string, string>> {
  const pmidOf: Record<string, string> = {};
  for (const batch of batches(pmcids, CONVERTED_AT_ONCE))
    for (const { asked, pmid } of await ncbi.convert(batch, asking)) if (pmid !== undefined) pmidOf[asked] = pmid;
  return pmidOf;
}

async function foundByDoi(ncbi: Ncbi, dois: readonly string[], asking: Asking): Promise<string[]> {
  const found: string[] = [];
  for (const batch of batches(dois, DOIS_AT_ONCE)) {
    const term = batch.map((doi) => `"${doi.replaceAll('"', '')}"[doi]`).join(' OR ');
    // One DOI can stand on several records by mistake; more than a few of each is no answer to the question.
    const { pmids } = await ncbi.search({ term, list: batch.length * 5 }, asking);
    found.push(...pmids);
  }
  return found;
}

function* batches<T>(values: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
