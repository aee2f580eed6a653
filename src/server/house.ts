/** What the server works with: the house that is open now, and the way to the other one. Built by the composition root. */
import type { ReadableStream } from 'node:stream/web';
import type {
  ageInWords,
  Bring,
  dayBefore,
  dayInWords,
  Feed,
  noticedOf,
  Related,
  savedIds,
  savedRows,
  SentFile,
} from '#app/index.ts';
import type { RecordId } from '#model/index.ts';
import type { Act, People, ROLES, SettingKey } from '#people/index.ts';
import type { Reading } from '#reading/index.ts';
import type {
  CheckedList,
  Counts,
  courtesy,
  Export,
  ExportRequest,
  Filters,
  Finding,
  FindRequest,
  Hit,
  LibraryState,
  LookUp,
  paperDate,
  RecentPaper,
} from '#library/index.ts';

export type HouseKind = 'sample' | 'home';

export interface ServerHouse {
  readonly kind: HouseKind;
  /** Of `house.json`: it never changes. */
  readonly id: string;
  readonly folder: string;
  readonly people: People;
  readonly reading: Reading;
  find(request: FindRequest): Promise<Finding>;
  counts(text: string, filters: Filters): Promise<Counts>;
  lookUp(text: string): Promise<LookUp>;
  state(): Promise<LibraryState>;
  exportFound(request: ExportRequest): Promise<Export>;
  exportPapers(request: { readonly papers: readonly RecordId[]; readonly format: string }): Promise<Export>;
  /** Papers by id; those that the library does not hold are left out. */
  papers(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Hit>>;
  /** @throws AppError `not_found` where the library does not hold the paper. */
  related(id: RecordId, limit: number): Promise<Related>;
  checkList(text: string): Promise<CheckedList>;
  /** The papers that entered PubMed last, the newest first. */
  recent(limit: number): Promise<readonly RecentPaper[]>;
  readonly feed: Feed;
}

/** How the house is reached, as its configuration says. */
export interface Reach {
  /** Whether anyone may read, in a house with people too. */
  readonly publicReading: boolean;
  /** What every link that leaves the house begins with; undefined where it is reached at this machine alone. */
  readonly publicUrl?: string | undefined;
  /** Addresses and ranges of proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
}

export interface ServerRooms {
  readonly version: string;
  /** The house that is open now; another one after a switch. */
  house(): ServerHouse;
  /** What the other house holds; undefined where there is none to switch to. */
  other(): Promise<{ readonly kind: HouseKind; readonly papers: number } | undefined>;
  /** Closes this house and opens the other. */
  switchTo(kind: HouseKind): Promise<void>;
  /** Bringing papers into your house, whichever house is open. */
  readonly bringing: {
    /** Undefined where your house is not made yet. */
    look(): Promise<Bring | undefined>;
    open(): Promise<Bring>;
    receive(name: string, body: ReadableStream<Uint8Array>): Promise<SentFile>;
    papers(): Promise<number>;
  };
  readonly reach: Reach;
  /** Whether your house has a person, whichever house is open. */
  homeHasPeople(): Promise<boolean>;
  /**
   * Your house, for its set-up while the sample is open.
   * @throws AppError `conflict` where this server shows a sample alone.
   */
  home(): Promise<ServerHouse>;
  /** Where this server is reached now: `https://attune.example.org`, `http://127.0.0.1:8080`. */
  address(): string;
  /** Which variable of the environment has set a setting. */
  readonly fixedBy: Readonly<Partial<Record<SettingKey, string>>>;
  readonly roles: typeof ROLES;
  readonly acts: readonly Act[];
  sendMail(mail: {
    readonly server: string;
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
  checkListCsv(checked: CheckedList, choices: readonly { line: number; text: string; paper: string }[]): string;
  /** Saved papers joined with the library. */
  readonly saved: {
    readonly savedIds: typeof savedIds;
    readonly savedRows: typeof savedRows;
    readonly noticedOf: typeof noticedOf;
  };
  /** Ages and days as the feed says them. */
  readonly feedWords: {
    readonly ageInWords: typeof ageInWords;
    readonly dayBefore: typeof dayBefore;
    readonly dayInWords: typeof dayInWords;
  };
  readonly courtesy: typeof courtesy;
  readonly paperDate: typeof paperDate;
}
