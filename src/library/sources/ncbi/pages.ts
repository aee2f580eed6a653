/** A list of papers as pages, and one page from PubMed: by the list NCBI keeps, or by the numbers themselves once that is gone. */
import { memorySource } from '../import/bytes.ts';
import { preparedBatches } from '../import/import-source.ts';
import type { PrepareThread } from '../import/prepare-thread.ts';
import type { Prepared } from '../import/prepare.ts';
import type { History } from './answers.ts';
import type { Asking, Ncbi } from './client.ts';
import type { Slice } from './slices.ts';

const PAGE_SIZE = 200;

export interface Page {
  /** From 0, over all slices. */
  readonly index: number;
  readonly pmids: readonly string[];
  readonly history?: { readonly list: History; readonly from: number };
}

export interface LoadedPage {
  readonly page: Page;
  readonly records: readonly Prepared[];
  /** PMIDs of the page that PubMed has no record for. */
  readonly missing: readonly string[];
}

export function pagesOf(slices: readonly Slice[]): Page[] {
  const pages: Page[] = [];
  for (const { pmids, history } of slices)
    for (let from = 0; from < pmids.length; from += PAGE_SIZE)
      pages.push({
        index: pages.length,
        pmids: pmids.slice(from, from + PAGE_SIZE),
        ...(history && { history: { list: history, from } }),
      });
  return pages;
}

export interface PageSource {
  readonly ncbi: Ncbi;
  readonly thread: PrepareThread;
  /** Lists that NCBI has been found to keep no longer: asking for them again would only fail again. */
  readonly gone: Set<string>;
}

export async function loadPage(source: PageSource, page: Page, asking: Asking): Promise<LoadedPage> {
  const { ncbi, thread } = source;
  const { pmids, history } = page;
  const records = history === undefined ? [] : await byHistory(source, page, history, asking);
  const left = absentFrom(records, pmids);
  if (left.length > 0) {
    const xml = await ncbi.records({ pmids: left }, asking);
    if (xml !== undefined) records.push(...(await prepared(thread, page, xml)));
  }
  return { page, records, missing: absentFrom(records, pmids) };
}

async function byHistory(
  { ncbi, thread, gone }: PageSource,
  page: Page,
  { list, from }: { readonly list: History; readonly from: number },
  asking: Asking,
): Promise<Prepared[]> {
  const key = `${list.webEnv} ${list.queryKey}`;
  if (gone.has(key)) return [];
  const xml = await ncbi.records({ history: list, from, count: page.pmids.length }, asking);
  if (xml === undefined) gone.add(key);
  return xml === undefined ? [] : prepared(thread, page, xml);
}

async function prepared(thread: PrepareThread, { index }: Page, xml: Buffer): Promise<Prepared[]> {
  const source = memorySource(`page ${index + 1} of PubMed’s answer`, xml);
  const records: Prepared[] = [];
  for await (const batch of preparedBatches(source, thread, 0, () => undefined)) records.push(...batch);
  return records;
}

function absentFrom(records: readonly Prepared[], pmids: readonly string[]): string[] {
  const here = new Set(records.map((record) => ('document' in record ? record.document.id.slice(2) : record.pmid)));
  return pmids.filter((pmid) => !here.has(pmid));
}
