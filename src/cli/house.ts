/** What the commands work with: everything is built by the composition root and handed in. */
import type { Bring, JobState, Related } from '#app/index.ts';
import type {
  courtesy,
  Export,
  ExportRequest,
  Finding,
  FindRequest,
  ImportOptions,
  ImportReport,
  LibraryState,
  LookUp,
  paperDate,
  Quarantined,
} from '#library/index.ts';
import type { RecordId } from '#model/index.ts';
import type { People } from '#people/index.ts';
import type { Check } from '#storage/index.ts';

/** An open house, as far as commands use it. */
export interface CliHouse {
  readonly kind: 'sample' | 'home';
  readonly folder: string;
  find(request: FindRequest): Promise<Finding>;
  exportFound(request: ExportRequest): Promise<Export>;
  lookUp(text: string): Promise<LookUp>;
  related(id: RecordId, limit: number): Promise<Related>;
  state(): Promise<LibraryState>;
  quarantined(): Promise<readonly Quarantined[]>;
  importFiles(names: readonly string[], told: Pick<ImportOptions, 'onProgress' | 'onCommitted'>): Promise<ImportReport>;
  close(): Promise<void>;
}

/** Bringing papers into a house from the command line. */
export interface CliBring {
  readonly bring: Bring;
  readonly folder: string;
  /**
   * Does a job here, or watches whoever does it, to its end.
   * @param onState told several times a second.
   * @param signal ends the watching; a job done here is given back unfinished.
   */
  follow(
    id: number,
    onState: (state: JobState) => void,
    signal: AbortSignal,
  ): Promise<{ readonly state: JobState; readonly report?: object }>;
  close(): void;
}

/** The people of a house. */
export interface CliPeople {
  readonly people: Pick<People, 'accounts' | 'links' | 'audit' | 'settings'>;
  /** Where the house's pages are for whoever gets a link; undefined where nobody has said. */
  readonly linkBase: string | undefined;
  close(): void;
}

export interface CliRooms {
  readonly version: string;
  /** Opens the house a command works on: the folder given, else the home. `create` makes it where there is none. */
  openHouse(folder: string | undefined, create: boolean): Promise<CliHouse>;
  openBring(folder: string | undefined, create: boolean): Promise<CliBring>;
  openPeople(folder: string | undefined): Promise<CliPeople>;
  makeSample(
    folder: string | undefined,
  ): Promise<{ readonly folder: string; readonly papers: number; readonly made: boolean }>;
  /** Serves until it is stopped. @returns the exit code. */
  serve(folder: string | undefined): Promise<number>;
  /** Looks at the house given, else at the home. */
  examine(folder: string | undefined): CliHealth;
  benchWeb(): Promise<{ readonly firstLoadKb: number }>;
  benchImport(request: {
    readonly file: string;
    readonly part: 'read' | 'index' | 'import' | undefined;
    readonly peer: boolean;
    readonly times: number;
    readonly megabytes: number;
    readonly rounds: number;
  }): Promise<Measured>;
  benchFeed(request: {
    readonly records: number;
    readonly candidates: number;
    readonly likes: number;
  }): Promise<Measured>;
  benchReading(request: { readonly readers: number; readonly reactions: number }): Promise<Measured>;
  benchRelated(request: { readonly folder: string | undefined }): Measured;
  benchSearch(request: {
    readonly file: string;
    readonly folder: string | undefined;
    readonly mode: string | undefined;
    readonly word: string | undefined;
  }): Promise<Measured>;
  benchServe(request: {
    readonly seconds: number;
    readonly rate: number;
    readonly records: number;
    readonly opened: boolean;
  }): Promise<Measured>;
  simulate(request: { readonly files: readonly string[]; readonly priors: string | undefined }): Measured;
  readonly courtesy: typeof courtesy;
  readonly paperDate: typeof paperDate;
}

/** How a house is. */
export interface CliHealth {
  /** Its folder. */
  readonly house: string;
  readonly checks: readonly Check[];
  /** Whether there is no damage. */
  readonly ok: boolean;
}

/** Figures as one JSON document, and as lines for people. */
export interface Measured {
  readonly document: object;
  readonly sentences: readonly string[];
}

/** Where a command prints: results to `out`, progress and mistakes to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** To standard error as it is, without a line of its own. */
  draw(text: string): void;
  /** Whether a person watches standard error, so that a bar may move on it. */
  readonly isWatched: boolean;
  readonly columns: number;
}

/** A command that was chosen, ready to run. @returns the exit code. */
export type Run = (rooms: CliRooms, terminal: Terminal) => Promise<number>;
