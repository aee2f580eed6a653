/** The measurement of pages as a program: which pages it asks for, and what it prints of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attune, builtWeb, temporaryFolder } from '../_server.ts';

interface Document {
  readonly readers: number;
  readonly reactions: number;
  readonly pages: readonly { readonly name: string; readonly cpuMsMean: number; readonly p95: number }[];
  readonly sessionCpuMs: number;
}

test('each page has its figures, and so has the look-up of a session', async () => {
  await builtWeb();
  const scratch = temporaryFolder();
  const given = ['bench', 'reading', '--readers', '12', '--reactions', '10', '--json'];
  const { code, out, err } = await attune(given, { ATTUNE_DATA: scratch.path }, '', 120_000);
  scratch.remove();
  assert.equal(code, 0, err);
  const { readers, reactions, pages, sessionCpuMs } = JSON.parse(out) as Document;
  assert.deepEqual([readers, reactions], [12, 120]);
  assert.ok(['search', 'paper', 'saved', 'a like'].every((name) => pages.some((page) => page.name === name)));
  for (const { name, cpuMsMean, p95 } of pages) assert.ok(cpuMsMean > 0 && p95 >= cpuMsMean / 2, name);
  assert.ok(sessionCpuMs > 0);
});
