/** The sample's papers in a library that lasts as long as the tests of a file, made on a day that never changes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, openLibrary } from '#library/index.ts';
import type { Library } from '#library/index.ts';
import { packageRoot } from '../_package.ts';

export async function sampleLibrary(): Promise<Library> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-check-list-'));
  const library = await openLibrary(folder, { reading: 'here' });
  const files = ['papers.jsonl', 'composed.jsonl'].map((name) => join(packageRoot, 'sample', name));
  makeSample(library, files, new Date('2026-11-23T12:00:00Z'));
  return {
    ...library,
    async close() {
      await library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
