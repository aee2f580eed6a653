/** What a person saved, joined with the library: searched, sorted, a page at a time, and with what became of the papers since. */
import { authorName, authorsOf, isoDate, plainText } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import { paperDate } from '#library/index.ts';
import type { Hit } from '#library/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Noticed, Reading, SavedPaper } from '#reading/index.ts';
import { wordForms } from '#text/index.ts';

export interface SavedQuestion {
  readonly label?: string | undefined;
  /** Words of title, journal, authors, labels or the note, each of which has to be there. */
  readonly q?: string | undefined;
  readonly sort: 'saved' | 'published' | 'title';
}

/** Papers by id; those that the library does not hold are left out. */
export type PapersById = (ids: readonly RecordId[]) => Promise<ReadonlyMap<RecordId, Hit>>;

export interface SavedRow {
  readonly held: SavedPaper;
  /** Absent where the library does not hold the paper any more. */
  readonly hit: Hit | undefined;
  /** Whether it was retracted, or a concern expressed, since it was saved. */
  readonly isNewlyNoticed: boolean;
}

/** All that were asked for, in the order asked for. */
export async function savedIds(
  { saved }: Pick<Reading, 'saved'>,
  papers: PapersById,
  account: AccountId,
  { label, q = '', sort }: SavedQuestion,
): Promise<readonly SavedPaper[]> {
  const held = await saved.list(account, { label });
  const words = wordForms(q);
  if (words.length === 0 && sort === 'saved') return held;
  const hits = await papers(held.map(({ paper }) => paper));
  const found = words.length === 0 ? held : held.filter((row) => hasAll(row, hits.get(row.paper), words));
  if (sort === 'saved') return found;
  const keyOf = sort === 'title' ? titleOf : dayOf;
  const keys = new Map(found.map(({ paper }) => [paper, keyOf(hits.get(paper))]));
  const order = (a: SavedPaper, b: SavedPaper): number =>
    (keys.get(a.paper) ?? '').localeCompare(keys.get(b.paper) ?? '', 'en', { sensitivity: 'base' });
  return found.toSorted(sort === 'title' ? order : (a, b) => order(b, a));
}

/** Some of them with their papers. */
export async function savedRows(papers: PapersById, held: readonly SavedPaper[]): Promise<readonly SavedRow[]> {
  const hits = await papers(held.map(({ paper }) => paper));
  return held.map((row) => {
    const hit = hits.get(row.paper);
    const { noticed } = row;
    const isNewlyNoticed = noticed !== undefined && gravesIn(hit).some((kind) => !noticed.includes(kind));
    return { held: row, hit, isNewlyNoticed };
  });
}

/** What is known against papers at the moment they are saved, so that what comes later can be told as new. */
export async function noticedOf(papers: PapersById, ids: readonly RecordId[]): Promise<Noticed> {
  return new Map([...(await papers(ids))].map(([id, hit]) => [id, gravesIn(hit)]));
}

/** Each kind once. */
function gravesIn(hit: Hit | undefined): ('concern' | 'retracted')[] {
  const kinds = new Set(hit?.notices.map(({ kind }) => kind));
  return (['concern', 'retracted'] as const).filter((kind) => kinds.has(kind));
}

function hasAll({ paper: id, note = '', labels }: SavedPaper, hit: Hit | undefined, words: readonly string[]): boolean {
  const paper = hit?.paper;
  const own = paper === undefined ? [id] : [plainText(paper.title), ...authorsOf(paper).map(authorName)];
  const text = wordForms([...own, paper?.journal?.title ?? '', note, ...labels].join(' ')).join(' ');
  return words.every((word) => text.includes(word));
}

/** What is held no more comes last. */
function titleOf(hit: Hit | undefined): string {
  return hit === undefined ? '\uffff' : plainText(hit.paper.title);
}

function dayOf(hit: Hit | undefined): string {
  const date = hit === undefined ? undefined : paperDate(hit.paper);
  return date === undefined ? '' : isoDate(date);
}
