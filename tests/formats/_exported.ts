/** Papers written out for tests, by the door everyone uses. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { exportPapers, importFiles } from '#library/index.ts';
import type { Paper } from '#model/index.ts';
import type { Display } from '../../src/library/display.ts';
import type { Library } from '../../src/library/port.ts';
import { packageRoot } from '../_package.ts';
import { libraryOf } from '../_papers.ts';

export const FORMATS = ['ris', 'nbib', 'bibtex', 'csl-json', 'csv', 'jsonl'] as const;
export type FormatName = (typeof FORMATS)[number];

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    assert.ok(piece.endsWith('\n'), 'a piece that ends within a line');
    text += piece;
  }
  return text;
}

/** The papers of a library in one format, in the order given. */
export async function exported(
  library: Library,
  papers: readonly Pick<Paper, 'id'>[],
  format: FormatName,
  display?: Display,
): Promise<string> {
  const { text } = await exportPapers(library, { papers: papers.map(({ id }) => id), format }, display);
  return textOf(text);
}

/** Papers of a library of their own in one format. */
export async function written(papers: readonly Paper[], format: FormatName): Promise<string> {
  const library = await libraryOf(papers);
  try {
    return await exported(library, papers, format);
  } finally {
    await library.close();
  }
}

/** A library of the records of a case, and what it holds in the order of the PMIDs. */
export async function caseLibrary(name: string): Promise<{ library: Library; papers: readonly Paper[] }> {
  const library = await libraryOf([]);
  await importFiles(library, [join(packageRoot, 'tests/cases', name, 'records.xml')], { withoutAbstracts: [] });
  const { hits } = await library.search({
    query: { kind: 'everything', at: { start: 0, length: 0 } },
    filters: {},
    sort: 'newest',
    offset: 0,
    limit: 100,
  });
  const papers = hits.map(({ paper }) => paper).sort((one, other) => one.id.localeCompare(other.id));
  return { library, papers };
}

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly { family?: string; given?: string; suffix?: string; literal?: string }[];
  readonly issued?: { 'date-parts': readonly (readonly number[])[]; season?: number };
  readonly note?: string;
  readonly [name: string]: unknown;
}

export function readCsl(text: string): CslItem[] {
  return JSON.parse(text) as CslItem[];
}
