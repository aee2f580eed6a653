/** A fetch that dies at every one of its steps, before and after it: taken up again, it loses nothing and counts nothing twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringHandlers, bringing, runJob } from '#app/index.ts';
import type { WorkerOptions } from '#app/index.ts';
import { openLibrary } from '#library/index.ts';
import type { FetchReport, Library, Ncbi } from '#library/index.ts';
import type { CivilDate } from '#model/index.ts';
import { LEASE_MS } from '#storage/index.ts';
import type { JobStore, RecordStore } from '#storage/index.ts';
import { articleSet, madeUpPapers } from '../_ncbi-papers.ts';
import { clocked } from './_clocked.ts';

const PAPERS = 401;
const papers = madeUpPapers(PAPERS);
const byPmid = new Map(papers.map((paper) => [paper.pmid, paper]));

class Death extends Error {}

/** Counts steps and dies at one of them; from then on nothing more is done. */
class Mortal {
  readonly #diesAt: number;
  steps = 0;

  constructor(diesAt: number) {
    this.#diesAt = diesAt;
  }

  step(): void {
    this.steps += 1;
    if (this.steps >= this.#diesAt) throw new Death();
  }

  /** A call that may die before it is made, or after it was made and before anybody knows. */
  call<Given extends unknown[], Result>(
    work: (...given: Given) => Promise<Result>,
  ): (...given: Given) => Promise<Result> {
    return async (...given) => {
      this.step();
      const result = await work(...given);
      this.step();
      return result;
    };
  }

  jobs(jobs: JobStore): JobStore {
    const kept = ['get', 'list', 'add', 'stop', 'resume', 'lastDone', 'lastEnded'] as const;
    const mortal = ['lease', 'renew', 'finish', 'fail', 'release'] as const;
    return Object.fromEntries([
      ...kept.map((name) => [name, jobs[name].bind(jobs)]),
      ...mortal.map((name) => [name, this.call(jobs[name].bind(jobs) as (...given: unknown[]) => Promise<unknown>)]),
    ]) as unknown as JobStore;
  }

  library(library: Library): Library {
    const writer = library.writer();
    const commit = writer.commit.bind(writer);
    writer.commit = () => {
      this.step();
      commit();
      this.step();
    };
    return library;
  }
}

/** What PubMed would say, without the way there. */
function pubmed(mortal: Mortal, asked: string[]): Ncbi {
  return {
    search: mortal.call(async () => ({ count: PAPERS, pmids: papers.map(({ pmid }) => pmid), unknown: [] })),
    records: mortal.call(async (wanted) => {
      const pmids = 'pmids' in wanted ? wanted.pmids : [];
      asked.push(...pmids);
      return Buffer.from(articleSet(pmids.flatMap((pmid) => byPmid.get(pmid) ?? [])));
    }),
    convert: async () => [],
  };
}

/** One life: leases what is there and does it, until it is done or death. @returns whether death came. */
async function live(store: RecordStore, folder: string, mortal: Mortal, asked: string[]): Promise<boolean> {
  const jobs = mortal.jobs(store.jobs);
  const ncbi = pubmed(mortal, asked);
  const opened: Library[] = [];
  const openMortal = async (): Promise<Library> => {
    const library = mortal.library(await openLibrary(folder, { reading: 'here' }));
    opened.push(library);
    return { ...library, close: async () => undefined };
  };
  const mine = { ...store, jobs };
  const options: WorkerOptions = {
    store: mine,
    handlers: bringHandlers({
      store: mine,
      ncbi,
      openLibrary: openMortal,
      withoutAbstracts: [],
      today: () => '2026-03-09' as CivilDate,
    }),
    signal: new AbortController().signal,
    onUnexpected: () => undefined,
    retries: true,
  };
  try {
    const job = await jobs.lease(['fetch']);
    if (job !== undefined) await runJob(job, options);
    return false;
  } catch (thrown) {
    if (!(thrown instanceof Death)) throw thrown;
    return true;
  } finally {
    for (const library of opened) await library.close();
  }
}

test(
  'a fetch killed at any of its steps is taken up again and comes to the same end',
  { timeout: 240_000 },
  async () => {
    let died = true;
    let diesAt = 0;
    while (died) {
      diesAt += 1;
      const { store, folder, move, close } = await clocked();
      const asked: string[] = [];
      await bringing(store, pubmed(new Mortal(Infinity), [])).fetch({
        query: 'invented',
        max: 1_000,
        keepCurrent: false,
      });
      const first = new Mortal(diesAt);
      died = await live(store, folder, first, asked);
      const [left] = await store.jobs.list();
      move(LEASE_MS + 1);
      await live(store, folder, new Mortal(Infinity), asked);
      const [job] = await store.jobs.list();
      const { added, updated, unchanged } = (job?.result ?? {}) as FetchReport;
      const at = `killed at step ${diesAt}, where the job was ${left?.status}`;
      assert.deepEqual([job?.status, added, updated, unchanged], ['done', PAPERS, 0, 0], at);
      const library = await openLibrary(folder, { reading: 'here' });
      assert.equal((await library.state()).papers, PAPERS, at);
      await library.close();
      assert.ok(asked.length <= 2 * PAPERS, `${at}: ${asked.length} records were asked for`);
      close();
    }
    assert.ok(diesAt > 20, `${diesAt} steps`);
  },
);
