/** Looking at a database file without changing it: whether it is whole, of this version, and written to at the moment. */
import { constants, existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#model/index.ts';
import { isBusy, resultCode } from './failure.ts';
import type { Migrations } from './migrate.ts';
import { isAllowed } from './rights.ts';
import { inSnapshot, openUntouched } from './sqlite.ts';
import type { SqliteConnection } from './sqlite.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  /** `damage`: the house, or a part of it, cannot be used as it is. */
  readonly state: 'good' | 'warning' | 'damage';
  /** For a person: how it is, and what to do where it is not good. */
  readonly sentence: string;
}

/** A file that is looked at, and what helps where it is broken. */
export interface LookedAt {
  readonly name: string;
  readonly file: string;
  /** As a sentence begins with it: `The library`. */
  readonly title: string;
  readonly remedy: string;
  /** Whether an empty file has lost something; else its making was only cut off, as happens where the disk is full. */
  readonly isNeverEmpty: boolean;
}

/** How often a file is looked at anew because somebody wrote to it meanwhile. */
const MOST_LOOKS = 3;
const WRONG: Readonly<Record<number, string>> = {
  10: 'could not be read from the disk: check the disk',
  11: 'is damaged',
  14: 'cannot be opened',
  26: 'is no database',
};

/**
 * Whether the file is whole and its tables are those of this version; where it is, what `further` says of what is in it.
 * All of it sees one unchanging state of the file. Never throws for what is wrong with the file.
 */
export function lookInto(
  what: LookedAt,
  migrations: Migrations,
  further: (db: SqliteConnection) => readonly Check[],
): readonly Check[] {
  const { name, file, title, remedy, isNeverEmpty } = what;
  if (!isAllowed(file, constants.R_OK))
    return [
      {
        name,
        state: 'warning',
        sentence: `${title} ${file} may not be read by this account. Run this as the account it belongs to.`,
      },
    ];
  if (statSync(file).size === 0)
    return [
      isNeverEmpty
        ? { name, state: 'damage', sentence: `${title} ${file} is empty. ${remedy}` }
        : { name, ...ofOtherVersion('unmade', title, remedy) },
    ];
  for (let look = 1; ; look += 1) {
    const before = markOf(file);
    const checks = looked(what, migrations, further);
    // Read without its journal while somebody began to write: a mixture of two states, of which nothing can be said.
    if (before.isOpen || markOf(file).text === before.text || look === MOST_LOOKS) return checks;
  }
}

function looked(
  { name, file, title, remedy }: LookedAt,
  migrations: Migrations,
  further: (db: SqliteConnection) => readonly Check[],
): readonly Check[] {
  let db: SqliteConnection | undefined;
  try {
    const open = (db = openUntouched(file));
    return inSnapshot(open, () => {
      const found = open.prepare('pragma quick_check(1)').all();
      if (found.length !== 1 || found[0]?.['quick_check'] !== 'ok')
        return [{ name, state: 'damage', sentence: `${title} ${file} is damaged. ${remedy}` }];
      const version = versionOf(open, migrations);
      return version === 'this' ? further(open) : [{ name, ...ofOtherVersion(version, title, remedy) }];
    });
  } catch (thrown) {
    const wrong = whatIsWrong(thrown);
    if (wrong === undefined) throw thrown;
    return [{ name, state: 'damage', sentence: `${title} ${file} ${wrong}. ${remedy}` }];
  } finally {
    db?.close();
  }
}

/** What is to be said of tables that are not of this version. */
export function ofOtherVersion(
  version: Exclude<ReturnType<typeof versionOf>, 'this'>,
  title: string,
  remedy: string,
): Pick<Check, 'state' | 'sentence'> {
  switch (version) {
    case 'older':
      return {
        state: 'warning',
        sentence: `${title} is of an older version of Attune. The next start brings it up to date; look again then.`,
      };
    case 'newer':
      return {
        state: 'damage',
        sentence: `${title} was written by a newer version of Attune. Start that version: nothing is lost.`,
      };
    case 'none':
      return { state: 'damage', sentence: `${title} holds no tables of Attune. ${remedy}` };
    case 'unmade':
      return {
        state: 'warning',
        sentence: `${title} was begun and never made, as happens where the disk is full. The next start makes it.`,
      };
  }
}

/**
 * Whose tables these are: of the version that knows these steps, of one before or behind it, of somebody else, or there are none.
 * @param room whose steps, where the file has several rooms.
 */
export function versionOf(
  db: SqliteConnection,
  migrations: Migrations,
  room = 'kysely',
): 'this' | 'older' | 'newer' | 'none' | 'unmade' {
  if (db.prepare('select 1 from sqlite_schema').get() === undefined) return 'unmade';
  const marks = `${room}_migration`;
  const isMarked = db.prepare('select 1 from sqlite_schema where name = ?').get(marks) !== undefined;
  const done = isMarked ? db.prepare(`select name from ${marks}`).all() : [];
  if (done.length === 0) return 'none';
  if (done.some((step) => !(String(step['name']) in migrations))) return 'newer';
  return done.length === Object.keys(migrations).length ? 'this' : 'older';
}

/**
 * Whether another program is in the middle of writing this file. Call it while a connection to the file is open: the one made
 * here must not be the last to close, which would take away the journal.
 */
export function isBeingWritten(file: string): boolean {
  // Whoever writes has a journal; and asking takes a connection that may write.
  if (!existsSync(`${file}-wal`) || !isAllowed(file, constants.W_OK)) return false;
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('begin immediate; rollback');
    return false;
  } catch (thrown) {
    if (!isBusy(thrown)) throw thrown;
    return true;
  } finally {
    db.close();
  }
}

function markOf(file: string): { readonly isOpen: boolean; readonly text: string } {
  const isOpen = existsSync(`${file}-wal`);
  const { size, mtimeMs } = statSync(file);
  return { isOpen, text: `${isOpen} ${size} ${mtimeMs}` };
}

/** SQLite's primary result codes that say something of the file; undefined for what is no failure of the file. */
function whatIsWrong(thrown: unknown): string | undefined {
  const cause = thrown instanceof AppError ? thrown.cause : thrown;
  const code = resultCode(cause);
  if (code === undefined) return undefined;
  return WRONG[code] ?? `cannot be read (${(cause as Error).message})`;
}
