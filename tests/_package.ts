/** Where the package lies, and where real data for tests lies if it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const fixtures = resolve(packageRoot, process.env['ATTUNE_FIXTURES'] ?? '../shared/data');

/** A file or folder of real data, and why a test that needs it is skipped, if it is not there. */
export function realData(name: string): { readonly path: string; readonly skip: string | false } {
  const path = join(fixtures, name);
  return { path, skip: existsSync(path) ? false : `needs real data at $ATTUNE_FIXTURES/${name}` };
}

/** How many papers the sample house has. */
export const SAMPLE_PAPERS = ['papers.jsonl', 'composed.jsonl']
  .flatMap((name) => readFileSync(join(packageRoot, 'sample', name), 'utf8').split('\n'))
  .filter((line) => line !== '').length;
