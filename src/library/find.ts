/** A search as people make it: what they typed and the filters beside it, into one page of papers with their hits in context. */
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { marked, passage, stem } from '#text/index.ts';
import type { Piece, Sought } from '#text/index.ts';
import { SHOW_ALL, shown } from './display.ts';
import type { Display } from './display.ts';
import { hitsById } from './find-by-id.ts';
import { readIdentifier } from './identifiers.ts';
import { noticesOf } from './notices.ts';
import type { Notice } from './notices.ts';
import type { Counts, Filters, Library } from './port.ts';
import { parseQuery, wantedTerms } from './query/index.ts';
import type { Query } from './query/index.ts';
import { chipsOf } from './reading-aids/index.ts';
import type { Chip } from './reading-aids/index.ts';

export interface FindRequest {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: 'best' | 'newest';
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface Finding {
  readonly total: number;
  readonly pages: number;
  readonly hits: readonly Hit[];
  /** What the person should know of how the query was read. */
  readonly notes: readonly string[];
  /** What was typed is the identifier of this paper and of no other. */
  readonly opens?: RecordId;
}

export interface Hit {
  readonly paper: Paper;
  readonly score: number;
  readonly notices: readonly Notice[];
  /** Design and participants, where the record is unmistakable. */
  readonly chips: readonly Chip[];
  /** Absent where the title carries markup. */
  readonly markedTitle?: readonly Piece[];
  readonly passage?: readonly Piece[];
}

/** @throws AppError `bad_query` with a sentence and the place, `too_expensive` where the budget is spent. */
export async function find(library: Library, request: FindRequest, display: Display = SHOW_ALL): Promise<Finding> {
  return (await findIdentified(library, request, display)) ?? (await findByWords(library, request, display));
}

/** Papers that somebody keeps a list of, by id; those that the library does not hold are left out. */
export async function papersById(
  library: Library,
  ids: readonly RecordId[],
  display: Display = SHOW_ALL,
): Promise<ReadonlyMap<RecordId, Hit>> {
  const hits = new Map<RecordId, Hit>();
  for await (const found of hitsById(library, ids))
    for (const { paper, ties } of found) {
      const notices = await noticesOf(library, paper, ties);
      hits.set(paper.id, { paper: shown(paper, display), score: 1, notices, chips: chipsOf(paper) });
    }
  return hits;
}

/** How what a search finds spreads over years, types and languages. @throws AppError as `find`. */
export async function countsOf(library: Library, text: string, filters: Filters): Promise<Counts> {
  const identified = await identifiedPapers(library, text);
  const query = identified === undefined ? parseQuery(text).query : these(identified);
  return library.counts(query, filters);
}

async function findIdentified(
  library: Library,
  { text, page, pageSize }: FindRequest,
  display: Display,
): Promise<Finding | undefined> {
  const papers = await identifiedPapers(library, text);
  if (papers === undefined) return undefined;
  const only = papers.length === 1 ? papers[0] : undefined;
  const onPage = papers.slice((page - 1) * pageSize, page * pageSize);
  const hits = await Promise.all(
    onPage.map(async (paper) => {
      const notices = await noticesOf(library, paper, await library.ties(paper.id));
      return hitOf(shown(paper, display), 1, notices, []);
    }),
  );
  return {
    total: papers.length,
    pages: Math.ceil(papers.length / pageSize),
    hits,
    notes: identifierNotes(text, papers.length),
    ...(only === undefined ? {} : { opens: only.id }),
  };
}

/** The papers of an identifier; undefined where the text is none, or is a number that is no PMID here and may be a word. */
async function identifiedPapers(library: Library, text: string): Promise<readonly Paper[] | undefined> {
  const identifier = readIdentifier(text);
  if (identifier === undefined) return undefined;
  const papers = await library.resolve(identifier.keys);
  return papers.length === 0 && identifier.kind !== 'doi' ? undefined : papers;
}

function identifierNotes(text: string, count: number): string[] {
  if (count === 0) return [`No paper in this library has the DOI ${text.trim()}.`];
  return count === 1 ? [] : [`${count} papers carry this identifier. Choose the one you mean.`];
}

async function findByWords(library: Library, request: FindRequest, display: Display): Promise<Finding> {
  const { text, filters, sort, page, pageSize } = request;
  const { query, notes } = parseQuery(text);
  const found = await library.search({ query, filters, sort, offset: (page - 1) * pageSize, limit: pageSize });
  const sought = soughtIn(query);
  return {
    total: found.total,
    pages: Math.ceil(found.total / pageSize),
    hits: await Promise.all(
      found.hits.map(async ({ paper, score, ties }) =>
        hitOf(shown(paper, display), score, await noticesOf(library, paper, ties), sought),
      ),
    ),
    notes: [...notes, ...missingNotes(text, found.missing)],
  };
}

function missingNotes(text: string, missing: Awaited<ReturnType<Library['search']>>['missing']): string[] {
  const typed = missing.map(({ at }) => text.slice(at.start, at.start + at.length).trim());
  return [...new Set(typed)].map(
    (term) => `Nothing in this library has ${/^["“”„«]/.test(term) ? term : `“${term}”`}.`,
  );
}

function hitOf(paper: Paper, score: number, notices: readonly Notice[], sought: readonly Sought[]): Hit {
  const abstract = (paper.abstract?.sections ?? []).map((section) => plainText(section.text)).join(' ');
  const cut = passage(abstract, sought);
  return {
    paper,
    score,
    notices,
    chips: chipsOf(paper),
    ...(typeof paper.title === 'string' ? { markedTitle: marked(paper.title, sought) } : {}),
    ...(cut === undefined ? {} : { passage: cut }),
  };
}

function soughtIn(query: Query): Sought[] {
  return wantedTerms(query).flatMap((term) =>
    term.kind === 'words'
      ? [{ forms: term.exact ? term.forms : term.forms.map(stem), stemmed: !term.exact, prefix: term.prefix }]
      : [],
  );
}

function these(papers: readonly Paper[]): Query {
  return { kind: 'records', ids: papers.map((paper) => paper.id), at: { start: 0, length: 0 } };
}
