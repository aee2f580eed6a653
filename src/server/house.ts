/** What the server works with: the house that is open now, and the way to the other one. Built by the composition root. */
import type { ReadableStream } from 'node:stream/web';
import type { Bring, SentFile } from '#app/index.ts';
import type {
  Counts,
  courtesy,
  Filters,
  Finding,
  FindRequest,
  LibraryState,
  LookUp,
  paperDate,
} from '#library/index.ts';

/** The body of a request that is a file; null for one without a body. */
export type FileBody = ReadableStream<Uint8Array> | null;

export type HouseKind = 'sample' | 'home';

export interface ServerHouse {
  readonly kind: HouseKind;
  readonly folder: string;
  find(request: FindRequest): Promise<Finding>;
  counts(text: string, filters: Filters): Promise<Counts>;
  lookUp(text: string): Promise<LookUp>;
  state(): Promise<LibraryState>;
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
  readonly courtesy: typeof courtesy;
  readonly paperDate: typeof paperDate;
}
