/** An import stays small at any length of file: the real file eight times over, each time under other PMIDs. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { createGzip, gunzipSync } from 'node:zlib';
import { packageRoot, realData } from '../_package.ts';

const TIMES = 8;
const MOST_MB = 400;
const pubmed = realData('pubmed/pubmed.xml.gz');
const scratch = mkdtempSync(join(tmpdir(), 'attune-long-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

async function writeLongFile(path: string): Promise<void> {
  const whole = gunzipSync(readFileSync(pubmed.path)).toString('utf8');
  const first = whole.indexOf('<PubmedArticle>');
  const body = whole.slice(first, whole.lastIndexOf('<DeleteCitation'));
  const copies = function* (): Generator<string> {
    yield whole.slice(0, first);
    for (let copy = 0; copy < TIMES; copy += 1)
      yield body.replace(
        /(<PMID Version="\d+">)(\d+)</g,
        (_, tag: string, pmid: string) => `${tag}${Number(pmid) + copy * 100_000_000}<`,
      );
    yield '</PubmedArticleSet>\n';
  };
  await pipeline(Readable.from(copies()), createGzip({ level: 1 }), createWriteStream(path));
}

/** The most a process has had resident so far, in MB; 0 once it is gone. */
function peakMb(pid: number | undefined): number {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('half a gigabyte of XML comes in within 400 MB', { skip: pubmed.skip }, async () => {
  const path = join(scratch, 'long.xml.gz');
  await writeLongFile(path);
  const given = ['./attune', 'import', path, '--json', '--data', join(scratch, 'home')];
  const child = spawn('sh', given, { cwd: packageRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, peakMb(child.pid))), 100);
  const report = JSON.parse(await text(child.stdout)) as { records: number; quarantined: number };
  clearInterval(watch);
  assert.deepEqual([report.records, report.quarantined], [5_562 * TIMES, 0]);
  assert.ok(most > 50 && most <= MOST_MB, `${Math.round(most)} MB at most`);
});
