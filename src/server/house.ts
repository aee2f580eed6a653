/** What the server works with: the house that is open now, and the way to the other one. Built by the composition root. */
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
  readonly courtesy: typeof courtesy;
  readonly paperDate: typeof paperDate;
}
