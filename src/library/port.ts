/**
 * What a library of papers can do, whatever keeps it. Everyone outside the room works with these calls alone;
 * `conformance.ts` in the tests says what each of them promises.
 */
import type { CivilDate, Paper, RecordId } from '#model/index.ts';
import type { Document } from './engine/document.ts';
import type { Query, Term } from './query/index.ts';

/** Limits beside a query: any of the types, any of the languages, and so on, all together. */
export interface Filters {
  /** First and last year, both included, by the date lists go by. */
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
  readonly types?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly withAbstract?: boolean | undefined;
}

export interface SearchRequest {
  readonly query: Query;
  readonly filters: Filters;
  /** `best` by BM25, the title weighted; `newest` by date. Ties fall to what came in last. */
  readonly sort: 'best' | 'newest';
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly total: number;
  readonly hits: readonly { readonly paper: Paper; readonly score: number; readonly ties: readonly Tie[] }[];
  /** Terms of the query that no paper of the whole library has. */
  readonly missing: readonly Term[];
}

/** Another paper's word about this one: a notice that says `RetractionOf` it, a comment on it. */
export interface Tie {
  readonly type: string;
  readonly from: Pick<Paper, 'id' | 'title' | 'identifiers' | 'journal' | 'published' | 'publishedOnline'>;
}

export interface StemCounts {
  readonly papers: number;
  /** In the order the stems were given. */
  readonly df: readonly number[];
}

export interface WeightedStem {
  readonly stem: string;
  /** Above 0. */
  readonly weight: number;
}

/** The stems of a paper as they follow each other, stop words left out. */
export interface PaperStems {
  readonly id: RecordId;
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

/** A paper as far as one must know it to see whether it is new, or was changed. */
export interface RecentPaper {
  readonly id: RecordId;
  /** When it entered PubMed, else its earliest other date; empty where it has none. */
  readonly entered: CivilDate | '';
  /** Instants in UTC: when it first came in here, and when the record held now did. */
  readonly arrivedAt: string;
  readonly recordedAt: string;
}

export interface Counts {
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly types: readonly { readonly value: string; readonly count: number }[];
  readonly languages: readonly { readonly value: string; readonly count: number }[];
  readonly withAbstract: number;
}

export interface LibraryState {
  readonly papers: number;
  /** Records that could not be read and wait to be looked at. */
  readonly quarantined: number;
  /** The newest day NLM changed a record held here. */
  readonly dataOf?: CivilDate | undefined;
  /** When papers last came in or went, an instant in UTC. */
  readonly changedAt?: string | undefined;
}

/** A paper that its source took back. */
export interface Tombstone {
  readonly id: RecordId;
  readonly deletedAt: string;
  readonly file: string;
}

/** A record that could not be read, where it stands and why. */
export interface Quarantined {
  readonly file: string;
  /** The how-manieth record of the file, from 1, and the line it begins on. */
  readonly ordinal: number;
  readonly line: number;
  readonly pmid?: string | undefined;
  readonly reason: string;
  /** Its beginning, as it stands in the file. */
  readonly excerpt: string;
}

export interface Library {
  /** @throws AppError `bad_query`, or `too_expensive` where the budget is spent. */
  search(request: SearchRequest): Promise<Found>;
  counts(query: Query, filters: Filters): Promise<Counts>;
  get(id: RecordId): Promise<Paper | undefined>;
  /** Papers by any of the keys an identifier can be written as, the first key that has some; several can share a DOI. */
  resolve(keys: readonly string[]): Promise<readonly Paper[]>;
  /** What other papers of the library say of this one. */
  ties(id: RecordId): Promise<readonly Tie[]>;
  /** How many papers have each of these stems in title or abstract, and how many papers there are. */
  df(stems: readonly string[]): Promise<StemCounts>;
  /**
   * Papers in which the weights of the stems that stand in title or abstract add up to most, the greatest sum first. Candidates for
   * somebody who scores them exactly: an engine may pass over stems that very many papers have, the weakest first.
   */
  topWeighted(stems: readonly WeightedStem[], limit: number): Promise<readonly RecordId[]>;
  /** The words of these papers; those that the library does not hold are left out. */
  stems(ids: readonly RecordId[]): Promise<readonly PaperStems[]>;
  /** The papers that entered PubMed last, the newest first. */
  recent(limit: number): Promise<readonly RecentPaper[]>;
  tombstone(id: RecordId): Promise<Tombstone | undefined>;
  quarantined(): Promise<readonly Quarantined[]>;
  state(): Promise<LibraryState>;
  /** As in the state, and cheap enough to be asked before each answer that is kept. */
  changedAt(): Promise<string | undefined>;
  writer(): Writer;
  close(): Promise<void>;
}

/** What became of a paper that was offered. */
export type Added = 'added' | 'updated' | 'unchanged';

/**
 * Writes in batches: readers see a whole batch or nothing of it. Calls between `begin` and `commit` belong to one batch.
 */
export interface Writer {
  begin(): void;
  /**
   * As `begin`, but leaves the thread free while another writer has the library, and lets one that waits go first.
   * @throws AppError `conflict` where its turn did not come for half a minute, or as long as is said.
   */
  beginInTurn(patienceMs?: number): Promise<void>;
  /** Keeps the highest version; a record equal to the one held is `unchanged`. */
  add(document: Document): Added;
  /** Takes a paper out and keeps a tombstone; false where it is not held. */
  remove(id: RecordId, file: string): boolean;
  isDeleted(id: RecordId): boolean;
  quarantine(record: Quarantined): void;
  /** Forgets what was set aside from a file, before it is read again. */
  clearQuarantine(file: string): void;
  /** The mark of a file that is wholly in; the same bytes need not be read again by the same reading. */
  fileApplied(file: AppliedFile): void;
  applied(digest: string, reading: number): AppliedFile | undefined;
  /** How far a long piece of work is, kept with the batch that brought it there; undefined forgets it. */
  bookmark(name: string, value: string | undefined): void;
  bookmarked(name: string): string | undefined;
  commit(): void;
  /** Takes back the batch that was begun. */
  rollback(): void;
}

export interface AppliedFile {
  /** SHA-256 of the file as it is. */
  readonly digest: string;
  /** Version of the reading that applied it. */
  readonly reading: number;
  readonly name: string;
  readonly records: number;
}
