/** How the record store of a house is: its file, and the jobs that want a person. Looking makes none and changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lookInto, ofOtherVersion, versionOf } from './health.ts';
import type { Check } from './health.ts';
import { JOB_MIGRATIONS } from './jobs/tables.ts';
import type { Migrations } from './migrate.ts';
import { RECORD_STORE_FILE } from './record-store.ts';
import type { SqliteConnection } from './sqlite.ts';

/** A lease that ran out so long ago belongs to a program that ended. */
const SILENT_FOR_MS = 10 * 60_000;

const REMEDY = `Put it back from a backup. Without one, stop Attune and move ${RECORD_STORE_FILE} away: no papers are in it, but accounts, what people kept and the jobs are gone, and the house is set up anew.`;

/** @param rooms the steps of each room that keeps tables there, by its name. */
export function recordStoreHealth(folder: string, rooms: Readonly<Record<string, Migrations>> = {}): readonly Check[] {
  const file = join(folder, RECORD_STORE_FILE);
  if (!existsSync(file))
    return [
      {
        name: 'records',
        state: 'good',
        sentence: 'There is no record store yet; the next start makes it.',
      },
    ];
  const what = {
    name: 'records',
    file,
    title: 'The record store',
    isNeverEmpty: false,
    remedy: REMEDY,
  };
  return lookInto(what, JOB_MIGRATIONS, (db) => [whole(db, rooms), jobs(db)]);
}

/** A room that nobody has opened yet has no tables, which is nothing amiss. */
function whole(db: SqliteConnection, rooms: Readonly<Record<string, Migrations>>): Check {
  const versions = Object.entries(rooms).map(([room, steps]) => versionOf(db, steps, room));
  for (const version of ['newer', 'older'] as const)
    if (versions.includes(version)) return { name: 'records', ...ofOtherVersion(version, 'The record store', REMEDY) };
  return { name: 'records', state: 'good', sentence: 'The record store is whole.' };
}

function jobs(db: SqliteConnection): Check {
  const count = (sql: string, ...parameters: number[]): number => Number(db.prepare(sql).get(...parameters)?.['n']);
  const failed = count("select count(*) as n from job where status = 'failed'");
  const left = count(
    "select count(*) as n from job where status = 'running' and leased_until < ?",
    Date.now() - SILENT_FOR_MS,
  );
  const found = [
    ...(failed === 0
      ? []
      : [`${failed} ${failed === 1 ? 'job' : 'jobs'} failed: attune jobs says why, and how to go on.`]),
    ...(left === 0
      ? []
      : [
          `${left} ${left === 1 ? 'job was' : 'jobs were'} cut off in the middle and will go on when Attune is started.`,
        ]),
  ];
  if (found.length > 0) return { name: 'jobs', state: 'warning', sentence: found.join(' ') };
  return { name: 'jobs', state: 'good', sentence: 'No job failed or was left lying.' };
}
