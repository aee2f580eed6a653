/** Killing the program at random moments, round after round, and holding what is left against what it had acknowledged. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openLibrary } from '#library/index.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import { attune, builtWeb, served, start, temporaryFolder } from '../_server.ts';
import type { Started } from '../_server.ts';
import { writeManyRecords } from './_many-records.ts';

const RECORDS = 5_000;
const TAKEN_BACK = 100;
const PAPERS = 2_400;

/** Imports are killed under way until that has happened `rounds` times; each that comes to its end is looked at whole. */
export async function killImports(rounds: number): Promise<void> {
  const scratch = temporaryFolder();
  try {
    const file = join(scratch.path, 'many.xml');
    writeManyRecords(file, { count: RECORDS, mark: 'quellmark', deletions: TAKEN_BACK });
    let killed = 0;
    for (let houses = 0; killed < rounds; houses += 1) {
      const home = join(scratch.path, `home-${houses}`);
      const words = ['import', file, '--json', '--data', home];
      let acknowledged = 0;
      for (;;) {
        const { said, wasKilled } = await killedAtRandom(start('sh', ['./attune', ...words]), killed < rounds);
        acknowledged = Math.max(acknowledged, ...numbers(said, 'committed'));
        await holds(home, Math.min(acknowledged, RECORDS - TAKEN_BACK));
        if (!wasKilled) {
          const report = JSON.parse(lastLine(said)) as Record<string, number>;
          assert.deepEqual([report['records'], report['quarantined']], [RECORDS, 0]);
          break;
        }
        killed += 1;
      }
      assert.equal(await papersIn(home), RECORDS - TAKEN_BACK);
    }
  } finally {
    scratch.remove();
  }
}

/** Fetches are killed under way, by turns those of a command and those of a server; in the end each paper was added once. */
export async function killFetches(rounds: number): Promise<void> {
  const scratch = temporaryFolder();
  const ncbi = await startNcbi({ papers: madeUpPapers(PAPERS), perSecond: false });
  const environment = { NCBI_URL: ncbi.address, NCBI_API_KEY: 'inventedkey', CONTACT_EMAIL: 'house@example.org' };
  await builtWeb();
  try {
    let killed = 0;
    for (let houses = 0; killed < rounds; houses += 1) {
      const data = join(scratch.path, `data-${houses}`);
      const home = join(data, 'home');
      const words = ['fetch', 'invented', '--max', String(PAPERS), '--json', '--data', home];
      let acknowledged = 0;
      for (let turn = 0; ; turn += 1) {
        const byServer = turn % 2 === 1 && killed < rounds;
        const { said, wasKilled } = byServer
          ? await killedServer(data, { ...environment, LOG_LEVEL: 'error' })
          : await killedAtRandom(start('sh', ['./attune', ...words], environment), killed < rounds);
        acknowledged = Math.max(acknowledged, ...numbers(said, 'done'));
        await holds(home, acknowledged);
        if (wasKilled) killed += 1;
        if (wasKilled || byServer) continue;
        // A fetch that was done just before its program was killed is followed by a new one, to which all is known.
        const { out } = await attune(['jobs', '--json', '--data', home]);
        const { jobs } = JSON.parse(out) as { jobs: { added: number; updated: number; status: string }[] };
        const sum = (of: 'added' | 'updated'): number => jobs.reduce((all, job) => all + job[of], 0);
        assert.deepEqual([sum('added'), sum('updated')], [PAPERS, 0], out);
        assert.ok(
          jobs.every(({ status }) => status === 'done'),
          out,
        );
        break;
      }
      assert.equal(await papersIn(home), PAPERS);
    }
  } finally {
    await ncbi.close();
    scratch.remove();
  }
}

interface Outcome {
  readonly said: string;
  readonly wasKilled: boolean;
}

/** @param isKilled false lets it come to its end. */
async function killedAtRandom({ child, said, ended }: Started, isKilled: boolean): Promise<Outcome> {
  const alarm = setTimeout(() => child.kill('SIGKILL'), isKilled ? randomInt(700, 2_800) : 120_000);
  const code = await ended;
  clearTimeout(alarm);
  assert.ok(code === null || code === 0, said());
  return { said: said(), wasKilled: code === null };
}

/** A server that goes on with what it finds unfinished, killed some time after it came up. */
async function killedServer(data: string, environment: Record<string, string>): Promise<Outcome> {
  const { said, stop } = await served({ data, environment });
  await wait(randomInt(50, 1_500));
  await stop('SIGKILL');
  return { said: said(), wasKilled: true };
}

function numbers(said: string, name: string): number[] {
  return [...said.matchAll(new RegExp(`"${name}":(\\d+)`, 'g'))].map((match) => Number(match[1]));
}

function lastLine(said: string): string {
  return (
    said
      .trim()
      .split('\n')
      .findLast((line) => line.includes('"records":')) ?? said
  );
}

/** Nothing acknowledged is lost, nothing is half there, and the index agrees with the records. */
async function holds(home: string, acknowledged: number): Promise<void> {
  const { code, out, err } = await attune(['doctor', '--json', '--data', home]);
  if (code !== 0 && acknowledged === 0 && /no house|no library/i.test(err)) return;
  assert.equal(code, 0, `${err} ${out}`);
  assert.ok((await papersIn(home)) >= acknowledged, `${acknowledged} were acknowledged`);
}

async function papersIn(home: string): Promise<number> {
  const library = await openLibrary(home, { reading: 'here' });
  try {
    return (await library.state()).papers;
  } finally {
    await library.close();
  }
}
