/** Who may read and write a house: its owner alone should, and whoever runs Attune must. */
import { constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed } from '#storage/index.ts';
import type { Check } from '#storage/index.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

export function rights(folder: string): Check[] {
  if (!isAllowed(folder, constants.R_OK | constants.X_OK))
    return [
      {
        name: 'rights',
        state: 'warning',
        sentence: `This account may not look into ${folder}. Run this as the account it belongs to.`,
      },
    ];
  const commands = [
    ...(isOpenBeyond(folder, FOLDER_MODE) ? [`chmod 700 ${quoted(folder)}`] : []),
    ...told('700', foldersIn(folder), FOLDER_MODE),
    ...told('600', filesIn(folder), FILE_MODE),
  ];
  if (commands.length === 0) return [{ name: 'rights', state: 'good', sentence: 'Only its owner may read the house.' }];
  return [
    {
      name: 'rights',
      state: 'warning',
      sentence: `Other accounts of this machine may reach the house. Close it to them: ${commands.join(' && ')}`,
    },
  ];
}

export function writable(folder: string): Check {
  const isClosed = (path: string): boolean => !isAllowed(path, constants.W_OK);
  const closed = isClosed(folder) ? [folder] : filesIn(folder).filter(isClosed);
  if (closed.length === 0) return { name: 'writable', state: 'good', sentence: 'This account may write the house.' };
  return {
    name: 'writable',
    state: 'warning',
    sentence: `This account may not write ${closed.join(', ')}: imports, fetches and the server will fail. Run them as the account the house belongs to.`,
  };
}

function told(mode: string, paths: readonly string[], most: number): string[] {
  const open = paths.filter((path) => isOpenBeyond(path, most));
  return open.length === 0 ? [] : [`chmod ${mode} ${open.map(quoted).join(' ')}`];
}

function isOpenBeyond(path: string, most: number): boolean {
  return existsSync(path) && (statSync(path).mode & 0o777 & ~most) !== 0;
}

function filesIn(folder: string): string[] {
  return entries(folder, (entry) => entry.isFile());
}

function foldersIn(folder: string): string[] {
  return entries(folder, (entry) => entry.isDirectory());
}

function entries(folder: string, wanted: (entry: { isFile(): boolean; isDirectory(): boolean }) => boolean): string[] {
  if (!isAllowed(folder, constants.R_OK | constants.X_OK)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(wanted)
    .map(({ name }) => join(folder, name));
}

/** As a shell takes it back. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
