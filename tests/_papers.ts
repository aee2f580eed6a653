/** Papers and libraries for tests, in one line each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper, RecordId } from '#model/index.ts';
import { documentOf } from '../src/library/engine/document.ts';
import { openLibrary } from '../src/library/engine/open.ts';
import type { LibraryOptions } from '../src/library/engine/open.ts';
import type { Library } from '../src/library/port.ts';

export type PaperParts = Partial<Omit<Paper, 'id' | 'abstract'>> & {
  readonly pmid: string;
  readonly abstract?: string;
};

/** A PubMed article with as little as a test needs. */
export function paperOf({ pmid, abstract, ...parts }: PaperParts): Paper {
  return {
    id: `pm${pmid}` as RecordId,
    source: 'pubmed',
    kind: 'article',
    version: 1,
    identifiers: { pmid },
    title: '',
    authors: [],
    authorsComplete: true,
    languages: ['eng'],
    publicationTypes: [],
    ...(abstract === undefined ? {} : { abstract: { sections: [{ text: abstract }] } }),
    ...parts,
  };
}

/** A library in a temporary folder with these papers; `close` takes the folder away. */
export async function libraryOf(
  papers: readonly Paper[],
  options: LibraryOptions = { reading: 'here' },
): Promise<Library & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-library-'));
  const library = await openLibrary(folder, options);
  const writer = library.writer();
  writer.begin();
  for (const paper of papers) writer.add(documentOf(paper));
  writer.commit();
  return {
    ...library,
    folder,
    async close() {
      await library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
