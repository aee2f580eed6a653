/**
 * A search of any size as lists that PubMed gives whole: of one search it lists the first 9,999 papers at most, so a larger one is
 * cut by entrez date, the newest days first, until each piece is small enough.
 */
import { civilDate } from '#model/index.ts';
import type { CivilDate } from '#model/index.ts';
import type { Asking, Ncbi } from './client.ts';
import type { History, SearchResult } from './answers.ts';

/** Of one search PubMed lists no more. */
const MOST_LISTED = 9_999;
/** Entrez dates begin here. */
const FIRST_DAY = civilDate(1900, 1, 1);

/** Papers of one list, in its order, and where their pages can be had as long as NCBI keeps it. */
export interface Slice {
  readonly pmids: readonly string[];
  readonly history?: History;
}

export interface Listed {
  /** How many papers match in all, whether they are listed or not. */
  readonly total: number;
  readonly slices: readonly Slice[];
  readonly translation?: string;
  readonly unknown: readonly string[];
  /** What a person should know of the list. */
  readonly notes: readonly string[];
}

export interface ListQuestion {
  readonly term: string;
  /** How many to list at most. */
  readonly max: number;
  /** Entrez date from which on papers count. */
  readonly from?: CivilDate;
  readonly today: CivilDate;
}

export async function listPapers(ncbi: Ncbi, question: ListQuestion, asking: Asking): Promise<Listed> {
  const { term, max, from, today } = question;
  const whole = { from: from ?? FIRST_DAY, to: dayAfter(today) };
  const first = await searchOf(ncbi, term, Math.min(max, MOST_LISTED), from && whole, asking);
  const about = { total: first.count, unknown: first.unknown, ...translationOf(first) };
  if (first.count <= MOST_LISTED || max <= MOST_LISTED)
    return { ...about, slices: [sliceOf(first, max)], notes: shortList(first, max) };
  const walk = new Walk(ncbi, term, max, asking);
  try {
    await walk.through(whole);
    return { ...about, slices: walk.slices, notes: walk.notes };
  } catch (thrown) {
    if (!(thrown instanceof NotNarrowing)) throw thrown;
    const note = `Of one search PubMed lists ${number(MOST_LISTED)} papers at most, and it did not narrow this one by date. The first ${number(MOST_LISTED)} are taken; to have others, narrow the search.`;
    return { ...about, slices: [sliceOf(first, MOST_LISTED)], notes: [note, ...shortList(first, MOST_LISTED)] };
  }
}

/** The days asked for made no difference to what was found. */
class NotNarrowing extends Error {}

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

class Walk {
  readonly slices: Slice[] = [];
  readonly notes: string[] = [];
  readonly #seen = new Set<string>();
  readonly #ncbi: Ncbi;
  readonly #term: string;
  readonly #max: number;
  readonly #asking: Asking;

  constructor(ncbi: Ncbi, term: string, max: number, asking: Asking) {
    this.#ncbi = ncbi;
    this.#term = term;
    this.#max = max;
    this.#asking = asking;
  }

  get #left(): number {
    return this.#max - this.#seen.size;
  }

  /**
   * @param expected how many papers can be in these days, from what was found before.
   * @returns how many there are.
   */
  async through(days: Days, expected?: number): Promise<number> {
    if (this.#left <= 0) return 0;
    const found = await searchOf(this.#ncbi, this.#term, Math.min(this.#left, MOST_LISTED), days, this.#asking);
    if (expected !== undefined && found.count > expected * 1.1 + 50) throw new NotNarrowing();
    const [older, newer] = halves(days);
    if (found.count > MOST_LISTED && older !== undefined && newer !== undefined) {
      const inNewer = await this.through(newer);
      await this.through(older, found.count - inNewer);
      return found.count;
    }
    if (found.count > MOST_LISTED)
      this.notes.push(
        `${number(found.count)} papers entered PubMed on ${days.from}. Of one day no more than ${number(MOST_LISTED)} can be listed.`,
      );
    this.#take(found);
    return found.count;
  }

  #take(found: SearchResult): void {
    const pmids = found.pmids.filter((pmid) => !this.#seen.has(pmid)).slice(0, this.#left);
    for (const pmid of pmids) this.#seen.add(pmid);
    if (pmids.length === 0) return;
    const isWholeList = pmids.length === found.pmids.length;
    this.slices.push({ pmids, ...(isWholeList && found.history ? { history: found.history } : {}) });
  }
}

function searchOf(
  ncbi: Ncbi,
  term: string,
  list: number,
  days: Days | undefined,
  asking: Asking,
): Promise<SearchResult> {
  const entrez = days && { from: slashed(days.from), to: slashed(days.to) };
  return ncbi.search({ term, list, ...(entrez && { entrez }) }, asking);
}

function sliceOf({ pmids, history }: SearchResult, max: number): Slice {
  return { pmids: [...new Set(pmids)].slice(0, max), ...(history && { history }) };
}

/** PubMed lists what it says; where it does not, the difference is told and not hidden. */
function shortList({ count, pmids }: SearchResult, max: number): string[] {
  const promised = Math.min(count, max, MOST_LISTED);
  return pmids.length >= promised
    ? []
    : [`PubMed listed ${number(pmids.length)} of the ${number(promised)} papers it was asked for.`];
}

function translationOf({ translation }: SearchResult): { translation?: string } {
  return translation === undefined ? {} : { translation };
}

/** The older and the newer half of a stretch of days; nothing where it is a single day. */
function halves({ from, to }: Days): [Days, Days] | [undefined, undefined] {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (first >= last) return [undefined, undefined];
  const middle = Math.floor((first + last) / 2);
  return [
    { from, to: dayOf(middle) },
    { from: dayOf(middle + 1), to },
  ];
}

const MS_OF_A_DAY = 86_400_000;

function dayNumber(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_OF_A_DAY;
}

function dayOf(days: number): CivilDate {
  return new Date(days * MS_OF_A_DAY).toISOString().slice(0, 10) as CivilDate;
}

/** One day more, because PubMed's day may have begun already. */
function dayAfter(day: CivilDate): CivilDate {
  return dayOf(dayNumber(day) + 1);
}

function slashed(day: CivilDate): string {
  return day.replaceAll('-', '/');
}

function number(value: number): string {
  return value.toLocaleString('en');
}
