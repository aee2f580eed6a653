/** What a person saved, joined with the library: searched, sorted, and with what became of the papers since. */
import { authorName, authorsOf, plainText } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import type { AccountId } from '#people/index.ts';
import type { SavedPaper } from '#reading/index.ts';
import type { ServerHouse } from './house.ts';

export interface SavedRow {
  readonly id: RecordId;
  readonly held: SavedPaper;
  /** Absent where the library does not hold the paper any more. */
  readonly hit: Hit | undefined;
}

export interface SavedQuestion {
  readonly label?: string | undefined;
  readonly q?: string | undefined;
  readonly sort: 'saved' | 'published' | 'title';
}

/** @returns all of them; where nothing needs the papers themselves to choose or to order by, they are left out. */
export async function savedRowsOf(
  house: ServerHouse,
  account: AccountId,
  { label, q, sort }: SavedQuestion,
): Promise<SavedRow[]> {
  const held = await house.reading.saved.list(account, label === undefined ? {} : { label });
  const words = wordsOf(q ?? '');
  if (words.length === 0 && sort === 'saved') return held.map((row) => ({ id: row.paper, held: row, hit: undefined }));
  const hits = await house.papers(held.map(({ paper }) => paper));
  const rows = held.map((row) => ({ id: row.paper, held: row, hit: hits.get(row.paper) }));
  const found = words.length === 0 ? rows : rows.filter((row) => hasAll(row, words));
  return sort === 'saved' ? found : found.sort(sort === 'title' ? byTitle : byDate);
}

/** Words as they are compared: in small letters and without accents. */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function hasAll({ hit, held }: SavedRow, words: readonly string[]): boolean {
  const paper = hit?.paper;
  const text = folded(
    [
      paper === undefined ? held.paper : plainText(paper.title),
      paper?.journal?.title ?? '',
      ...(paper === undefined ? [] : authorsOf(paper).map(authorName)),
      held.note ?? '',
      ...held.mark.labels,
    ].join(' '),
  );
  return words.every((word) => text.includes(word));
}

function byTitle(a: SavedRow, b: SavedRow): number {
  return titleOf(a).localeCompare(titleOf(b), 'en', { sensitivity: 'base' });
}

function titleOf({ hit }: SavedRow): string {
  return hit === undefined ? '\uffff' : plainText(hit.paper.title);
}

function byDate(a: SavedRow, b: SavedRow): number {
  return dayOf(b).localeCompare(dayOf(a));
}

function dayOf({ hit }: SavedRow): string {
  const { year = 0, month = 0, day = 0 } = hit?.paper.published ?? hit?.paper.publishedOnline ?? {};
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
