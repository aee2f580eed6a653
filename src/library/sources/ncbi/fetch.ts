/**
 * Papers of a query or a list of numbers from PubMed into the library. What is to be fetched is written down first; then
 * it comes page by page, and each page is committed together with the note that it is in, so that whatever ends the work,
 * it goes on behind the last page that was acknowledged and counts nothing twice.
 */
import type { CivilDate, PaperSource } from '#model/index.ts';
import type { Library } from '../../port.ts';
import { PrepareThread } from '../import/prepare-thread.ts';
import type { Asking, Ncbi } from './client.ts';
import { IntakeOfPages } from './page-intake.ts';
import type { PageCounts } from './page-intake.ts';
import { loadPage, pagesOf } from './pages.ts';
import type { LoadedPage, Page } from './pages.ts';
import { makePlan } from './plan.ts';
import type { FetchPlan, FetchRequest } from './plan.ts';
import { readIdList } from './id-list.ts';
import type { IdLine, IdList } from './id-list.ts';

/** Pages that are asked for ahead of the one that is being written. */
const AHEAD = 2;

export interface FetchReport extends PageCounts {
  /** How many papers match in PubMed; absent for a list of numbers. */
  readonly total?: number;
  /** How many papers were asked for. */
  readonly wanted: number;
  /** Numbers PubMed gave no record for, as they were given. */
  readonly notFound: readonly string[];
  /** For a list: the numbers it was understood to hold, and the lines that were not understood. */
  readonly understood?: {
    readonly pmids: readonly string[];
    readonly pmcids: readonly string[];
    readonly dois: readonly string[];
  };
  readonly badLines?: readonly { readonly line: number; readonly text: string }[];
  /** How PubMed understood the query, and words it does not know. */
  readonly translation?: string;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  /** The newest day one of these papers entered PubMed. */
  readonly newestEntrez?: CivilDate;
}

export interface FetchProgress extends PageCounts {
  readonly total?: number;
  readonly wanted: number;
  /** How many of them have been asked for and are in. */
  readonly done: number;
}

export interface FetchOptions extends Asking {
  /** Names this piece of work: a second call under the same name goes on where the first one was. */
  readonly name: string;
  readonly today: CivilDate;
  /** Sources whose abstracts are not kept. */
  readonly withoutAbstracts: readonly PaperSource[];
  /** Told after each commit. */
  readonly onProgress?: (progress: FetchProgress) => void;
}

/**
 * @throws AppError `outside_failed` where PubMed cannot be had, `storage_failed` where the library cannot be written; what was
 * committed before stays in either case. The signal's reason where it is aborted.
 */
export async function fetchPapers(
  library: Library,
  ncbi: Ncbi,
  request: FetchRequest,
  options: FetchOptions,
): Promise<FetchReport> {
  const intake = new IntakeOfPages(library.writer(), options.name);
  const plan = intake.plan() ?? (await intake.keepPlan(await makePlan(ncbi, request, options.today, options)));
  const pages = pagesOf(plan.slices);
  const wanted = plan.slices.reduce((sum, { pmids }) => sum + pmids.length, 0);
  const about = { ...(plan.total === undefined ? {} : { total: plan.total }), wanted };
  const tell = (): void => options.onProgress?.({ ...about, done: intake.done, ...intake.counts });
  tell();
  const thread = new PrepareThread(options.withoutAbstracts);
  try {
    const source = { ncbi, thread, gone: new Set<string>() };
    for await (const page of inOrder(pages.slice(intake.next), (each) => loadPage(source, each, options))) {
      options.signal?.throwIfAborted();
      await intake.take(page);
      tell();
    }
  } finally {
    await thread.close();
  }
  return {
    ...about,
    ...intake.counts,
    ...(request.kind === 'query'
      ? { notFound: intake.missing }
      : await ofList(library, readIdList(request.text), plan, intake.missing)),
    ...(plan.translation === undefined ? {} : { translation: plan.translation }),
    unknown: plan.unknown,
    notes: plan.notes,
    ...(intake.newestEntrez === undefined ? {} : { newestEntrez: intake.newestEntrez }),
  };
}

/** Takes away what {@link fetchPapers} noted for going on. */
export async function forgetFetch(library: Library, name: string): Promise<void> {
  await new IntakeOfPages(library.writer(), name).forget();
}

async function* inOrder(pages: readonly Page[], load: (page: Page) => Promise<LoadedPage>): AsyncGenerator<LoadedPage> {
  const underWay: Promise<LoadedPage>[] = [];
  try {
    for (const page of pages) {
      const loading = load(page);
      // It may fail long before its turn; that is told when its turn comes.
      loading.catch(() => undefined);
      underWay.push(loading);
      if (underWay.length > AHEAD) yield await (underWay.shift() as Promise<LoadedPage>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<LoadedPage>);
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** What a list was understood to hold, and what of it PubMed has no record for. */
async function ofList(
  library: Library,
  { lines, bad }: IdList,
  plan: FetchPlan,
  missing: readonly string[],
): Promise<Pick<FetchReport, 'understood' | 'badLines' | 'notFound'>> {
  const all = (kind: 'pmids' | 'pmcids' | 'dois'): string[] => [...new Set(lines.flatMap((line) => line[kind]))];
  return {
    understood: { pmids: all('pmids'), pmcids: all('pmcids'), dois: all('dois') },
    badLines: bad,
    notFound: await notFound(library, lines, plan, missing),
  };
}

/** A paper that a line names in several ways is found by any of them. */
async function notFound(
  library: Library,
  lines: readonly IdLine[],
  { pmidOf = {}, slices }: FetchPlan,
  missing: readonly string[],
): Promise<string[]> {
  const isMissing = new Set(missing);
  const fetched = new Set(slices.flatMap(({ pmids }) => pmids).filter((pmid) => !isMissing.has(pmid)));
  const lost: string[] = [];
  for (const { pmids, pmcids, dois } of lines) {
    const isOnePaper = pmids.length <= 1 && pmcids.length <= 1 && dois.length <= 1;
    const absent: string[] = [];
    for (const id of [...pmids, ...pmcids, ...dois])
      if (!(await isFetched(id, pmidOf[id], fetched, library))) absent.push(id);
    const count = pmids.length + pmcids.length + dois.length;
    if (!isOnePaper || absent.length === count) lost.push(...absent);
  }
  return [...new Set(lost)];
}

async function isFetched(
  id: string,
  converted: string | undefined,
  fetched: ReadonlySet<string>,
  library: Library,
): Promise<boolean> {
  if (fetched.has(converted ?? id)) return true;
  const papers = await library.resolve([id.toLowerCase()]);
  return papers.some(({ identifiers }) => identifiers.pmid !== undefined && fetched.has(identifiers.pmid));
}
