/** NCBI's services as calls: a search of PubMed, records by their numbers, PMC numbers as PMIDs. */
import { AppError } from '#model/index.ts';
import type { Answer, Outside, Service } from '#outside/index.ts';
import { readConvertedIds, readRecordSet, readSearchResult } from './answers.ts';
import type { ConvertedId, History, SearchResult } from './answers.ts';

export interface NcbiOptions {
  /** A place that answers as NCBI does, ending with a slash; NLM's own where absent. */
  readonly url?: string | undefined;
  /** Asked anew with each request: a house may be told it while it runs. */
  readonly email?: () => Promise<string | undefined>;
  readonly key?: string | undefined;
  /** Waits for the house's turn: all its processes together keep to what NCBI allows. */
  readonly turn?: (everyMs: number) => Promise<void>;
  /** For tests: how long to wait between tries, in milliseconds. */
  readonly backOff?: { readonly firstMs: number; readonly mostMs: number };
}

/** Told while a request is tried again, so that a person sees why nothing moves. */
export type OnRetry = (sentence: string) => void;

export interface Asking {
  readonly signal?: AbortSignal;
  readonly onRetry?: OnRetry;
  /** Somebody is waiting for this one answer. */
  readonly urgent?: boolean;
}

export interface SearchQuestion {
  readonly term: string;
  /** How many PMIDs to list, at most 9,999. */
  readonly list: number;
  /** Entrez dates, both included, as `2024/03/09`. */
  readonly entrez?: { readonly from: string; readonly to: string };
}

export type RecordsWanted =
  { readonly pmids: readonly string[] } | { readonly history: History; readonly from: number; readonly count: number };

export interface Ncbi {
  search(question: SearchQuestion, asking: Asking): Promise<SearchResult>;
  /** The XML of a set of records; undefined where the list kept at NCBI is gone. */
  records(wanted: RecordsWanted, asking: Asking): Promise<Buffer | undefined>;
  /** @param pmcids at most 200, as `PMC123`. */
  convert(pmcids: readonly string[], asking: Asking): Promise<readonly ConvertedId[]>;
}

export const EUTILS_HOST = 'eutils.ncbi.nlm.nih.gov';
export const PMC_HOST = 'pmc.ncbi.nlm.nih.gov';
const TOOL = 'attune';
const PER_SECOND = 3;
const PER_SECOND_WITH_KEY = 10;
const BACK_OFF = { firstMs: 500, mostMs: 15_000 };
const INSTEAD = 'Try again later, or bring PubMed XML as a file (attune import FILE).';

export function ncbiClient(outside: Outside, options: NcbiOptions): Ncbi {
  const { url, email, key, turn, backOff = BACK_OFF } = options;
  const perSecond = key === undefined ? PER_SECOND : PER_SECOND_WITH_KEY;
  const service = outside.service({
    name: 'PubMed',
    perSecond,
    atOnce: 3,
    ...(turn === undefined ? {} : { turn: () => turn(Math.ceil(1_000 / perSecond)) }),
    tries: 6,
    backOff,
    silenceMs: 30_000,
    wholeMs: 180_000,
    mostBytes: 64 * 1024 * 1024,
    breakAfter: 20,
    breakMs: 60_000,
    instead: INSTEAD,
  });
  const eutils = `${url ?? `https://${EUTILS_HOST}/`}entrez/eutils/`;
  const converter = `${url ?? `https://${PMC_HOST}/`}tools/idconv/api/v1/articles/`;
  const identity = async (): Promise<{ tool: string; email?: string }> => {
    const address = await email?.();
    return { tool: TOOL, ...(address === undefined ? {} : { email: address }) };
  };
  const withKey = async () => ({ ...(await identity()), ...(key === undefined ? {} : { api_key: key }) });
  return {
    async search({ term, list, entrez }, asking) {
      const form = {
        ...(await withKey()),
        db: 'pubmed',
        term,
        retmode: 'json',
        retmax: String(list),
        usehistory: 'y',
        ...(entrez && { datetype: 'edat', mindate: entrez.from, maxdate: entrez.to }),
      };
      return ask(service, { address: `${eutils}esearch.fcgi`, form, read: readSearchResult }, asking);
    },
    async records(wanted, asking) {
      const which =
        'pmids' in wanted
          ? { id: wanted.pmids.join(',') }
          : {
              WebEnv: wanted.history.webEnv,
              query_key: wanted.history.queryKey,
              retstart: String(wanted.from),
              retmax: String(wanted.count),
            };
      const form = { ...(await withKey()), db: 'pubmed', retmode: 'xml', ...which };
      return ask(service, { address: `${eutils}efetch.fcgi`, form, read: readRecordSet }, asking);
    },
    async convert(pmcids, asking) {
      const form = { ...(await identity()), ids: pmcids.join(','), idtype: 'pmcid', format: 'json' };
      const address = `${converter}?${new URLSearchParams(form)}`;
      return ask(service, { address, read: readConvertedIds, mayRefuse: true }, asking);
    },
  };
}

interface Question<T> {
  readonly address: string;
  /** Sent as the body, so that no list is too long for an address; absent for a plain request. */
  readonly form?: Record<string, string>;
  readonly read: (body: Buffer) => T;
  /** The converter answers 400 or 404 where it knows none of the numbers; its body is read all the same. */
  readonly mayRefuse?: true;
}

async function ask<T>(service: Service, { address, form, read, mayRefuse }: Question<T>, asking: Asking): Promise<T> {
  const { signal, onRetry, urgent } = asking;
  const answer = await service.request({
    url: address,
    ...(form && { form }),
    ...(signal && { signal }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(onRetry && {
      onRetry: (why, inMs, next, tries) =>
        onRetry(`PubMed ${why}. Try ${next} of ${tries} in ${Math.max(1, Math.round(inMs / 1000))} s.`),
    }),
    check: (given) => {
      if (given.status === 200) read(given.body);
    },
  });
  if (answer.status !== 200 && mayRefuse !== true) throw refused(answer);
  return read(answer.body);
}

function refused({ status, body }: Answer): AppError {
  if (/api.key invalid/i.test(body.toString('utf8', 0, 500)))
    return new AppError(
      'unusable_setting',
      'NCBI does not know the key in NCBI_API_KEY. Copy it again from the settings of your NCBI account, or leave the setting out.',
    );
  return new AppError('outside_failed', `PubMed refused the question with status ${status}. ${INSTEAD}`);
}
