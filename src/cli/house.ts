/** What the commands work with: everything is built by the composition root and handed in. */
import type {
  courtesy,
  Finding,
  FindRequest,
  ImportProgress,
  ImportReport,
  LibraryState,
  LookUp,
  paperDate,
  Quarantined,
} from '#library/index.ts';

/** An open house, as far as commands use it. */
export interface CliHouse {
  readonly kind: 'sample' | 'home';
  readonly folder: string;
  find(request: FindRequest): Promise<Finding>;
  lookUp(text: string): Promise<LookUp>;
  state(): Promise<LibraryState>;
  quarantined(): Promise<readonly Quarantined[]>;
  importFiles(names: readonly string[], onProgress: (progress: ImportProgress) => void): Promise<ImportReport>;
  close(): Promise<void>;
}

export interface CliRooms {
  readonly version: string;
  /** Opens the house a command works on: the folder given, else the home. `create` makes it where there is none. */
  openHouse(folder: string | undefined, create: boolean): Promise<CliHouse>;
  makeSample(
    folder: string | undefined,
  ): Promise<{ readonly folder: string; readonly papers: number; readonly made: boolean }>;
  /** Serves until it is stopped. @returns the exit code. */
  serve(folder: string | undefined): Promise<number>;
  benchWeb(): Promise<{ readonly firstLoadKb: number }>;
  readonly courtesy: typeof courtesy;
  readonly paperDate: typeof paperDate;
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
