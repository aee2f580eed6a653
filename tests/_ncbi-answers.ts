/** What the stand-in of NCBI answers when nothing is wrong: searches, records, and the ids of PMC. */
import { articleSet, escaped } from './_ncbi-papers.ts';
import type { NcbiPaper } from './_ncbi-papers.ts';
import { matchQuery, within } from './_ncbi-query.ts';

export interface NcbiAnswer {
  readonly status: number;
  readonly type: 'application/json' | 'text/xml' | 'text/html';
  readonly body: string;
}

type Params = Readonly<Record<string, string>>;
/** What searches with `usehistory` left behind: for each name the searches by key. */
export type History = Map<string, string[][]>;

/** PubMed's search gives the first of its matches and no more. */
const MOST = 9_999;
const TOO_FAR =
  "Search Backend failed: Exception: 'retstart' cannot be larger than 9998. For PubMed, ESearch can only retrieve " +
  'the first 9,999 records matching the query.';

export const json = (value: unknown, status = 200): NcbiAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const xml = (body: string): NcbiAnswer => ({ status: 200, type: 'text/xml', body });
export const page = (title: string, status = 200): NcbiAnswer => ({
  status,
  type: 'text/html',
  body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});
export const searchError = (message: string): NcbiAnswer =>
  json({ header: { type: 'esearch', version: '0.3' }, esearchresult: { ERROR: message } });
export const fetchError = (message: string): NcbiAnswer =>
  xml(`<?xml version="1.0" ?>\n<eFetchResult>\n\t<ERROR>${escaped(message)}</ERROR>\n</eFetchResult>\n`);
/** Another search's key is not known any more. */
export const lostHistory = (key: string): string => `Unable to obtain query #${key}`;

export function search(params: Params, all: readonly NcbiPaper[], history: History): NcbiAnswer {
  if (params['db'] !== 'pubmed') return searchError(`Invalid db name specified: ${params['db'] ?? ''}`);
  if (params['retmode'] !== 'json') return searchError('The stand-in searches with retmode=json alone');
  const retstart = Number(params['retstart'] ?? 0);
  const retmax = Math.min(Number(params['retmax'] ?? 20), 10_000);
  if (retstart > MOST - 1) return searchError(TOO_FAR);
  const { papers, translation, notFound } = matchQuery(params['term'] ?? '', all);
  const { inDates, words } = dates(params);
  const pmids = papers
    .filter(inDates)
    .toSorted((one, other) => other.edat.localeCompare(one.edat) || Number(other.pmid) - Number(one.pmid))
    .map(({ pmid }) => pmid);
  const listed = pmids.slice(retstart, Math.min(retstart + retmax, MOST));
  return json({
    header: { type: 'esearch', version: '0.3' },
    esearchresult: {
      count: String(pmids.length),
      retmax: String(listed.length),
      retstart: String(retstart),
      ...(params['usehistory'] === 'y' ? kept(pmids, params['WebEnv'], history) : {}),
      idlist: listed,
      translationset: [],
      querytranslation: words === '' ? translation : `(${translation}) AND ${words}`,
      ...(notFound.length === 0 ? {} : { errorlist: { phrasesnotfound: notFound, fieldsnotfound: [] } }),
      ...(pmids.length > 0
        ? {}
        : { warninglist: { phrasesignored: [], quotedphrasesnotfound: [], outputmessages: ['No items found.'] } }),
    },
  });
}

function dates({ mindate, maxdate, reldate }: Params): { inDates: (paper: NcbiPaper) => boolean; words: string } {
  const slashed = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');
  const from = reldate === undefined ? mindate : slashed(Date.now() - Number(reldate) * 86_400_000);
  const to = reldate === undefined ? maxdate : slashed(Date.now());
  // One alone is passed over, as PubMed does.
  if (from === undefined || to === undefined) return { inDates: () => true, words: '' };
  return { inDates: within(from, to), words: `${from}:${to}[Date - Entry]` };
}

function kept(pmids: string[], given: string | undefined, history: History): { querykey: string; webenv: string } {
  const webenv = given ?? `MCID_invented_${String(history.size + 1).padStart(4, '0')}`;
  const searches = history.get(webenv) ?? [];
  history.set(webenv, searches);
  searches.push(pmids);
  return { querykey: String(searches.length), webenv };
}

export function fetchRecords(params: Params, all: readonly NcbiPaper[], history: History): NcbiAnswer {
  if (params['db'] !== 'pubmed') return fetchError(`Invalid db name specified: ${params['db'] ?? ''}`);
  if (params['retmode'] !== 'xml') return page('PmFetch response');
  const byPmid = new Map(all.map((paper) => [paper.pmid, paper]));
  const records = (pmids: readonly string[]): NcbiAnswer =>
    xml(articleSet([...new Set(pmids.flatMap((pmid) => byPmid.get(pmid.trim()) ?? []))]));
  if (params['id'] !== undefined) return records(params['id'].split(','));
  const key = params['query_key'] ?? '1';
  const pmids = history.get(params['WebEnv'] ?? '')?.[Number(key) - 1];
  if (pmids === undefined) return fetchError(lostHistory(key));
  const retstart = Number(params['retstart'] ?? 0);
  if (retstart > MOST - 1) return fetchError(TOO_FAR.replace('ESearch', 'EFetch'));
  return records(pmids.slice(retstart, Math.min(retstart + Number(params['retmax'] ?? 20), MOST)));
}

const TYPES = {
  pmid: { shape: /^[1-9]\d*$/, error: 'must be PubMed IDs (Positive Integers).' },
  pmcid: { shape: /^PMC\d+(\.\d+)?$/i, error: 'must be PMC IDs.' },
  doi: { shape: /^10\.\S+\/\S+$/, error: 'must be DOIs.' },
} as const;

/** The converter knows the papers that are in PMC, and no others. */
export function convertIds(params: Params, all: readonly NcbiPaper[]): NcbiAnswer {
  const ids = (params['ids'] ?? '').split(',').filter((id) => id !== '');
  const idtype = (params['idtype'] ?? guessed(ids[0] ?? '')) as keyof typeof TYPES;
  const wrong = (message: string, code: string): NcbiAnswer =>
    json({ status: 'error', http_status: '400', http_status_reason: 'Bad Request', errors: [{ message, code }] }, 400);
  if (params['format'] !== 'json') return wrong('The stand-in converts with format=json alone.', 'invalid_format');
  if (ids.length > 200) return wrong('At most 200 values of query param `ids` are allowed.', 'too_many_ids');
  const { shape, error } = TYPES[idtype];
  if (ids.some((id) => !shape.test(id)))
    return wrong(`All values of query param \`ids\` ${error}`, `invalid_${idtype}s`);
  const known = new Map(
    all.flatMap((paper) => {
      const id = paper[idtype];
      return paper.pmcid === undefined || id === undefined ? [] : [[id.toLowerCase(), paper] as const];
    }),
  );
  const records = ids.map((id) => {
    const paper = known.get(id.toLowerCase().replace(/^(pmc\d+)\.\d+$/, '$1'));
    if (paper === undefined)
      return { [idtype]: id, 'requested-id': id, status: 'error', errmsg: 'Identifier not found in PMC' };
    const { doi, pmcid, pmid } = paper;
    return { ...(doi === undefined ? {} : { doi }), pmcid, pmid: Number(pmid), 'requested-id': id };
  });
  return json({ status: 'ok', 'response-date': '2026-09-08 02:49:01', records });
}

function guessed(id: string): string {
  return id.startsWith('10.') ? 'doi' : /^pmc/i.test(id) ? 'pmcid' : 'pmid';
}
