/** `attune doctor`: everything a house stands on, looked at once. It changes nothing and makes nothing. */
import { constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError, toAppError } from '#model/index.ts';
import type { CliHealth } from '#cli/index.ts';
import { toldSettings } from '#config/index.ts';
import type { Config } from '#config/index.ts';
import { libraryHealth } from '#library/index.ts';
import { PEOPLE_MIGRATIONS } from '#people/index.ts';
import { READING_MIGRATIONS } from '#reading/index.ts';
import { isAllowed, recordStoreHealth } from '#storage/index.ts';
import type { Check } from '#storage/index.ts';
import { isThere, readHouseFile } from '../house-file.ts';
import { servingAt } from '../serving-lock.ts';
import { disk, program } from './machine.ts';
import { rights, writable } from './rights.ts';

export interface DoctorOptions {
  readonly config: Config;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Date;
}

/** @throws AppError `not_found` where there is no house, `storage_failed` where this account may not look. */
export function examine(given: string, { config, environment, now }: DoctorOptions): CliHealth {
  const folder = resolve(given);
  if (!isThere(join(folder, 'house.json')) && !isThere(join(folder, 'library.sqlite')))
    throw new AppError(
      'not_found',
      `There is no house in ${folder} yet, so there is nothing to look at. Bring papers with attune import FILE, or name another folder with --data.`,
    );
  const checks = [
    program(process.versions.node),
    disk(folder),
    ...rights(folder),
    writable(folder),
    house(folder),
    server(folder),
    settings(config, environment),
    ...libraryHealth(folder, now),
    ...recordStoreHealth(folder, { people: PEOPLE_MIGRATIONS, reading: READING_MIGRATIONS }),
  ];
  return { house: folder, checks, ok: checks.every(({ state }) => state !== 'damage') };
}

function house(folder: string): Check {
  try {
    const file = readHouseFile(folder);
    if (file !== undefined)
      return {
        name: 'house',
        state: 'good',
        sentence: file.kind === 'sample' ? `${folder} is a sample house.` : `${folder} is a house of your own.`,
      };
  } catch (thrown) {
    const state = isAllowed(join(folder, 'house.json'), constants.R_OK) ? 'damage' : 'warning';
    return { name: 'house', state, sentence: toAppError(thrown).message };
  }
  return {
    name: 'house',
    state: 'damage',
    sentence: `${join(folder, 'house.json')} is missing, so the folder is not known as a house. Put it back from a backup.`,
  };
}

function server(folder: string): Check {
  const at = servingAt(folder);
  return {
    name: 'server',
    state: 'good',
    sentence: at === undefined ? 'No server has this house open.' : `A server has this house open${at}.`,
  };
}

function settings({ ncbi }: Config, environment: NodeJS.ProcessEnv): Check {
  const told = toldSettings(environment);
  const isSet = told.length === 0 ? 'Nothing is set, which is enough.' : `${told.join(', ')}.`;
  if (ncbi.email !== undefined) return { name: 'settings', state: 'good', sentence: isSet };
  return {
    name: 'settings',
    state: 'warning',
    sentence: `${isSet} NLM asks for an address to write to when a house asks too much of PubMed: set CONTACT_EMAIL, or a contact address on the settings page.`,
  };
}
