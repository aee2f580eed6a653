/** What jobs that bring papers are asked for, as it stands in the record store. */
import { AppError } from '#model/index.ts';
import { readIdList } from '#library/index.ts';
import type { FetchRequest } from '#library/index.ts';

export type JobKind = 'fetch' | 'keep-current' | 'import';

/** Each lane has one job at a time: PubMed is asked by one, files are read by one. */
export const LANES: Readonly<Record<JobKind, string>> = { fetch: 'pubmed', 'keep-current': 'pubmed', import: 'files' };

/** Of `fetch` and `keep-current`. */
export type BringRequest = FetchRequest & {
  readonly title: string;
  /** The pseudonym of the reader who wished it, where somebody else has to let it go on. */
  readonly askedBy?: string;
};

/** Of `import`: a file that was sent from the page and lies in the house until it is in. */
export interface SentFile {
  readonly path: string;
  readonly title: string;
}

/** What a person wishes; one of `query`, `journal` and `ids` says which papers. */
export interface BringWish {
  readonly query?: string | undefined;
  readonly journal?: string | undefined;
  readonly ids?: string | undefined;
  readonly max: number;
  readonly since?: string | undefined;
}

/** @throws AppError `bad_request` where the wish names nothing, or more than one thing. */
export function requestOf({ query, journal, ids, max, since }: BringWish): BringRequest {
  const given = [query, journal, ids].filter((each) => each !== undefined && each.trim() !== '');
  if (given.length !== 1)
    throw new AppError('bad_request', 'Say which papers: a search, a journal or a list of numbers, one of them.');
  if (ids !== undefined && ids.trim() !== '') return { kind: 'ids', text: ids, title: titleOfIds(ids) };
  const asked = queryOf({ query, journal });
  return {
    kind: 'query',
    query: asked,
    max,
    ...(since === undefined || since === '' ? {} : { since }),
    title: journal ? journal.trim() : `“${asked}”`,
  };
}

/** The search that a wish for a query or a journal comes to. */
export function queryOf({ query, journal }: Pick<BringWish, 'query' | 'journal'>): string {
  return journal?.trim() ? `"${journal.trim().replaceAll('"', '')}"[ta]` : (query ?? '').trim();
}

function titleOfIds(ids: string): string {
  const { lines } = readIdList(ids);
  const papers = lines.reduce(
    (sum, { pmids, pmcids, dois }) => sum + Math.max(pmids.length, pmcids.length, dois.length),
    0,
  );
  return papers === 1 ? '1 paper by its number' : `${papers.toLocaleString('en')} papers by number`;
}
