/** A library and the way from it to a stand-in for NCBI, in one line. */
import type { CivilDate } from '#model/index.ts';
import { fetchPapers, ncbiClient, openLibrary } from '#library/index.ts';
import type { FetchProgress, FetchReport, FetchRequest, Library, Ncbi } from '#library/index.ts';
import { createOutside } from '#outside/index.ts';
import { temporaryFolder } from './_server.ts';

export interface Fetching {
  readonly library: Library;
  readonly client: Ncbi;
  fetch(request: FetchRequest, more?: FetchMore): Promise<FetchReport>;
  close(): Promise<void>;
}

export interface FetchMore {
  readonly name?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
  readonly onRetry?: (sentence: string) => void;
}

const TODAY = '2026-03-09' as CivilDate;

/**
 * @param address of the stand-in, `http://127.0.0.1:41234/`.
 * @param key lets it ask ten times a second, so that a test is short; undefined for three.
 */
export async function fetchingFrom(address: string, key?: string): Promise<Fetching> {
  const folder = temporaryFolder();
  const library = await openLibrary(folder.path, { reading: 'here' });
  const outside = createOutside({ hosts: [], named: [address], isProxied: () => false, userAgent: 'Attune test' });
  const client = ncbiClient(outside, {
    url: address,
    email: async () => 'house@example.org',
    key,
    backOff: { firstMs: 20, mostMs: 100 },
  });
  return {
    library,
    client,
    fetch: (request, { name = 'test', ...more } = {}) =>
      fetchPapers(library, client, request, { name, today: TODAY, withoutAbstracts: [], ...more }),
    async close() {
      await library.close();
      folder.remove();
    },
  };
}

export function query(text: string, max = 1_000): FetchRequest {
  return { kind: 'query', query: text, max };
}
