/** How the library of a house is: its file, its index against its records, and what in it wants a person. Changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBeingWritten, lookInto } from '#storage/index.ts';
import type { Check, SqliteConnection } from '#storage/index.ts';
import { LIBRARY_FILE } from './library-file.ts';
import { indexHealth } from './index-health.ts';
import { MIGRATIONS } from './migrations.ts';

const DAY_MS = 86_400_000;
const OLD_AFTER_DAYS = 90;
/** The machine's clock may be that far behind a change, in milliseconds, before it looks set back. */
const CLOCK_PLAY_MS = 3_600_000;
const REMEDY = 'Put the library back from a backup, or import its files again into a new folder.';

/** @returns one check for each thing that was looked at; never throws for what is wrong with the file. */
export function libraryHealth(folder: string, now: Date): readonly Check[] {
  const file = join(folder, LIBRARY_FILE);
  if (!existsSync(file))
    return [
      {
        name: 'library',
        // A house that people have set up has no library until somebody wants papers of it.
        state: 'warning',
        sentence: `There is no library ${file} yet: the first import or fetch makes it. If the house had papers, the file is missing: put it back from a backup.`,
      },
    ];
  return lookInto(
    { name: 'library', file, title: 'The library', remedy: REMEDY, isNeverEmpty: true },
    MIGRATIONS,
    (db) => [whole(db), indexHealth(db, REMEDY), writing(file), quarantine(db), age(db, now), clock(db, now)],
  );
}

function whole(db: SqliteConnection): Check {
  const astray = db.prepare('pragma foreign_key_check').all().length;
  if (astray > 0)
    return {
      name: 'library',
      state: 'damage',
      sentence: `The library has ${number(astray)} ${astray === 1 ? 'entry' : 'entries'} of papers that are not in it. ${REMEDY}`,
    };
  const papers = count(db, 'paper');
  return { name: 'library', state: 'good', sentence: `${number(papers)} ${papers === 1 ? 'paper' : 'papers'}, whole.` };
}

function writing(file: string): Check {
  return {
    name: 'writing',
    state: 'good',
    sentence: isBeingWritten(file)
      ? 'Another program is writing to the library at this moment.'
      : 'Nobody is writing to the library at this moment.',
  };
}

function quarantine(db: SqliteConnection): Check {
  const aside = count(db, 'quarantine');
  if (aside === 0) return { name: 'set aside', state: 'good', sentence: 'Every record could be read.' };
  return {
    name: 'set aside',
    state: 'warning',
    sentence: `${number(aside)} ${aside === 1 ? 'record' : 'records'} could not be read: attune import --quarantine lists them.`,
  };
}

function age(db: SqliteConnection, now: Date): Check {
  const isReal = db.prepare("select 1 from paper where source = 'pubmed' limit 1").get() !== undefined;
  const dataOf = setting(db, 'data_of');
  const day = dataOf ?? setting(db, 'changed_at')?.slice(0, 10);
  if (!isReal || day === undefined)
    return { name: 'age', state: 'good', sentence: 'There are no papers from PubMed, so none can be out of date.' };
  const days = Math.floor((now.getTime() - Date.parse(day)) / DAY_MS);
  const last = dataOf === undefined ? `Papers last came in on ${day}` : `The newest record is of ${day}`;
  if (days <= OLD_AFTER_DAYS) return { name: 'age', state: 'good', sentence: `${last}.` };
  return {
    name: 'age',
    state: 'warning',
    sentence: `${last}, ${number(days)} days ago. Bring newer ones: attune fetch with your search, or attune import with NLM’s update files.`,
  };
}

function clock(db: SqliteConnection, now: Date): Check {
  const changedAt = setting(db, 'changed_at');
  if (changedAt === undefined || Date.parse(changedAt) <= now.getTime() + CLOCK_PLAY_MS)
    return { name: 'clock', state: 'good', sentence: 'The clock is not behind the last change of the library.' };
  return {
    name: 'clock',
    state: 'warning',
    sentence: `The library was last changed at ${changedAt}, and by this machine’s clock that is still to come. The clock may have been set back: set it right. Nothing is lost.`,
  };
}

function count(db: SqliteConnection, table: 'paper' | 'quarantine'): number {
  return Number(db.prepare(`select count(*) as n from ${table}`).get()?.['n']);
}

function setting(db: SqliteConnection, name: string): string | undefined {
  const value = db.prepare('select value from setting where name = ?').get(name)?.['value'];
  return value === undefined ? undefined : String(value);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
