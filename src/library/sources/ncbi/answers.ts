/** What NCBI's services answer, told apart: a result, an error that comes as a result, and what is no answer at all. */
import { AppError } from '#model/index.ts';
import { TryAgain } from '#outside/index.ts';

export interface SearchResult {
  /** How many records match, whatever was listed. */
  readonly count: number;
  readonly pmids: readonly string[];
  /** The list kept at NCBI for a while, by which its pages can be had. */
  readonly history?: History;
  /** How PubMed understood the query. */
  readonly translation?: string;
  /** Words and fields PubMed does not know. */
  readonly unknown: readonly string[];
}

export interface History {
  readonly webEnv: string;
  readonly queryKey: string;
}

interface SearchJson {
  readonly ERROR?: unknown;
  readonly count?: unknown;
  readonly idlist?: unknown;
  readonly webenv?: unknown;
  readonly querykey?: unknown;
  readonly querytranslation?: unknown;
  readonly errorlist?: { readonly phrasesnotfound?: unknown; readonly fieldsnotfound?: unknown };
}

/** @throws TryAgain where the body is no answer; AppError `outside_failed` where PubMed says what is wrong with the question. */
export function readSearchResult(body: Buffer): SearchResult {
  const result = searchJson(body);
  if (result.ERROR !== undefined) throw refusal(String(result.ERROR));
  const count = Number(result.count);
  if (result.count === undefined || !Number.isInteger(count) || count < 0)
    throw new TryAgain('answered a search without saying how many papers match');
  const { webenv, querykey, errorlist } = result;
  return {
    count,
    pmids: texts(result.idlist),
    ...(typeof webenv === 'string' && querykey !== undefined
      ? { history: { webEnv: webenv, queryKey: String(querykey) } }
      : {}),
    ...(typeof result.querytranslation === 'string' && result.querytranslation !== ''
      ? { translation: result.querytranslation }
      : {}),
    unknown: [...texts(errorlist?.phrasesnotfound), ...texts(errorlist?.fieldsnotfound)],
  };
}

function searchJson(body: Buffer): SearchJson {
  const parsed = parseJson(body) as { readonly esearchresult?: SearchJson; readonly error?: unknown };
  if (typeof parsed.error === 'string') throw refusal(parsed.error);
  if (typeof parsed.esearchresult !== 'object' || parsed.esearchresult === null)
    throw new TryAgain('answered a search with something else');
  return parsed.esearchresult;
}

/** PubMed's own words on what is wrong; trouble of its machines is worth another try, a question it cannot take is not. */
function refusal(said: string): Error {
  const words = said.replace(/\s+/g, ' ').trim().slice(0, 200);
  const isTheirs = /backend|temporar|time[d -]*out|unavailable|exception|internal/i.test(words);
  if (isTheirs && !/retstart/i.test(words)) return new TryAgain(`said: ${words}`);
  return new AppError('outside_failed', `PubMed could not take the question. It says: ${words}`);
}

/** Undefined where the list kept at NCBI is gone. @throws TryAgain where the body is no whole set of records. */
export function readRecordSet(body: Buffer): Buffer | undefined {
  const beginning = body.toString('utf8', 0, 3_000);
  const error = /<ERROR>([^<]*)<\/ERROR>/i.exec(beginning)?.[1] ?? beginning;
  if (/unable to obtain query|history|webenv/i.test(error) && !beginning.includes('<PubmedArticle')) return undefined;
  if (/^\s*<!doctype html|<html/i.test(beginning)) throw new TryAgain('answered with a web page instead of records');
  if (!beginning.includes('<PubmedArticleSet')) throw new TryAgain('answered with something other than records');
  const isWhole = /<\/PubmedArticleSet>\s*$|<PubmedArticleSet\s*\/>\s*$/.test(
    body.toString('utf8', Math.max(0, body.length - 200)),
  );
  if (!isWhole) throw new TryAgain('broke off in the middle of its records');
  return body;
}

export interface ConvertedId {
  readonly asked: string;
  readonly pmid?: string;
}

/** @throws TryAgain where the body is no answer of the converter. */
export function readConvertedIds(body: Buffer): ConvertedId[] {
  const { records } = parseJson(body) as { readonly records?: unknown };
  if (!Array.isArray(records)) throw new TryAgain('answered a list of PMC numbers with something else');
  return (records as Readonly<Record<string, unknown>>[]).map((record) => {
    const pmid = String(record['pmid'] ?? '');
    const asked = String(record['requested-id'] ?? record['pmcid'] ?? '').toUpperCase();
    return { asked, ...(/^\d{1,9}$/.test(pmid) ? { pmid } : {}) };
  });
}

function parseJson(body: Buffer): object {
  try {
    // NCBI has been seen to send raw line breaks inside strings.
    const parsed: unknown = JSON.parse(body.toString('utf8').replace(/[\r\n\t]+/g, ' '));
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // Falls through: whatever it was, it was no JSON.
  }
  throw new TryAgain('answered with something that cannot be read');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
