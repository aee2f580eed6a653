/** What of the machine a house needs: a Node that is new enough, SQLite with full-text search, and room on the disk. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Check } from '#storage/index.ts';

const LEAST_NODE = [24, 21] as const;
const LEAST_FREE = 1024 ** 3;
/** An import writes into a journal first, and the library grows: so many times its size should be free. */
const TIMES_LIBRARY = 2;
const FILES = ['library.sqlite', 'library.sqlite-wal'];

/** @param node its version, `24.21.0`. */
export function program(node: string): Check {
  const name = 'program';
  const db = new DatabaseSync(':memory:');
  try {
    const sqlite = String(db.prepare('select sqlite_version() as version').get()?.['version']);
    const hasSearch = Number(db.prepare("select sqlite_compileoption_used('ENABLE_FTS5') as has").get()?.['has']) === 1;
    if (!hasSearch)
      return {
        name,
        state: 'damage',
        sentence: `The SQLite ${sqlite} of this Node has no full-text search (FTS5), without which nothing is found. Use a Node from nodejs.org or npm.`,
      };
    const [major = 0, minor = 0] = node.split('.').map(Number);
    if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
      return {
        name,
        state: 'warning',
        sentence: `This is Node ${node}, and Attune needs ${LEAST_NODE.join('.')} or newer. Start it by ./attune, which finds the one npm brought.`,
      };
    return { name, state: 'good', sentence: `Node ${node}, SQLite ${sqlite} with full-text search.` };
  } finally {
    db.close();
  }
}

export function disk(folder: string): Check {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const library = FILES.map((file) => join(folder, file))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + statSync(path).size, 0);
  const wanted = Math.max(LEAST_FREE, library * TIMES_LIBRARY);
  if (free >= wanted)
    return { name: 'disk', state: 'good', sentence: `${size(free)} free; the library has ${size(library)}.` };
  return {
    name: 'disk',
    state: 'warning',
    sentence: `${free < 1024 ** 2 ? 'No room is left' : `Only ${size(free)} are free`} where the house lies, and its library has ${size(library)}. An import needs room: have at least ${size(wanted)} free.`,
  };
}

function size(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes >= 1024
    ? `${(megabytes / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} GB`
    : `${Math.ceil(megabytes).toLocaleString('en')} MB`;
}
