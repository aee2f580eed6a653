/** What a person fills in to bring papers, what is missing in it, and what is sent. Pure. */
import type { FetchWish } from '#api/index.ts';
import { number } from '../parts/words.ts';

export type WishKind = 'query' | 'journal' | 'ids';
export type Take = (typeof STEPS)[number] | 'all';

/** Words for each kind are kept apart, so that a look at another kind loses none. */
export interface Wish {
  readonly kind: WishKind;
  readonly query: string;
  readonly journal: string;
  readonly ids: string;
  /** A year as it is typed; empty where any will do. */
  readonly since: string;
  readonly take: Take;
  readonly keepCurrent: boolean;
}

/** What PubMed can be asked to count. */
export interface Question {
  readonly query?: string;
  readonly journal?: string;
  readonly since?: string;
}

export interface Missing {
  readonly field: WishKind | 'since';
  readonly message: string;
}

/** How many papers are offered to be taken. More at once is for a file: PubMed asks not to be emptied by day. */
const STEPS = [200, 1_000, 2_000, 10_000] as const;
const MOST_AT_ONCE = 10_000;
const FIRST_YEAR = 1700;
const LAST_YEAR = 2100;

export const EMPTY_WISH: Wish = {
  kind: 'query',
  query: '',
  journal: '',
  ids: '',
  since: '',
  take: 1_000,
  keepCurrent: false,
};

/** Undefined while there is nothing PubMed could count, and for a list, which is taken whole. */
export function questionOf({ kind, since, ...wish }: Wish): Question | undefined {
  if (kind === 'ids') return undefined;
  const words = wish[kind].trim();
  if (words === '' || !isYearOrNothing(since)) return undefined;
  return { [kind]: words, ...(since.trim() !== '' && { since: since.trim() }) };
}

/** @param total how many match, where that is known. */
export function missing(wish: Wish, total: number | undefined): Missing | undefined {
  const { kind, since } = wish;
  if (wish[kind].trim() === '') return { field: kind, message: EMPTY[kind] };
  if (kind === 'ids') return undefined;
  if (!isYearOrNothing(since))
    return { field: 'since', message: 'Write the year with four digits, for example 2020, or leave it empty.' };
  if (total === 0) return { field: kind, message: 'PubMed has no paper for this. Change the words first.' };
  return undefined;
}

const EMPTY: Readonly<Record<WishKind, string>> = {
  query: 'Write what to look for, for example heart failure readmission.',
  journal: 'Write the name of a journal, for example Implementation Science.',
  ids: 'Paste at least one PMID, DOI or PMCID.',
};

/** How many papers may be taken, in steps up to all that match. */
export function takes(total: number | undefined): readonly Take[] {
  if (total === undefined || total === 0) return STEPS;
  const steps = STEPS.filter((step) => step < total);
  return total <= MOST_AT_ONCE ? [...steps, 'all'] : STEPS;
}

/** The step that is meant where the one chosen before is no longer offered. */
export function takenOf(take: Take, offered: readonly Take[]): Take {
  if (offered.includes(take)) return take;
  return offered.includes('all') ? 'all' : EMPTY_WISH.take;
}

/** @returns undefined for `all` as long as nobody knows how many that is. */
export function sizeOf(take: Take, total: number | undefined): number | undefined {
  return take === 'all' ? total : take;
}

export function sent(wish: Wish, total: number | undefined): Partial<FetchWish> {
  const { kind, keepCurrent } = wish;
  if (kind === 'ids') return { ids: wish.ids };
  const max = sizeOf(takenOf(wish.take, takes(total)), total);
  return { ...questionOf(wish), ...(max !== undefined && { max }), keepCurrent };
}

/** What the button says. */
export function pressed(wish: Wish, total: number | undefined): string {
  if (wish.kind === 'ids') return 'Bring these papers';
  if (total === undefined || total === 0) return 'Bring papers';
  const size = sizeOf(takenOf(wish.take, takes(total)), total) ?? total;
  return size === 1 ? 'Bring 1 paper' : `Bring ${number(size)} papers`;
}

const PAGE_SIZE = 200;
const SECONDS_A_PAGE = 2.5;

/** How long PubMed takes to hand over so many papers: `about 15 seconds`. */
export function takesAbout(size: number): string {
  const seconds = Math.ceil(size / PAGE_SIZE) * SECONDS_A_PAGE;
  if (seconds <= 5) return 'a few seconds';
  if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

function isYearOrNothing(since: string): boolean {
  const year = since.trim();
  return year === '' || (/^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR);
}
